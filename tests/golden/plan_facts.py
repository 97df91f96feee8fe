"""Counting the facts of plans as read against those of gold files, as the comparison beside the gold files counts."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

Counts = tuple[Counter[str], Counter[str], Counter[str]]


def comparison(shared: Path) -> ModuleType:
    """The comparison of `shared/plans`, which is no package."""
    spec = importlib.util.spec_from_file_location("compare_plans", shared / "plans" / "compare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counted(module: ModuleType, pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> Counts:
    """Facts read, in the gold files, and in both, by group, over pairs of a plan as read and its gold."""
    read_facts, gold_facts, hits = Counter[str](), Counter[str](), Counter[str]()
    for read, gold in pairs:
        ours, theirs = (side.counts for side in module.facts(read, gold))
        for fact in ours | theirs:
            read_facts[fact[0]] += ours[fact]
            gold_facts[fact[0]] += theirs[fact]
            hits[fact[0]] += min(ours[fact], theirs[fact])
    return read_facts, gold_facts, hits


def f1(counts: Counts, group: str | None = None) -> float:
    """The F1 of one group of facts, of all together where none is named."""
    read_facts, gold_facts, hits = (count[group] if group else count.total() for count in counts)
    return 2 * hits / (read_facts + gold_facts)
