"""Statistics of the values that are there; None is missing, NOT_APPLICABLE does not apply."""

import math

NOT_APPLICABLE = "not_applicable"


def is_number(x):
    return isinstance(x, int | float)


def known(xs):
    return [x for x in xs if is_number(x)]


def each(xs, change):
    """The values changed, what is no number left as it is."""
    return [change(x) if is_number(x) else x for x in xs]


def mean(xs):
    return math.fsum(xs) / len(xs)


def median(xs):
    return quantile(xs, 0.5)


def deviation(xs):
    return math.sqrt(_moment(xs, 2) * len(xs) / (len(xs) - 1))


def skewness(xs):
    n = len(xs)
    return _moment(xs, 3) / _moment(xs, 2) ** 1.5 * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(xs):
    n = len(xs)
    excess = _moment(xs, 4) / _moment(xs, 2) ** 2 - 3
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6)


def quantile(xs, share):
    ordered = sorted(xs)
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _moment(xs, power):
    centre = mean(xs)
    return math.fsum((x - centre) ** power for x in xs) / len(xs)
