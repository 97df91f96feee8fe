"""The figures of one statement: points, scales, bands, the parts of a total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chiso.plans import _problems as problems
from chiso.plans.plan import ScorePart
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.ranks import note_ranks

LOOK_BACK = 300  # characters before a figure that can tell what it is
_OTHERS = re.compile(
    r"(?<!\d)\d{1,4}\s*/\s*\d{1,4}\s*(?:chỉ số|tiêu chí|lĩnh vực|nội dung|trục)[^.;]*|"
    r"(?:trung bình|trung vị|bình quân|mức chung)\s+(?:chung\s+|của\s+)?(?:cả nước|toàn quốc|toàn tỉnh|các\s+\w+|khu vực|vùng|63)"
    r"[^.;,()]*|\btỷ lệ (?:phiếu|mẫu|(?:người|doanh nghiệp) (?:trả lời|phản hồi|tham gia))[^.;]*|(?<![\d.,])\d{1,9}(?:[.,]\d{1,6})?\s*%?\s*(?:số\s+)?(?:phiếu|người được|doanh nghiệp trả lời)[^.;,]*",
    re.IGNORECASE,
)
_FLOOR = r"từ|tối thiểu|ít nhất|trên|không dưới|không thấp hơn|không ít hơn|vượt(?: mốc| ngưỡng| mức| qua)?|hơn|≥|>=|>"
_SCORE = re.compile(
    rf"(?P<before>(?:(?:{_FLOOR})\s+(?:là|đạt)|{_FLOOR}|khoảng|cán mốc)\s*)*"
    rf"(?<![\d.,/])(?P<score>{NUMBER})(?:(?:\s*(?:-|–|đến)|\s+điểm\s+(?:đến|tới)|\s+tới)\s*(?P<upper>{NUMBER}))?"
    rf"(?:\s*(?P<percent>%)|\s*/\s*(?P<scale>{NUMBER}))?(?:\s*(?P<points>điểm(?!\s+(?:nóng|cầu|sáng|đen|trường|bán|giao dịch|tiếp nhận|truy cập|du lịch))))?(?!\d)(?:(?<!\d)|(?!/))"
    rf"(?:\s*(?:/|trên\s+(?:tổng\s+(?:số\s+)?)?)\s*(?P<scale2>{NUMBER})(?:\s*điểm)?)?(?P<after>\s+(?:trở lên|hoặc cao hơn))?",
    re.IGNORECASE,
)
_LEAST = re.compile(_FLOOR, re.IGNORECASE)
_MOVE = re.compile(
    rf"từ\s+(?:mức\s+)?(?P<from>{NUMBER})(?:\s*(?:%|điểm)[^.;\d]{{0,40}}?|(?<=[.,]\d)|(?<=[.,]\d\d))\s+(?:lên|tới|đến)\s+(?:mức\s+)?"
    rf"(?P<least>(?:(?:{_FLOOR})\s+)+)?(?P<score>{NUMBER})\s*(?:%|điểm)(?P<after>\s+(?:trở lên|hoặc cao hơn))?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"^(?!.*\b(?:tăng|nâng|cải thiện|chuyển|đưa|vươn|giảm)\b).*\btừ\s[^.;]{1,40}?\s(?:đến|tới)\s+(?:mức\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(
    r"(?:\bđạt|\bđiểm(?:\s+(?:số|của chỉ số(?:\s+này)?|chỉ số|tổng hợp|trung bình))?|\blên|\blà|\bmức|\btỷ lệ|:|=)"
    r"(?:\s+(?:đạt|được|là|mức|tỷ lệ|số điểm|điểm số|tổng điểm|điểm|khoảng|từ|trên|tối thiểu|ít nhất|lên|không dưới))*\s*:?\s*$",
    re.IGNORECASE,
)
_OF_POINTS = re.compile(
    rf"\b(?:điểm số|số điểm|tổng (?:số )?điểm)(?:\s+(?:là|đạt|được|mức|{_FLOOR}))*\s*:?\s*$", re.IGNORECASE
)
_CHANGE = re.compile(
    r"(?:tăng|giảm|cao hơn|(?<!không )thấp hơn|(?<!không thấp )hơn|kém|chênh|tụt|mất|thêm|cải thiện|trừ|nâng)"
    r"(?:\s+(?:thêm|ít nhất|tối thiểu|khoảng|được|từ|đi|trên)|\s+(?:so với\s+)?(?:kết quả\s+|điểm\s+)?(?:của\s+)?năm\s+(?:20\d\d|trước)(?:\s+là)?)*\s*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"(?<!tăng )(?<!nâng )\bcao hơn(?:\s+mức)?\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"[^.;,]*?\b(?:so với|năm trước|20\d\d)\b", re.IGNORECASE)
_RANKED = re.compile(
    r"^\s*(?:bậc|hạng|sở|ban|ngành|tỉnh|thành phố|địa phương|đơn vị|cơ quan|huyện|xã|phường|quận)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;()/]|(?:số điểm|điểm|trở lên|xếp|đứng|và|tăng|giảm|so với|năm|hạng|thứ|thuộc)\b)", re.IGNORECASE
)
_RANK_WORD = re.compile(
    r"(?:hạng|thứ|vị trí|vị trí số|xếp|đứng|bậc|nhóm|top|tốp|năm|tháng|quý|số)\s*(?:thứ\s*)?0*$", re.IGNORECASE
)
_A_YEAR = re.compile(r"\bnăm\s*$", re.IGNORECASE)
_MAXIMUM = re.compile(
    r"(?<!% )(?<!% số )\bđiểm\s+(?:tối\s+đa|tuyệt\s+đối)\b(?!\s*(?:là|:)?\s*\d)|\btối đa\s+(?:số\s+)?điểm\b|"
    r"\btrọn(?: vẹn)?\s+(?:số\s+)?điểm\b|\btuyệt đối\s+(?:số\s+)?điểm\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    rf"(?:điểm\s+tối\s+đa|điểm chuẩn|thang(?:\s+điểm)?)\s*(?:là|:)?\s*(?P<scale>{NUMBER})", re.IGNORECASE
)
BANDS = (
    "xuất sắc|rất tốt|tốt|khá|trung bình khá|trung bình thấp|trung bình cao|trung bình|cao nhất|thấp nhất|"
    "tương đối thấp|tương đối tốt|rất thấp|thấp|yếu|kém|cao(?! điểm| nhất| hơn)"
)
"""The words for bands, the longer before the shorter that they begin with."""
_BAND = re.compile(
    r"(?:xếp\s+loại|xếp\s+mức|xếp\s+hạng|\bloại|\bmức|\bnhóm(?:\s+điều hành)?|\bchất lượng điều hành)(?:\s+xếp\s+loại)?(?:\s+(?:mức|đạt|là|loại))*\s*:?\s*[“\"]?"
    rf"(?P<band>{BANDS}|[ABCD])"
    r"(?!\w)(?!\s+(?:của|cả nước|chung|toàn|hơn|nhất|các))",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\bđiểm|\btrong đó|\bgồm|[(;,]|\bvà)\s*:?\s*(?P<name>(?:(?!điểm\b|trong đó|gồm\b|và điểm)[^\d:;,.()]){2,50}?)"
    r"\s*(?:đạt|là|:|được)?\s*$",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"^(?:đạt|xếp|bình quân|trung bình|tổng|chung|mục tiêu|phấn đấu|tương ứng|tương đương|tỷ lệ|chiếm|bằng|chỉ|còn|được|so)\b",
    re.IGNORECASE,
)
_COMPARED_RANK = re.compile(
    r"so với (?:(?:vị trí|thứ hạng|vị thứ|hạng|thứ)\s+){1,3}0*(?P<rank>\d{1,3})(?!\s*bậc|[\d.,]*\d)", re.IGNORECASE
)
_IN_PARTS = re.compile(r"trong đó|gồm|bao gồm|\([^)]*$", re.IGNORECASE)


@dataclass(slots=True)
class Statement:
    """What is told of one year; `aims` where the words speak of an aim."""

    year: Noted[int] | None
    aims: bool
    score: ScoreDraft = field(default_factory=ScoreDraft)
    from_rank: Noted[int] | None = None
    from_score: Noted[float] | None = None


def without_others(passage: Passage) -> Passage:
    """The passage with the figures of others (means, medians, numbers of answers) blotted out."""
    return Passage(_OTHERS.sub(lambda m: "\x00" * len(m.group()), passage.text), passage.block, passage.start)


def note_figures_of(statement: Statement, piece: Passage) -> None:
    """Write down what the words of one year or aim say."""
    statement.from_rank = note_ranks(statement.score, piece) or _compared_rank(statement, piece)
    _note_scores(statement, piece)
    full = _MAXIMUM.search(piece.text)
    if full:
        statement.score.put("score_is_maximum_points", Noted(value=True, places=(piece.group(full).place,)))
    scale = _SCALE.search(piece.text)
    if scale:
        statement.score.put("scale", _figure(piece, scale, "scale"))
    band = _BAND.search(piece.text)
    if band:
        name = f"nhóm {band['band'].upper()}" if len(band["band"]) == 1 else band["band"].lower()
        statement.score.put("band", Noted(name, (piece.group(band, "band").place,)))


def _compared_rank(statement: Statement, piece: Passage) -> Noted[int] | None:
    """The rank that a result is compared with: `tụt 8 bậc so với hạng 9 của năm 2021`."""
    match = None if statement.aims else _COMPARED_RANK.search(piece.text)
    return Noted(int(match["rank"]), (piece.group(match, "rank").place,)) if match else None


def _figure(piece: Passage, match: re.Match[str], name: str) -> Noted[float]:
    return Noted(number(match[name]), (piece.group(match, name).place,))


def _note_scores(statement: Statement, piece: Passage) -> None:
    move = _MOVE.search(piece.text)
    if move and not _RANGE.search(piece.text[: move.start("score")]):
        statement.from_score = _figure(piece, move, "from")
        statement.score.put("score", _figure(piece, move, "score"))
        if move["after"] or move["least"]:
            statement.score.put("score_is_minimum", Noted(value=True, places=(piece.group(move).place,)))
        return
    ranked = statement.score.values["rank"].places[0] if "rank" in statement.score.values else None
    for match in _SCORE.finditer(piece.text):
        if ranked and ranked.start == piece.start + match.start("score"):
            continue
        before = piece.text[max(0, match.start() - LOOK_BACK) : match.start()]
        after = piece.text[match.end() : match.end() + LOOK_BACK]
        if statement.aims and _is_least(match, before, after):
            _put_score(statement.score, piece, match)
            continue
        if not _is_score(match, before, after):
            continue
        part = _PART.search(before)
        name = re.sub(r"^(?:và|điểm)\s+", "", part["name"].strip()) if part else ""
        if name and not _NO_PART.match(name) and _is_part(statement, before):
            _note_part(statement, piece, match, name)
            continue
        if "score" in statement.score.values:
            continue
        _put_score(statement.score, piece, match)


def _is_part(statement: Statement, before: str) -> bool:
    """Whether a figure is a part of a total: told after it, or one of those that `gồm` announces."""
    if "score" in statement.score.values:
        return bool(_IN_PARTS.search(before))
    return bool(re.search(r"\bgồm\b", before, re.IGNORECASE))


def _is_least(match: re.Match[str], before: str, after: str) -> bool:
    """Whether an aim is to be above the figure: `phấn đấu cao hơn 6,8 điểm`, compared with nothing else."""
    whole = before + match.group().split(match["score"])[0]
    return bool(match["points"] and _ABOVE.search(whole) and not _COMPARED.match(after))


def _is_score(match: re.Match[str], before: str, after: str) -> bool:
    whole = before + match.group().split(match["score"])[0]
    if _CHANGE.search(before) or _CHANGE.search(whole) or _is_year_or_rank(match, before, after):
        return False
    scale = match["scale"] or match["scale2"]
    if match["points"] or (scale and re.search(r"[.,]", match["score"])):
        return True
    if _RANK_WORD.search(before):
        return False
    is_told = bool(_TOLD.search(before) or not before.strip())
    if match["percent"]:
        return is_told and bool(_ENDS.match(after))
    if _OF_POINTS.search(whole) and _ENDS.match(after):
        return True
    return (is_told or bool(_TOLD.search(whole))) and (bool(re.search(r"[.,]\d", match["score"])) or bool(scale))


def _is_year_or_rank(match: re.Match[str], before: str, after: str) -> bool:
    """Whether the figure is a year (`năm 2021 điểm … đạt`) or counts ranks and peers."""
    if _A_YEAR.search(before) and len(match["score"]) == 4:  # noqa: PLR2004
        return True
    return bool(_RANKED.match(after)) and not match["points"]


def _put_score(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    doubt = problems.RANGE_WORSE_END.code if match["upper"] else None
    figure = _figure(piece, match, "score")
    draft.put("score", Noted(figure.value, figure.places, doubt))
    scale = "scale" if match["scale"] else "scale2"
    if match[scale]:
        draft.put("scale", _figure(piece, match, scale))
    if match["after"] or match["upper"] or _LEAST.search(match.group().split(match["score"])[0]):
        draft.put("score_is_minimum", Noted(value=True, places=(piece.group(match).place,)))


def _note_part(statement: Statement, piece: Passage, match: re.Match[str], name: str) -> None:
    scale = match["scale"] or match["scale2"]
    part = ScorePart(name=name, score=number(match["score"]), scale=number(scale) if scale else None)
    statement.score.parts.append(Noted(part, (piece.group(match).place,)))
