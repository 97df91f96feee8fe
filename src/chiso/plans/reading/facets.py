"""What a heading announces: purpose, results, targets, work, assignment, organisation, reports."""

from __future__ import annotations

import re
from enum import StrEnum


class Facet(StrEnum):
    """What stands under a heading."""

    PURPOSE = "purpose"
    RESULT = "result"
    TARGET = "target"
    WORK = "work"
    ASSIGNMENT = "assignment"
    ORGANISATION = "organisation"
    ASIDE = "aside"


_FACETS = (
    (Facet.ORGANISATION, r"tổ chức (?:triển khai )?thực hiện|chế độ (?:thông tin,? )?báo cáo|tổ chức triển khai$"),
    (Facet.ORGANISATION, r"trách nhiệm (?:của )?(?:các )?(?:sở|cơ quan|đơn vị|phòng|văn phòng|thủ trưởng|ubnd|ủy ban)"),
    (Facet.PURPOSE, r"mục đích|yêu cầu|quan điểm|căn cứ|sự cần thiết|phạm vi|đối tượng"),
    # "Tồn tại, hạn chế và giải pháp khắc phục": what is, with what is done about it.
    (
        Facet.WORK,
        (
            r"(?:các |những |phân tích )?(?:tồn tại|hạn chế|nguyên nhân|khó khăn|kết quả|đánh giá|thực trạng|hiện trạng|tình hình)"
            r"[^.;:]*(?:[,;–-]|\bvà) (?:đề ra |đề xuất )?(?:các |những |một số )?(?:nhiệm vụ(?:,| và) )?(?:giải pháp|biện pháp)\b"
        ),
    ),
    (Facet.ASIDE, r"kinh phí|nguồn lực|tồn tại|hạn chế|nguyên nhân|khó khăn|bài học|thuận lợi|dự báo"),
    (Facet.WORK, r"mục tiêu,? nhiệm vụ|nhiệm vụ(?: và|,)? (?:các )?(?:giải pháp|mục tiêu)"),
    (
        Facet.TARGET,
        r"mục tiêu|chỉ tiêu(?! chí)|phấn đấu|kết quả (?:phấn đấu|cần đạt)|cam kết|kế hoạch (?:điểm|năm)",
    ),
    (
        Facet.RESULT,
        (
            r"kết quả(?: (?:năm|đạt|thực hiện|xếp|điểm|đánh giá|chung|chỉ số|công bố|của|đã|các|và|ddci|pci|papi|par)|,|$)|"
            r"thực trạng|hiện trạng|đánh giá|tình hình|điểm (?:số )?(?:năm|đạt)|điểm(?: số)?(?:,| và) (?:thứ |xếp |vị )?(?:hạng|thứ)|(?:thứ|xếp) hạng (?:và|năm)|xếp hạng năm|năm trước"
        ),
    ),
    (
        Facet.ASSIGNMENT,
        r"phân công|(?:đơn vị|cơ quan|bộ phận) (?:chịu )?(?:trách nhiệm|thực hiện)|trách nhiệm(?: thực hiện| của|$)|giao nhiệm vụ",
    ),
    (
        Facet.WORK,
        r"(?:các |những |một số )?(?:nội dung|nhiệm vụ|giải pháp|biện pháp|công việc|hoạt động|hành động)",
    ),
)
_WORK_AND = re.compile(r"^(?:các )?(?:nội dung|nhiệm vụ|giải pháp)\b.*\b(?:phân công|mục tiêu)", re.IGNORECASE)
_COMPILED = tuple((facet, re.compile(rf"^(?:về )?(?:{words})", re.IGNORECASE)) for facet, words in _FACETS)
_ANYWHERE = tuple(
    (facet, re.compile(words, re.IGNORECASE))
    for facet, words in (
        (Facet.ORGANISATION, r"\btổ chức thực hiện$"),
        (Facet.WORK, r"\b(?:nhiệm vụ|giải pháp)"),
        (Facet.TARGET, r"\bmục tiêu\b"),
        (Facet.ASSIGNMENT, r"\bphân công\b"),
    )
)
_LONGEST_TITLE = 110


def facet_of(title: str) -> Facet | None:
    """The facet that a short title announces by its first words; None for a title of its own subject.

    >>> facet_of("Nhiệm vụ và giải pháp thực hiện")
    <Facet.WORK: 'work'>
    >>> facet_of("Chi phí thời gian") is None
    True
    """
    title = title.strip()
    if not title or len(title) > _LONGEST_TITLE:
        return None
    if _WORK_AND.match(title):
        return Facet.WORK
    return next((facet for facet, pattern in _COMPILED if pattern.match(title)), None)


def section_facet(title: str) -> Facet | None:
    """As `facet_of` for the title of a whole section, where the telling word may stand later."""
    found = facet_of(title)
    if found or len(title) > _LONGEST_TITLE:
        return found
    return next((facet for facet, pattern in _ANYWHERE if pattern.search(title)), None)
