"""The words for what differs between two plans: fields, values, kinds of change."""

from __future__ import annotations

from chiso.cli.language import language
from chiso.plans import Quantity, ReportingRule, ScorePart
from chiso.plans.comparing import ChangeKind
from chiso.problems import Text

KINDS = {
    ChangeKind.ADDED: Text("thêm", "added"),
    ChangeKind.DROPPED: Text("bỏ", "dropped"),
    ChangeKind.CHANGED: Text("sửa", "changed"),
    ChangeKind.MOVED: Text("chuyển", "moved"),
}
_FIELDS = {
    "kind": Text("tên loại", "kind"),
    "number": Text("số, ký hiệu", "number"),
    "issuer": Text("cơ quan ban hành", "issuer"),
    "place": Text("địa danh", "place"),
    "date": Text("ngày", "date"),
    "title": Text("trích yếu", "title"),
    "position": Text("chức vụ người ký", "signer's position"),
    "capacity": Text("quyền hạn ký", "capacity"),
    "recipients": Text("nơi nhận", "recipients"),
    "based_on": Text("căn cứ", "based on"),
    "framework": Text("bộ chỉ số", "framework"),
    "province": Text("tỉnh, thành phố", "province"),
    "year": Text("năm", "year"),
    "name": Text("tên", "name"),
    "code": Text("số thứ tự", "number"),
    "group": Text("nhóm", "group"),
    "score": Text("điểm", "score"),
    "score_is_minimum": Text("trở lên", "or more"),
    "score_is_maximum_points": Text("điểm tối đa", "maximum points"),
    "scale": Text("thang điểm", "scale"),
    "rank": Text("hạng", "rank"),
    "rank_of": Text("trên tổng số", "of how many"),
    "rank_is_at_most": Text("hạng trở lên", "rank or better"),
    "band": Text("xếp loại", "band"),
    "previous_rank": Text("hạng năm trước đó", "rank of the year before"),
    "parts": Text("điểm từng phần", "parts"),
    "lead": Text("chủ trì", "lead"),
    "coordinating": Text("phối hợp", "coordinating"),
    "leader": Text("lãnh đạo phụ trách", "leader"),
    "text": Text("nội dung", "words"),
    "due": Text("thời hạn", "deadline"),
    "due_is_inclusive": Text("tính cả ngày cuối", "last day included"),
    "quantities": Text("chỉ tiêu cam kết", "commitments"),
    "period": Text("kỳ", "period"),
    "due_day": Text("ngày gửi", "day"),
    "due_months": Text("tháng gửi", "months"),
    "due_date": Text("ngày gửi", "date"),
    "due_month_offset": Text("tháng so với kỳ", "month after the period"),
    "to": Text("nơi tổng hợp", "gathered by"),
    "onward_to": Text("gửi tiếp", "sent on to"),
    "other_indices": Text("bộ chỉ số khác", "other indices"),
}
_ABOVE = {
    "baseline": Text("kết quả năm trước", "baseline"),
    "target": Text("mục tiêu", "target"),
    "timing": Text("thời gian", "timing"),
}
_YES, _NO = Text("có", "yes"), Text("không", "no")
_PERIODS = {
    "monthly": Text("tháng", "monthly"),
    "quarterly": Text("quý", "quarterly"),
    "half-yearly": Text("6 tháng", "half-yearly"),
    "nine-monthly": Text("9 tháng", "nine-monthly"),
    "yearly": Text("năm", "yearly"),
}
_REPORT = Text("Báo cáo {period}", "Report: {period}")


def said(text: Text) -> str:
    """The words in the language of the command line."""
    return text.in_language(language())


def field_in_words(path: str) -> str:
    """A field by its path: `target/score` is `mục tiêu: điểm`."""
    *above, own = path.split("/")
    parts = [said(_ABOVE[name]) for name in above if name in _ABOVE]
    return ": ".join([*parts, said(_FIELDS[own]) if own in _FIELDS else own])


def value_in_words(value: object) -> str:
    """A value as a person reads it; nothing for what is not stated."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return said(_YES if value else _NO)
    if isinstance(value, tuple):
        return "; ".join(value_in_words(each) for each in value)
    if isinstance(value, float):
        text = f"{value:.10g}"
        return text if language() == "en" else text.replace(".", ",")
    return _compound_in_words(value)


def _compound_in_words(value: object) -> str:
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, ScorePart):
        return f"{value.name} {value_in_words(value.score)}"
    return str(getattr(value, "number", value))


def duty_in_words(rule: ReportingRule) -> str:
    """A reporting duty by its period."""
    return said(_REPORT).format(period=said(_PERIODS[rule.period]))
