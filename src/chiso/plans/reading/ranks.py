"""Ranks in words: `đứng thứ 12/15`, `hạng 12 trên 15`, `vị trí số 01`, `trong nhóm 05 đơn vị dẫn đầu`."""

from __future__ import annotations

import re

from chiso.plans import _problems as problems
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.passage import Noted, Passage

_WORD = r"(?:xếp|đứng|hạng|thứ\s+hạng|thứ|vị\s+trí|vị\s+thứ|hạng\s+thứ)"
_BETWEEN = r"(?:\s+(?:xếp|đứng|hạng|thứ|vị\s+trí|vị\s+thứ|ở|số|từ|là|đạt|năm\s+20\d\d|ít nhất|tối thiểu|trong khoảng|khoảng|vào)){0,6}"
_OF = r"(?:\s*/\s*|\s+trên\s+(?:tổng\s+(?:số\s+)?)?|\s+trong\s+(?:tổng\s+số\s+|tổng\s+|số\s+)?)0*(?P<of>\d{1,3})(?!\s*(?:năm|tháng|lần|quý))"
_PEERS = r"(?:đơn vị|sở|ban|ngành|tỉnh|thành phố|địa phương|cơ quan|huyện|quận|xã|phường|bộ)"
_MOVE = re.compile(
    rf"từ\s+(?:{_WORD}\s+){{1,4}}0*(?P<from>\d{{1,3}})(?:\s*/\s*\d+)?(?:\s*\([^)]*\))?[^.;\d]{{0,40}}?\s*(?:lên|về|xuống|đến|tới)\s+"
    rf"(?:{_WORD}\s+){{0,4}}0*(?P<rank>\d{{1,3}})(?![\d.,]*\d|\s*bậc)(?:{_OF})?",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"(?<!lần )\b(?P<word>{_WORD}){_BETWEEN}\s*:?\s*(?P<up>[“\"(]?)0*(?P<rank>\d{{1,3}})(?![\d]|[.,]\d|\s*(?:điểm|%|bậc))"
    rf"(?:\s*(?:-|–|đến)\s*(?:{_WORD}\s+){{0,4}}0*(?P<upper>\d{{1,3}})(?![.,]\d))?(?:{_OF})?(?P<least>\s+trở lên)?",
    re.IGNORECASE,
)
_SPOKEN = ("nhất", "nhì", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPOKEN_RANK = re.compile(
    rf"\b(?:xếp|đứng|hạng|vị\s+trí)(?:\s+(?:thứ|hạng|ở|vị\s+trí)){{0,4}}\s+(?P<rank>{'|'.join(_SPOKEN)})(?![\w])(?!\s+\d)"
    rf"(?:{_OF})?",
    re.IGNORECASE,
)
_TOP = re.compile(
    rf"(?:\b(?:top|tốp)|\bnhóm|\b(?:trong|thuộc)(?:\s+số)?)\s+(?:nhóm\s+|top\s+|tốp\s+|các\s+){{0,4}}0*(?P<rank>\d{{1,3}})(?![\d.,]*\d)"
    rf"(?=\s*(?:{_PEERS}[^.;]*?)?(?:dẫn đầu|đứng đầu|đầu|cao nhất|tốt nhất|có (?:chỉ số|kết quả|điểm|thứ hạng)|tốp|top))",
    re.IGNORECASE,
)
_TOP_WORD = re.compile(r"\b(?:top|tốp)\s+0*(?P<rank>\d{1,3})\b", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\d.,/])0*(?P<rank>\d{{1,3}})\s*/\s*0*(?P<of>\d{{1,3}})(?![\d.,]*\d)\s*(?={_PEERS})", re.IGNORECASE
)
_TO = re.compile(r"\s(?:đến|tới)\s", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:ít nhất|tối thiểu|không thấp hơn|không dưới)\b", re.IGNORECASE)


def note_ranks(draft: ScoreDraft, piece: Passage) -> Noted[int] | None:
    """Write the rank of a piece into `draft`; returns the rank moved from, where a move is told."""
    move = _MOVE.search(piece.text)
    if move and not (_TO.search(move.group()) and int(move["from"]) < int(move["rank"])):  # else a range
        _put(draft, piece, move)
        return _whole(piece, move, "from")
    for pattern in (_TOP, _TOP_WORD):
        top = pattern.search(piece.text)
        if top:
            draft.put("rank", _whole(piece, top, "rank"))
            draft.put("rank_is_at_most", Noted(value=True, places=(piece.group(top).place,)))
            return None
    match = _RANK.search(piece.text) or _BARE.search(piece.text)
    if match:
        _put(draft, piece, match)
    elif spoken := _SPOKEN_RANK.search(piece.text):
        _put_spoken(draft, piece, spoken)
    return None


def _put_spoken(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    """A rank in words: `xếp hạng Nhất trong 18 sở`."""
    draft.put("rank", Noted(_SPOKEN.index(match["rank"].lower()) + 1, (piece.group(match, "rank").place,)))
    if match["of"]:
        draft.put("rank_of", _whole(piece, match, "of"))


def _put(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    groups = match.groupdict()
    name = "upper" if groups.get("upper") else "rank"
    at_most = bool(groups.get("upper") or groups.get("least") or _LEAST.search(match.group()))
    doubt = problems.RANGE_WORSE_END.code if name == "upper" else None
    rank = _whole(piece, match, name)
    draft.put("rank", Noted(rank.value, rank.places, doubt))
    if at_most:
        draft.put("rank_is_at_most", Noted(value=True, places=(piece.group(match).place,)))
    if groups.get("of"):
        draft.put("rank_of", _whole(piece, match, "of"))


def _whole(piece: Passage, match: re.Match[str], name: str) -> Noted[int]:
    return Noted(int(match[name]), (piece.group(match, name).place,))
