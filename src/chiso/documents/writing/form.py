"""The measures of Decree 30/2020/NĐ-CP, appendix I, as we choose them inside its ranges (docs/documents.md).

Lengths in millimetres, sizes of type in points.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Times New Roman"
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
HEADER_AT = 10.0
INDENT = 12.7
PARAGRAPH_GAP = 6.0
LINE_SPACING = 1.15
HEAD_WIDTHS = (71.0, 94.0)
FOOT_WIDTHS = (82.0, 83.0)
RULE_SHARE = 0.4
RULE_POINTS = 0.75
ROOM_TO_SIGN = 23.0
ADDRESSED_AT = 38.0


@dataclass(frozen=True, slots=True)
class Look:
    """How one part of a document is set."""

    size: float
    bold: bool = False
    italic: bool = False


NATION = Look(12, bold=True)
MOTTO = Look(13, bold=True)
PARENT = Look(12)
ISSUER = Look(12, bold=True)
NUMBER = Look(13)
PLACE = Look(13, italic=True)
KIND = Look(14, bold=True)
TITLE = Look(14, bold=True)
SUBJECT = Look(12)
BASIS = Look(14, italic=True)
TEXT = Look(14)
ADDRESSEE = Look(14)
AUTHORITY = Look(14, bold=True)
SIGNER = Look(14, bold=True)
RECIPIENTS_HEAD = Look(12, bold=True, italic=True)
RECIPIENT = Look(11)
ANNEX_NUMBER = Look(14, bold=True)
ANNEX_TITLE = Look(14, bold=True)
ANNEX_REFERENCE = Look(14, italic=True)
CELL = Look(12)
PAGE_NUMBER = Look(13)

HEADING_LOOKS = {
    1: Look(14, bold=True),
    2: Look(14, bold=True),
    3: Look(14, bold=True),
    4: Look(14),
    5: Look(14, bold=True, italic=True),
}

NATION_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_WORDS = "Độc lập - Tự do - Hạnh phúc"


POINTS_PER_MILLIMETRE = 72 / 25.4


def text_width(*, is_landscape: bool = False) -> float:
    """The width between the margins, in millimetres."""
    return (PAGE_HEIGHT if is_landscape else PAGE_WIDTH) - LEFT - RIGHT
