"""Ranks in words: `đứng thứ 12/15`, `hạng 12 trên 15`, `vị trí số 01`, `trong nhóm 05 đơn vị dẫn đầu`."""

from __future__ import annotations

import re

from chiso.plans import _problems as problems
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.passage import Noted, Passage

_WORD = r"(?:xếp|đứng|hạng|thứ\s+hạng|thứ|vị\s+trí|vị\s+thứ|hạng\s+thứ)"
_FLOOR = r"(?:ít nhất|tối thiểu|tối đa|không thấp hơn|không dưới|không quá|không vượt quá|≤|<=)"
_BETWEEN = rf"(?:\s+(?:xếp|đứng|hạng|thứ|vị\s+trí|vị\s+thứ|ở|số|từ|là|đạt|năm\s+20\d\d|trong khoảng|khoảng|vào|{_FLOOR})){{0,6}}"
_OF = r"(?:\s*/\s*|\s+trên\s+(?:tổng\s+(?:số\s+)?)?|\s+trong\s+(?:tổng\s+số\s+|tổng\s+|số\s+)?)0*(?P<of>\d{1,3})(?!\s*(?:năm|tháng|lần|quý))"
_OF2 = _OF.replace("(?P<of>", "(?P<of2>")
_BETTER = r"(?:trở lên|hoặc (?:cao|tốt) hơn)"
_PEERS = r"(?:đơn vị|sở|ban|ngành|tỉnh|thành phố|địa phương|cơ quan|huyện|quận|xã|phường|bộ)"
_HIGHER = r"(?:lên|về|xuống|đến|tới|vào)"
_GROUP = r"(?:(?:trong|thuộc)\s+)?(?:nhóm|top|tốp)\s+"
_MOVE = re.compile(
    rf"(?:từ\s+(?:{_WORD}\s+){{1,4}}|(?:thứ\s+hạng|vị\s+trí|vị\s+thứ|xếp\s+hạng)\s+(?:từ|đi từ)\s+)0*(?P<from>\d{{1,3}})"
    rf"(?:\s*/\s*\d+)?(?:\s*\([^)]*\))?[^.;\d]{{0,40}}?\s*{_HIGHER}\s+(?P<group>{_GROUP})?"
    rf"(?:(?:{_WORD}|số)\s+){{0,4}}0*(?P<rank>\d{{1,3}})(?![\d.,]*\d|\s*bậc)(?:{_OF})?(?P<least>\s+{_BETTER})?",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"(?<!lần )(?<!sau )\b(?P<word>{_WORD}){_BETWEEN}\s*:?\s*(?P<up>[“\"(]?)0*(?P<rank>\d{{1,3}})(?![\d]|[.,]\d|\s*(?:điểm|%|bậc))"
    rf"(?:\s*(?:-|–|đến)\s*(?:{_WORD}\s+){{0,4}}0*(?P<upper>\d{{1,3}})(?![.,]\d))?(?:{_OF})?(?P<least>\s+{_BETTER})?"
    rf"(?:{_OF2})?(?!\s+từ dưới)",
    re.IGNORECASE,
)
_SPOKEN = ("nhất", "nhì", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SPOKEN_RANK = re.compile(
    rf"\b(?:xếp|đứng|hạng|vị\s+trí)(?:\s+(?:thứ|hạng|ở|vị\s+trí)){{0,4}}\s+(?P<rank>{'|'.join(_SPOKEN)})(?![\w])(?!\s+(?:\d|{'|'.join(_SPOKEN)}|một|hai|mốt|lăm)\b)"
    rf"(?:{_OF})?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:^|[,;:(]|\d|sở|tỉnh|xã|huyện|phường)\s*(?:tiếp tục |vẫn )?(?:đứng|dẫn) đầu(?=\s+(?:toàn|cả|khối|trong))",
    re.IGNORECASE,
)
_AHEAD = r"(?:dẫn đầu|đứng đầu|đầu|cao nhất|tốt nhất|có (?:chỉ số|kết quả|điểm|thứ hạng)|tốp|top)"
_TOP = re.compile(
    rf"(?:\b(?:top|tốp)|\bnhóm|\b(?:trong|thuộc)(?:\s+số)?)\s+(?:nhóm\s+|top\s+|tốp\s+|các\s+){{0,4}}"
    rf"(?:0*(?P<rank>\d{{1,3}})(?![\d.,]*\d|/)|(?P<spoken>{'|'.join(_SPOKEN[2:])})\b)"
    rf"(?=\s*(?:{_PEERS}[^.;]*?)?{_AHEAD})",
    re.IGNORECASE,
)
_TOP_WORD = re.compile(r"\b(?:(?:top|tốp)|(?:vào|trong|thuộc|ở) nhóm)\s+0*(?P<rank>\d{1,3})\b(?!\s*/)", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\d.,/])(?<!nhóm )0*(?P<rank>\d{{1,3}})\s*/\s*0*(?P<of>\d{{1,3}})(?![\d.,]*\d)\s*(?={_PEERS})", re.IGNORECASE
)
_BRACKETED = re.compile(
    r"\b(?:xếp|đứng|hạng|vị\s+trí|vị\s+thứ)\b[^.;\d]{0,40}\(\s*0*(?P<rank>\d{1,3})\s*/\s*0*(?P<of>\d{1,3})\s*\)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\d(?:\s*điểm)\s*[;,(–-]\s*(?<![\d.,/])0*(?P<rank>\d{1,3})\s*/\s*0*(?P<of>\d{1,3})\s*(?=[;).]|,(?!\d)|$)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:đến|tới)\s", re.IGNORECASE)
_LEAST = re.compile(_FLOOR, re.IGNORECASE)


def note_ranks(draft: ScoreDraft, piece: Passage) -> Noted[int] | None:
    """Write the rank of a piece into `draft`; returns the rank moved from, where a move is told."""
    move = _MOVE.search(piece.text)
    if move and not (_TO.search(move.group()) and int(move["from"]) < int(move["rank"])):  # else a range
        _put(draft, piece, move)
        return _whole(piece, move, "from")
    match = _RANK.search(piece.text)
    top = _TOP.search(piece.text) or _TOP_WORD.search(piece.text)
    if top and (match is None or match.end() > top.start()):  # a rank told before the group is the exact one
        _put_top(draft, piece, top)
        return None
    match = match or _BARE.search(piece.text) or _BRACKETED.search(piece.text) or _beside_points(piece)
    if match:
        _put(draft, piece, match)
    elif spoken := _SPOKEN_RANK.search(piece.text):
        _put_spoken(draft, piece, spoken)
    elif first := _FIRST.search(piece.text):
        draft.put("rank", Noted(1, (piece.group(first).place,)))
    return None


def _beside_points(piece: Passage) -> re.Match[str] | None:
    """A rank among its peers that stands bare after the points: `(5,95 điểm; 20/25)`."""
    match = _BESIDE.search(piece.text)
    return match if match and 0 < int(match["rank"]) <= int(match["of"]) else None


def _put_top(draft: ScoreDraft, piece: Passage, top: re.Match[str]) -> None:
    """The last rank of a leading group: `nhóm 05 đơn vị dẫn đầu`, `tốp ba sở cao điểm nhất`."""
    spoken = top.groupdict().get("spoken")
    rank = (
        Noted(_SPOKEN.index(spoken.lower()) + 1, (piece.group(top, "spoken").place,))
        if spoken
        else _whole(piece, top, "rank")
    )
    draft.put("rank", rank)
    draft.put("rank_is_at_most", Noted(value=True, places=(piece.group(top).place,)))


def _put_spoken(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    """A rank in words: `xếp hạng Nhất trong 18 sở`."""
    draft.put("rank", Noted(_SPOKEN.index(match["rank"].lower()) + 1, (piece.group(match, "rank").place,)))
    if match["of"]:
        draft.put("rank_of", _whole(piece, match, "of"))


def _put(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    groups = match.groupdict()
    name = "upper" if groups.get("upper") else "rank"
    at_most = any(groups.get(each) for each in ("upper", "least", "group")) or bool(_LEAST.search(match.group()))
    doubt = problems.RANGE_WORSE_END.code if name == "upper" else None
    rank = _whole(piece, match, name)
    draft.put("rank", Noted(rank.value, rank.places, doubt))
    if at_most:
        draft.put("rank_is_at_most", Noted(value=True, places=(piece.group(match).place,)))
    of = next((each for each in ("of", "of2") if groups.get(each)), None)
    if of:
        draft.put("rank_of", _whole(piece, match, of))


def _whole(piece: Passage, match: re.Match[str], name: str) -> Noted[int]:
    return Noted(int(match[name]), (piece.group(match, name).place,))
