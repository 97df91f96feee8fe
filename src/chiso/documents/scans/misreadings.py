"""What Tesseract is known to read amiss in Vietnamese print, where the reading is no Vietnamese at all."""

from __future__ import annotations

import re

from chiso.documents.letters import lettered

_WORDS = {
    "chỉ phí": "chi phí",
    "chỉ cục": "chi cục",
    "chỉ nhánh": "chi nhánh",
    "chỉ tiết": "chi tiết",
    "chỉ trả": "chi trả",
    "chỉ tiêu thường xuyên": "chi tiêu thường xuyên",
    "bình đằng": "bình đẳng",
    "bình đăng": "bình đẳng",
    "khác phục": "khắc phục",
    "khăc phục": "khắc phục",
    "mình bạch": "minh bạch",
    "tỉnh giản": "tinh giản",
    "tỉnh thần": "tinh thần",
    "tham những": "tham nhũng",
    "điềm số": "điểm số",
    "điềm và": "điểm và",
    "số điềm": "số điểm",
    "kết luân": "kết luận",
    "nhiệm vu": "nhiệm vụ",
    "thưc hiên": "thực hiện",
    "thưc hiện": "thực hiện",
    "thực hiên": "thực hiện",
}
_PAIR = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_THREE = re.compile(r"^(?:HI|IH|HL|IHI|IIL|IHL|IIH)(?=\.\s*\w)")
_TWO = re.compile(r"^(?:1I|I1|Il|lI|IL|H)(?=\.\s*\w)")
_ROMAN = {"II": "11 I1 1I IL lI Il H", "III": "111 II1 I11 1II IH HI 1H H1 IIL IHI HH", "IV": "1V IY lV"}
_MEANT = {read: right for right, many in _ROMAN.items() for read in many.split()}
_QUARTER = re.compile(rf"\b([Qq]uý )({'|'.join(sorted(_MEANT, key=len, reverse=True))})(?![\w])")
_GLUED = lettered(r"^([IVX]+\.|\d{1,2}\.|[a-zđ]\))(?=[:upper:])")


def mended(line: str) -> str:
    """A printed line with its number and words as they must have been.

    >>> mended("HI. TỔ CHỨC"), mended("I.MỤC ĐÍCH"), mended("4. Chỉ số “Chỉ phí thời gian”"), mended("Quý 11/2024")
    ('III. TỔ CHỨC', 'I. MỤC ĐÍCH', '4. Chỉ số “Chi phí thời gian”', 'Quý II/2024')
    """
    if line in _MEANT and not line.isdigit():
        return _MEANT[line]
    line = _QUARTER.sub(lambda match: match[1] + _MEANT[match[2]], line)
    line = _TWO.sub("II", _THREE.sub("III", line))
    return _PAIR.sub(_as_printed, _GLUED.sub(r"\1 ", line))


def _as_printed(match: re.Match[str]) -> str:
    """The right words in the case of the wrong ones."""
    wrong, right = match[0], _WORDS[match[0].lower()]
    return "".join(letter.upper() if shown.isupper() else letter for letter, shown in zip(right, wrong, strict=True))
