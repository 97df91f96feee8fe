"""Phrases that names of Vietnamese offices are made of, rightly spelled, and acronyms that are not plain initials."""

from __future__ import annotations

from typing import Final

DEPARTMENTS: Final = (
    "Công Thương",
    "Dân tộc và Tôn giáo",
    "Du lịch",
    "Giao thông vận tải",
    "Giáo dục và Đào tạo",
    "Kế hoạch và Đầu tư",
    "Khoa học và Công nghệ",
    "Lao động - Thương binh và Xã hội",
    "Ngoại vụ",
    "Nội vụ",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Quy hoạch - Kiến trúc",
    "Tài chính",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Tư pháp",
    "Văn hóa và Thể thao",
    "Văn hóa, Thể thao và Du lịch",
    "Xây dựng",
    "Y tế",
)
"""What the departments of provinces are for, before and after the mergers of 2025."""

DEPARTMENT_SYMBOLS: Final = {
    "Ngoại vụ": ("SNGV",),
    "Nông nghiệp và Phát triển nông thôn": ("SNN", "SNNPTNT"),
}
"""The customary symbols, without accents and "&", of departments whose initials are another's or too long."""

_SUBJECTS: Final = (
    "bảo vệ môi trường",
    "bưu chính",
    "cải cách hành chính",
    "chất lượng",
    "chuyên môn",
    "chuyên ngành",
    "chuyển đổi số",
    "công chức",
    "công nghệ",
    "công nghệ số",
    "công nghệ thông tin",
    "doanh nghiệp",
    "đầu tư",
    "đo lường",
    "đổi mới sáng tạo",
    "hành chính",
    "hạ tầng",
    "hạ tầng số",
    "khoa học",
    "kinh tế",
    "kế hoạch",
    "kế toán",
    "kiểm soát",
    "kiểm tra",
    "môi trường",
    "nghiên cứu",
    "nghiệp vụ",
    "pháp chế",
    "phát triển",
    "quản lý",
    "quản trị",
    "sáng tạo",
    "sở hữu trí tuệ",
    "thị trường",
    "thông tin",
    "thủ tục hành chính",
    "tiêu chuẩn",
    "tổ chức cán bộ",
    "tổng hợp",
    "truyền thông",
    "ứng dụng",
    "văn hóa",
    "viên chức",
    "viễn thông",
    "xuất bản",
)
_UNIT_WORDS: Final = ("bộ phận", "chi cục", "đảng ủy", "giám đốc", "lãnh đạo", "thanh tra", "trung tâm", "văn phòng")

SPELLINGS: Final = tuple(phrase.lower() for phrase in (*DEPARTMENTS, *_SUBJECTS, *_UNIT_WORDS))
"""Phrases against which the accents of a name are checked where two writings differ."""

IRREGULAR_ACRONYMS: Final = {
    "tdc": "tiêu chuẩn đo lường chất lượng",
    "ttr": "thanh tra",
    "tw": "trung ương",
}
"""Acronyms, without accents, that are not the first letters of their syllables."""
