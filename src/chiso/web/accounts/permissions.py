"""Who may do what: the one table of roles and actions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in an agency."""

    ADMINISTRATOR = "administrator", _("Quản trị")
    FOCAL = "focal", _("Đầu mối")
    LEADER = "leader", _("Lãnh đạo")
    UNIT_HEAD = "unit-head", _("Trưởng đơn vị")
    OFFICER = "officer", _("Chuyên viên")
    VIEWER = "viewer", _("Người xem")


class Action(models.TextChoices):
    """What can be done; each route of the program asks for one of these."""

    SEE = "see", _("Xem bảng điểm, kế hoạch, lịch")
    SEE_AUDIT = "see-audit", _("Xem nhật ký")
    IMPORT_PLAN = "import-plan", _("Nhập và chấp nhận kế hoạch")
    EDIT_PLAN = "edit-plan", _("Sửa kế hoạch đang chạy")
    RECORD_PROGRESS = "record-progress", _("Cập nhật tiến độ")
    FILE_REPORT = "file-report", _("Ghi nhận báo cáo đã gửi")
    ENTER_RESULT = "enter-result", _("Nhập kết quả công bố")
    KEEP_EDITIONS = "keep-editions", _("Lập phiên bản bộ chỉ số của cơ quan")
    MANAGE_PEOPLE = "manage-people", _("Quản lý đơn vị và tài khoản")


_EVERYBODY = frozenset(Role)
_OFFICE = frozenset({Role.ADMINISTRATOR, Role.FOCAL})

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.SEE: _EVERYBODY,
    Action.SEE_AUDIT: _OFFICE | {Role.LEADER},
    Action.IMPORT_PLAN: _OFFICE,
    Action.EDIT_PLAN: _OFFICE,
    Action.RECORD_PROGRESS: _OFFICE | {Role.UNIT_HEAD, Role.OFFICER},
    Action.FILE_REPORT: _OFFICE,
    Action.ENTER_RESULT: _OFFICE,
    Action.KEEP_EDITIONS: _OFFICE,
    Action.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
}

ANY_UNIT = _OFFICE  # these act for every unit of their agency, the others for their own


def may(role: str, action: Action) -> bool:
    """Whether a role may do an action."""
    return Role(role) in ALLOWED[action]
