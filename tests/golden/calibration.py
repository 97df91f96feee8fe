"""How the road's estimates did: learnt from PCI 2016→2017 alone, asked of each province of 2020, held against 2021.

`python -m tests.golden.calibration` prints the tables that stand in docs/method/road.md.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from tests.golden.tables import table

from chiso import packs
from chiso.robustness import road
from chiso.scoring import read, score

DRAWS, SEED = 4000, 2026
RANKS = (5, 10, 20, 30, 40, 50)
BINS = ((0.0, 0.05), (0.05, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01))
PUBLISHED = ("rank", "pci", "tier")


def start(shared, year):
    published = table(shared, f"pci/pci_{year}.csv")
    edition = packs.load("pci/2013-2021")
    ignored = [name for name in PUBLISHED if name in published.columns]
    observations = read(published, edition, unit_column="province", ignore=ignored)
    return road.Start.of(score(edition, observations, as_of=date(year, 12, 31)))


def names():
    return {name: each.name for each in packs.provinces() for name in (each.english, *each.aliases)}


@dataclass(frozen=True)
class Outcome:
    """What became of one province, and what had been said of it, the table drifting or staying."""

    unit: str
    total: float
    rank: int
    need: float
    bars: dict[bool, float]
    own: dict[bool, np.ndarray]
    ranks: dict[bool, np.ndarray]
    suffices: dict[bool, float]
    reaches: dict[bool, float]
    way: road.Ways
    rises: dict[str, float]


def outcomes(shared):
    before, after = start(shared, 2020), start(shared, 2021)
    moves = road.learnt({2016: start(shared, 2016), 2017: start(shared, 2017)}, names())
    totals = after.totals(after.scores)
    return [_outcome(before, after, moves, unit, totals) for unit in before.units]


def _outcome(before, after, moves, unit, totals):
    row = after.units.index(unit)
    total = float(totals[row])
    rank = int((totals > total).sum()) + 1
    futures = {
        drifts: road.future(before, unit, moves, DRAWS, np.random.default_rng(SEED), drifts=drifts)
        for drifts in (True, False)
    }
    need = road.needed(before, unit, rank)
    target = need.now.total if need.total is None else need.total
    rises = after.scores[row] - before.scores[before.units.index(unit)]
    return Outcome(
        unit=unit,
        total=total,
        rank=rank,
        need=target,
        bars={drifts: each.enough(min(rank, 62), 0.5) for drifts, each in futures.items()},
        own={drifts: each.totals for drifts, each in futures.items()},
        ranks={drifts: each.ranks() for drifts, each in futures.items()},
        suffices={drifts: each.suffices(total, rank) for drifts, each in futures.items()},
        reaches={drifts: each.reaches(total) for drifts, each in futures.items()},
        way=road.ways(before, unit, target, road.from_moves(before, unit, moves, drift=False)),
        rises=dict(zip(before.levers, rises.tolist(), strict=True)),
    )


def _covered(found, drifts, share, of):
    low, high = (1 - share) / 2, (1 + share) / 2
    inside = [
        np.quantile(of(each)[drifts], low) <= actual <= np.quantile(of(each)[drifts], high) for each, actual in found
    ]
    return float(np.mean(inside))


def coverage(found):
    """How many of the 63 actual totals and ranks lie in the intervals that were to hold 50 and 90 % of them."""
    totals = [(each, each.total) for each in found]
    ranks = [(each, each.rank) for each in found]
    return {
        (what, drifts, share): _covered(pairs, drifts, share, of)
        for what, pairs, of in (("total", totals, lambda each: each.own), ("rank", ranks, lambda each: each.ranks))
        for drifts in (True, False)
        for share in (0.5, 0.9)
    }


def forecasts(found, drifts):
    """Pairs of a probability that was given for a rank, and whether it came so."""
    return [(float(np.mean(each.ranks[drifts] <= rank)), each.rank <= rank) for each in found for rank in RANKS]


def reliability(found, drifts):
    """In each class of probability: how many forecasts, the mean that was said, the share that came true."""
    pairs = forecasts(found, drifts)
    rows = []
    for low, high in BINS:
        inside = [(said, came) for said, came in pairs if low <= said < high]
        rows.append(
            (low, high, len(inside), np.mean([said for said, _ in inside]), np.mean([came for _, came in inside]))
        )
    return rows


def brier(found, drifts):
    """The mean squared error of the forecasts, and that of one who says for every rank its share of all provinces."""
    pairs = forecasts(found, drifts)
    plain = [(rank / len(found) - (each.rank <= rank)) ** 2 for each in found for rank in RANKS]
    return np.mean([(said - came) ** 2 for said, came in pairs]), np.mean(plain)


def persistence(shared, found):
    """The mean squared error of one who says that every province keeps its rank of 2020."""
    before = start(shared, 2020)
    now = {unit: road.stands(before, unit).rank for unit in before.units}
    return np.mean([((now[each.unit] <= rank) - (each.rank <= rank)) ** 2.0 for each in found for rank in RANKS])


def needs(found):
    """By which way of estimating: mean error and mean absolute error of the total that the actual rank of 2021 needed."""
    estimates = {
        "static": [each.need for each in found],
        "drifting": [each.bars[True] for each in found],
        "staying": [each.bars[False] for each in found],
    }
    actual = np.array([each.total for each in found])
    return {
        name: (float(np.mean(np.array(said) - actual)), float(np.mean(np.abs(np.array(said) - actual))))
        for name, said in estimates.items()
    }


def ways(found):
    """Of those who rose: how many, of how many roads; how often a component that the road raises rose, and one that it does not."""
    rose = [each for each in found if each.way.cheapest is not None and each.way.cheapest.rises]
    chosen = [each.rises[rise.code] > 0 for each in rose for rise in each.way.cheapest.rises]
    others = [rise > 0 for each in rose for code, rise in each.rises.items() if code not in each.way.cheapest.targets]
    efforts = [each.way.cheapest.effort for each in rose]
    unreached = sum(each.way.cheapest is None for each in found)
    return len(rose), unreached, float(np.mean(chosen)), float(np.mean(others)), float(np.median(efforts))


def tables(shared, found):
    """The tables of docs/method/road.md."""
    lines = ["| | table drifts as 2016→2017 | table stays |", "|---|---|---|"]
    covered = coverage(found)
    for what, share in (("total", 0.9), ("total", 0.5), ("rank", 0.9), ("rank", 0.5)):
        cells = " | ".join(f"{covered[what, drifts, share]:.0%}" for drifts in (True, False))
        lines.append(f"| actual {what} inside the {share:.0%} interval | {cells} |")
    for label, of in (
        ("mean probability given to reaching the actual total", lambda each, drifts: each.reaches[drifts]),
        ("mean probability that the actual total gives the actual rank", lambda each, drifts: each.suffices[drifts]),
    ):
        cells = " | ".join(f"{np.mean([of(each, drifts) for each in found]):.2f}" for drifts in (True, False))
        lines.append(f"| {label} | {cells} |")
    scores = [brier(found, drifts) for drifts in (True, False)]
    lines.append(f"| squared error of the forecasts | {scores[0][0]:.3f} | {scores[1][0]:.3f} |")
    lines.append(f"| … of “keeps its rank of 2020” | {persistence(shared, found):.3f} | |")
    lines.append(f"| … of “any rank is as likely” | {scores[0][1]:.3f} | |")
    lines += ["", "| said (table stays) | forecasts | mean said | came true |", "|---|---|---|---|"]
    for low, high, count, said, came in reliability(found, drifts=False):
        lines.append(f"| {low:.0%} to {min(high, 1):.0%} | {count} | {said:.0%} | {came:.0%} |")
    lines += ["", "| total that the actual rank needed | mean error | mean absolute error |", "|---|---|---|"]
    labels = {"static": "table of 2020", "drifting": "peers move, table drifts", "staying": "peers move, table stays"}
    for name, (bias, error) in needs(found).items():
        lines.append(f"| {labels[name]} | {bias:+.2f} | {error:.2f} |")
    count, unreached, chosen, others, effort = ways(found)
    lines += [
        "",
        "| roads to the actual rank of 2021 | |",
        "|---|---|",
        f"| provinces that needed to rise against the table of 2020 | {count + unreached} |",
        f"| … of which no road led there | {unreached} |",
        f"| components on the cheapest road that rose in fact | {chosen:.0%} |",
        f"| components not on it that rose in fact | {others:.0%} |",
        f"| median effort of the roads | {effort:.1f} |",
    ]
    return lines


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[3] / "shared"
    print("\n".join(tables(folder, outcomes(folder))))  # noqa: T201
