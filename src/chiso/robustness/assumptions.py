"""What may be otherwise: assumptions as values, each one part of the method or of the data that could have been different.

An assumption that cannot apply is an error when it is set up, never skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chiso.scoring.arrays import Floats
from chiso.scoring.recipe import Entries

Step = Literal["impute", "treat", "normalise", "aggregate", "weigh"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Every weight anywhere within a share of itself above or below, all equally likely.

    share: from 0 to 1, such as 0.25; codes: the parts whose weights vary, all where none are named
    """

    share: float
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class WeightSets:
    """Sets of weights kept from elsewhere: sets × codes, in the order of `codes`; other weights stay."""

    codes: tuple[str, ...]
    sets: Floats


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Other methods of one step, each as likely; as `Recipe.with_` takes them: names, or entries with their options."""

    step: Step
    choices: tuple[Entries, ...]


@dataclass(frozen=True, slots=True)
class Dropping:
    """One of these nodes left out, or none of them, each as likely."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class StandardErrors:
    """Sampling error of surveyed values: each is normally distributed around what was found, apart from the others.

    errors: units × codes of the edition, in the units of the values; 0 or NaN where a value is exact
    """

    errors: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Replicates:
    """Sampling error by replicate weights: what each set of replicate weights makes of every value.

    The values of all units and codes are drawn from the normal distribution that has just the covariance
    Σ scaleᵣ·(xᵣ − x)(xᵣ − x)ᵀ, so that values out of one sample move together as they do there.

    values: replicates × units × codes of the edition; NaN where a value is exact
    scales: of each replicate: of jackknife JKn (nₕ−1)/nₕ, of R bootstrap replicates 1/(R−1)
    Source: Wolter, Introduction to Variance Estimation (2007), chapters 3–5.
    """

    values: Floats
    scales: Floats


Assumption = Weights | WeightSets | Alternatives | Dropping | StandardErrors | Replicates
