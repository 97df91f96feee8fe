"""Promises about migrations."""

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

OWN = [config.label for config in apps.get_app_configs() if config.name.startswith("chiso.")]


@pytest.mark.parametrize("label", OWN)
def test_migrations_of_an_app_are_one_line(label):
    graph = MigrationLoader(None).graph
    assert len([node for node in graph.leaf_nodes() if node[0] == label]) <= 1
