"""What to do on the site about faults of the engine whose own remedy speaks of columns, files and commands."""

from __future__ import annotations

from dataclasses import replace

from chiso.problems import Problem, Text

_REMEDIES = {
    "road.no_formula": Text(
        "Chưa nguồn nào công bố trọng số của bộ chỉ số này. Khi cơ quan có nguồn: mở bộ chỉ số trong mục Bộ chỉ số, "
        "lập phiên bản của cơ quan, ghi trọng số kèm nguồn, rồi mở lại trang này.",
        "No source has published the weights of this index. Once your agency has one: open the index in the catalogue, "
        "make an edition of your agency with the weights and their source, then open this page again.",
    ),
    "robustness.no_assumption": Text(
        "Chọn ít nhất một giả định ở trên: trọng số khác đi, sai số, cách tổng hợp, hoặc bỏ bớt một chỉ số.",
        "Choose at least one above: other weights, an error, the kind of mean, or leaving a component out.",
    ),
}


def on_site(problem: Problem) -> Problem:
    """The problem with what to do about it on the site."""
    remedy = _REMEDIES.get(problem.code)
    return problem if remedy is None else replace(problem, kind=replace(problem.kind, remedy=remedy))
