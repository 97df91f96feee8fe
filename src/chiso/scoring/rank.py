"""Rank: the highest score first, on unrounded scores; ties share the lower number; no score, no rank."""

from __future__ import annotations

import polars as pl

from chiso.scoring.rounding import settled


def rank(scores: pl.Expr) -> pl.Expr:
    """The rank of each unit among all that have a score."""
    return settled(scores).rank("min", descending=True)


def rank_of(scores: pl.Expr) -> pl.Expr:
    """How many units have a score."""
    return scores.count()
