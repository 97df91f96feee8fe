"""What a scan leaves unclear stays marked in the plan."""

from dataclasses import replace

from chiso import documents, plans

TEXT = """Số: 12/KH-SNV

Huế, ngày 04 tháng 3 năm 2025

KẾ HOẠCH
Nâng hạng chỉ số DDCI năm 2025

II. NHIỆM VỤ

1. Chỉ số “Chi phí thời gian”

- Trả kết quả trước hạn cho ít nhất 40% hồ sơ.

Đơn vị chủ trì: Văn phòng Sở.
"""


def read_with_unclear(words: str) -> dict[str, str]:
    """The doubts of the plan where the scan is unclear at some words."""
    document = documents.read(TEXT.encode(), "ke-hoach.txt")
    blocks = [
        replace(block, doubtful=((at, at + len(words)),)) if (at := block.text.find(words)) >= 0 else block
        for block in document.blocks
    ]
    return dict(plans.read(replace(document, blocks=tuple(blocks))).doubts)


def test_a_value_on_unclear_words_is_doubtful():
    assert read_with_unclear("Văn phòng Sở")["components/0/assignment/lead"] == "plans.scanned_unsurely"


def test_other_values_are_not():
    assert "components/0/name" not in read_with_unclear("Văn phòng Sở")
