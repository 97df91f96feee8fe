"""Audit events in words: one sentence an event name, one word a detail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from chiso.periods import Period
from chiso.problems import ProblemError

SENTENCES: Final[Mapping[str, str | Promise]] = {
    "accounts.password.changed": _("Đổi mật khẩu của mình"),
    "directory.agency.created": _("Thêm cơ quan %(name)s"),
    "directory.unit.added": _("Thêm đơn vị %(unit)s"),
    "directory.unit.renamed": _("Đổi tên đơn vị %(before)s thành %(after)s"),
    "directory.unit.name_added": _("Thêm cách viết “%(name)s” cho đơn vị %(unit)s"),
    "directory.unit.merged": _("Gộp đơn vị %(merged)s vào %(into)s"),
    "directory.account.created": _("Thêm tài khoản %(username)s cho %(person)s"),
    "directory.account.changed": _("Sửa tài khoản %(username)s"),
    "directory.account.deactivated": _("Ngừng dùng tài khoản %(username)s"),
    "directory.account.reactivated": _("Cho dùng lại tài khoản %(username)s"),
    "directory.account.password_reset": _("Đặt mật khẩu dùng một lần cho %(username)s"),
    "catalogue.own_edition.opened": _("Lập phiên bản %(edition)s, bản %(version)s"),
    "catalogue.own_edition.taken_in": _("Đưa phiên bản %(edition)s vào từ tệp"),
    "catalogue.own_edition.amended": _("Sửa bản đang lập %(edition)s: %(part)s"),
    "catalogue.own_edition.put_in_force": _("Chốt và áp dụng phiên bản %(edition)s, bản %(version)s"),
    "catalogue.own_edition.withdrawn": _("Thôi áp dụng phiên bản %(edition)s: %(reason)s"),
    "catalogue.own_edition.discarded": _("Bỏ bản đang lập %(edition)s"),
    "plans.draft.created": _("Đưa tệp %(file)s vào đọc"),
    "plans.draft.saved": _("Lưu bản rà soát của tệp %(file)s"),
    "plans.draft.discarded": _("Bỏ bản rà soát của tệp %(file)s"),
    "plans.plan.accepted": _("Chấp nhận kế hoạch %(family)s %(year)s từ tệp %(file)s"),
    "plans.finding.dismissed": _("Bỏ qua phát hiện “%(message)s”: %(reason)s"),
    "plans.finding.reopened": _("Xét lại phát hiện đã bỏ qua “%(message)s”"),
    "plans.component.edited": _("Sửa thành phần của kế hoạch"),
    "plans.task.edited": _("Sửa nhiệm vụ"),
    "plans.task.counted_for": _("Đổi các thành phần mà nhiệm vụ được tính cho"),
    "plans.task.merged": _("Gộp nhiệm vụ trùng nhau thành “%(kept)s”"),
    "plans.task.progress_recorded": _("Cập nhật tiến độ nhiệm vụ"),
    "reporting.report.filed": _("Ghi nhận đã gửi báo cáo kỳ %(period)s của kế hoạch %(plan)s"),
    "reporting.report.filing_withdrawn": _("Bỏ ghi nhận đã gửi báo cáo kỳ %(period)s của kế hoạch %(plan)s"),
    "results.result.recorded": _("Nhập kết quả công bố"),
    "results.result.deleted": _("Xóa kết quả %(result)s"),
    "results.peers.deleted": _("Xóa bảng điểm %(table)s của %(units)s đơn vị"),
    "results.peers.recorded": _("Nhập bảng điểm %(table)s của %(units)s đơn vị"),
    "results.scenario.saved": _("Lưu lộ trình “%(name)s”"),
    "results.scenario.deleted": _("Xóa lộ trình “%(name)s”"),
    "plans.targets.adopted": _("Đưa lộ trình “%(name)s” vào mục tiêu của kế hoạch"),
    "plans.targets.edited": _("Sửa mục tiêu của kế hoạch"),
}

WORDS: Final[Mapping[str, str | Promise]] = {
    "after": _("sau"),
    "band": _("xếp loại"),
    "bands": _("xếp loại"),
    "base": _("bản gốc"),
    "before": _("trước"),
    "components": _("thành phần"),
    "content_hash": _("mã nội dung"),
    "coordinating": _("phối hợp"),
    "drop": _("bỏ chỉ số"),
    "due_on": _("thời hạn"),
    "edition": _("phiên bản bộ chỉ số"),
    "family": _("chỉ số"),
    "file": _("tệp"),
    "filed_on": _("ngày gửi"),
    "into": _("gộp vào"),
    "is_collective": _("tên chung"),
    "is_done": _("đã xong"),
    "kept": _("giữ lại"),
    "lead": _("chủ trì"),
    "leader": _("lãnh đạo phụ trách"),
    "merged": _("đã gộp"),
    "message": _("phát hiện"),
    "moved": _("đã chuyển"),
    "name": _("tên"),
    "nodes": _("các chỉ số"),
    "note": _("ghi chú"),
    "number": _("số, ký hiệu"),
    "on": _("ngày"),
    "open_errors": _("lỗi đã xem khi chấp nhận"),
    "part": _("phần"),
    "percent": _("phần trăm"),
    "period": _("kỳ"),
    "person": _("họ tên"),
    "plan": _("kế hoạch"),
    "rank": _("hạng"),
    "rank_of": _("số đơn vị được xếp hạng"),
    "ranking": _("quy tắc xếp hạng"),
    "reason": _("lý do"),
    "result": _("kết quả"),
    "role": _("vai trò"),
    "scale": _("thang điểm"),
    "score": _("điểm"),
    "rules": _("công thức"),
    "scenarios": _("ví dụ kiểm tra"),
    "sha256": _("mã SHA-256"),
    "standing": _("giá trị"),
    "source": _("nguồn"),
    "sources": _("nguồn"),
    "table": _("bảng"),
    "target_band": _("mục tiêu xếp loại"),
    "target_rank": _("mục tiêu hạng"),
    "target_rank_is_at_most": _("mục tiêu hạng: từ hạng này trở lên"),
    "target_score": _("mục tiêu điểm"),
    "target_score_is_minimum": _("mục tiêu điểm: từ mức này trở lên"),
    "tasks": _("nhiệm vụ"),
    "timing_kind": _("loại thời gian"),
    "timing_text": _("thời gian"),
    "total": _("tổng điểm"),
    "unit": _("đơn vị"),
    "units": _("số đơn vị"),
    "updates": _("cập nhật chuyển sang"),
    "update": _("lần cập nhật"),
    "username": _("tên đăng nhập"),
    "values": _("giá trị chỉ tiêu"),
    "version": _("phiên bản"),
    "year": _("năm"),
    "years": _("tên và các năm"),
    "directory.membership.unit": _("tài khoản"),
    "directory.unitname.unit": _("tên gọi"),
    "plans.component.lead": _("thành phần chủ trì"),
    "plans.component_coordinating.unit": _("thành phần phối hợp"),
    "plans.progressupdate.unit": _("cập nhật tiến độ"),
    "plans.reportingrule.to": _("yêu cầu báo cáo"),
    "plans.task.lead": _("nhiệm vụ chủ trì"),
    "plans.task_coordinating.unit": _("nhiệm vụ phối hợp"),
}

CODES: Final[Mapping[str, Mapping[str, str | Promise]]] = {
    "part": {
        "bands": _("xếp loại"),
        "drop": _("bỏ chỉ số"),
        "nodes": _("các chỉ số"),
        "ranking": _("quy tắc xếp hạng"),
        "rules": _("công thức"),
        "scenarios": _("ví dụ kiểm tra"),
        "sources": _("nguồn"),
        "years": _("tên và các năm"),
    },
    "role": {
        "administrator": _("Quản trị"),
        "focal": _("Đầu mối"),
        "leader": _("Lãnh đạo"),
        "unit-head": _("Trưởng đơn vị"),
        "officer": _("Chuyên viên"),
        "viewer": _("Người xem"),
    },
    "standing": {"official": _("Chính thức"), "provisional": _("Tạm tính")},
    "timing_kind": {
        "continuous": _("Thường xuyên"),
        "yearly": _("Hằng năm"),
        "half-yearly": _("6 tháng một lần"),
        "quarterly": _("Hằng quý"),
        "monthly": _("Hằng tháng"),
        "by-date": _("Đến một ngày"),
        "as-needed": _("Theo tình hình thực tế"),
    },
}
"""What stands in the details as a code, in the words of the pages; the apps that own the codes lie above this one."""

ADDRESSES: Final[Mapping[str, str]] = {
    "directory.unit": "agency:unit",
    "directory.membership": "agency:account",
    "plans.plan": "plans:plan",
    "plans.task": "plans:task",
}
TITLED: Final = frozenset({*ADDRESSES, "plans.component", "results.result"} - {"directory.membership"})
NOTHING: Final = "–"
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Known(dict[str, str]):
    """Details as a sentence takes them, with a stand-in for what is not there."""

    def __init__(self, details: Mapping[str, object], unknown: str) -> None:
        super().__init__((key, _value(value, key)) for key, value in details.items())
        self.unknown = unknown

    def __missing__(self, key: str) -> str:
        return self.unknown


def sentence(name: str, details: Mapping[str, object], unknown: str = NOTHING) -> str:
    """What happened, in a sentence; the dotted name where it is not known. unknown: stands for a missing detail."""
    words = SENTENCES.get(name)
    return str(words) % _Known(details, unknown) if words else name


def told(details: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """The details as label and value, those inside others under both labels; a change as "before → after"."""
    before, after = details.get("before"), details.get("after")
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        changes = [(key, f"{_value(before.get(key), key)} → {_value(after[key], key)}") for key in after]
        kept = [pair for pair in _flat(details) if not pair[0].startswith(("before", "after"))]
        return tuple((_label(key), value) for key, value in [*changes, *kept])
    return tuple((_label(key), value) for key, value in _flat(details))


def _flat(details: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in details.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}/")
        else:
            yield f"{above}{key}", _value(value, key)


def _label(path: str) -> str:
    return ", ".join(str(WORDS.get(part, part)) for part in path.split("/"))


def _value(value: object, key: str) -> str:
    match value:
        case None | "" | [] | {}:
            return NOTHING
        case bool():
            return _t("có") if value else _t("không")
        case list():
            return "; ".join(map(str, value))
        case str():
            return _in_words(value, key)
        case _:
            return str(value)


def _in_words(value: str, key: str) -> str:
    if value in CODES.get(key, {}):
        return str(CODES[key][value])
    if _ISO_DAY.fullmatch(value):
        return "/".join(reversed(value.split("-")))
    return _period(value) if key == "period" else value


def _period(written: str) -> str:
    try:
        return Period.parse(written).label(get_language() or "vi")
    except ProblemError:
        return written
