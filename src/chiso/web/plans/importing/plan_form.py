"""The form of a plan: every value of `chiso.plans.Plan` as a field, under the same names."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chiso.plans import Operator, ReportPeriod, TimingKind
from chiso.web.plans.importing.kinds import Choice, Coded, Day, Line, Lines, Mark, Number, Whole, Wholes
from chiso.web.plans.importing.shape import Field, Group, Rows

FRAMEWORKS: Final = ("DDCI", "PCI", "PAR INDEX", "PAPI", "SIPAS")
_TIMINGS: Final[dict[Enum, Promise]] = {
    TimingKind.CONTINUOUS: _("Thường xuyên"),
    TimingKind.MONTHLY: _("Hằng tháng"),
    TimingKind.QUARTERLY: _("Hằng quý"),
    TimingKind.HALF_YEARLY: _("Sáu tháng"),
    TimingKind.YEARLY: _("Hằng năm"),
    TimingKind.BY_DATE: _("Theo thời hạn"),
    TimingKind.AS_NEEDED: _("Khi có yêu cầu"),
}
_OPERATORS: Final[dict[Enum, Promise]] = {
    Operator.EQUAL: _("bằng"),
    Operator.AT_LEAST: _("từ … trở lên"),
    Operator.MORE_THAN: _("trên"),
    Operator.AT_MOST: _("không quá"),
    Operator.LESS_THAN: _("dưới"),
    Operator.RANGE: _("từ … đến"),
}
_PERIODS: Final[dict[Enum, Promise]] = {
    ReportPeriod.MONTHLY: _("Tháng"),
    ReportPeriod.QUARTERLY: _("Quý"),
    ReportPeriod.HALF_YEARLY: _("Sáu tháng"),
    ReportPeriod.NINE_MONTHLY: _("Chín tháng"),
    ReportPeriod.YEARLY: _("Năm"),
}


def _choice(options: Mapping[Enum, Promise]) -> Choice:
    return Choice({"": "", **{str(value.value): words for value, words in options.items()}})


_YEAR = Whole(1990, 2100)
_COUNT = Whole(1, 9_999)
_CODE = Field(Line(20), _("Số, ký hiệu"))
_INCLUSIVE = Field(
    Coded(
        {"": _("không nói"), "no": _("trước ngày"), "yes": _("chậm nhất, vào ngày")},
        {"": None, "no": False, "yes": True},
    ),
    _("Cách ghi hạn"),
)

_PART = Group(
    key="score",
    parts={
        "name": Field(Line(100), _("Phần điểm"), is_required=True),
        "score": Field(Number(), _("Điểm"), is_required=True),
        "scale": Field(Number(), _("Tối đa")),
    },
)
_SCORE = Group(
    key="score",
    is_optional=True,
    parts={
        "year": Field(_YEAR, _("Năm")),
        "score": Field(Number(), _("Điểm")),
        "scale": Field(Number(), _("Tối đa")),
        "rank": Field(_COUNT, _("Hạng")),
        "rank_of": Field(_COUNT, _("Trên tổng số")),
        "band": Field(Line(40), _("Xếp loại")),
        "previous_rank": Field(_COUNT, _("Hạng năm trước nữa")),
        "score_is_minimum": Field(Mark(), _("Điểm này trở lên")),
        "score_is_maximum_points": Field(Mark(), _("Điểm tối đa")),
        "rank_is_at_most": Field(Mark(), _("Hạng này hoặc cao hơn")),
        "parts": Rows(_PART),
    },
)
_ASSIGNMENT = Group(
    key="lead",
    parts={
        "lead": Field(Line(300, suggestions="unit-names"), _("Chủ trì")),
        "coordinating": Field(Lines(300), _("Phối hợp (mỗi dòng một đơn vị)")),
        "leader": Field(Line(120), _("Lãnh đạo phụ trách")),
    },
)
_TIMING = Group(
    key="text",
    is_optional=True,
    parts={
        "kind": Field(_choice(_TIMINGS), _("Thời gian"), is_required=True),
        "text": Field(Line(300, blank=""), _("Văn bản ghi")),
        "due": Field(Day(), _("Thời hạn")),
        "due_is_inclusive": _INCLUSIVE,
    },
)
_QUANTITY = Group(
    key="value",
    parts={
        "operator": Field(_choice(_OPERATORS), _("So sánh"), is_required=True),
        "value": Field(Number(), _("Số"), is_required=True),
        "upper": Field(Number(), _("Đến")),
        "unit": Field(Line(100), _("Đơn vị tính"), is_required=True),
        "text": Field(Line(300, blank=""), _("Văn bản ghi")),
    },
)
_TASK = Group(
    key="text",
    parts={
        "code": _CODE,
        "text": Field(Line(5_000, control="passage"), _("Nội dung"), is_required=True),
        "assignment": _ASSIGNMENT,
        "timing": _TIMING,
        "quantities": Rows(_QUANTITY),
    },
)
_COMPONENT = Group(
    key="name",
    parts={
        "code": _CODE,
        "name": Field(Line(300), _("Tên"), is_required=True),
        "group": Field(Line(300), _("Nhóm")),
        "baseline": _SCORE,
        "target": _SCORE,
        "assignment": _ASSIGNMENT,
        "timing": _TIMING,
        "tasks": Rows(_TASK),
    },
)
_RULE = Group(
    key="period",
    parts={
        "period": Field(_choice(_PERIODS), _("Kỳ"), is_required=True),
        "due_is_inclusive": _INCLUSIVE,
        "due_day": Field(Whole(1, 31), _("Ngày")),
        "due_months": Field(Wholes(Whole(1, 12)), _("Các tháng")),
        "due_month_offset": Field(
            Coded(
                {"": _("không nói"), "0": _("tháng cuối kỳ"), "1": _("tháng sau kỳ")},
                {"": None, "0": 0, "1": 1},
            ),
            _("Thuộc tháng"),
        ),
        "due_date": Field(Day(), _("Hoặc ngày cụ thể")),
        "to": Field(Line(300, suggestions="unit-names"), _("Gửi về")),
        "onward_to": Field(Lines(300), _("Gửi tiếp (mỗi dòng một nơi)")),
    },
)
_CITATION = Group(
    key="number",
    parts={
        "number": Field(Line(100), _("Số, ký hiệu"), is_required=True),
        "date": Field(Day(), _("Ngày")),
    },
)
_SIGNER = Group(
    key="name",
    is_optional=True,
    parts={
        "name": Field(Line(120), _("Người ký")),
        "position": Field(Line(120), _("Chức vụ")),
        "capacity": Field(Line(20), _("Thẩm quyền ký")),
    },
)
_HEAD = Group(
    key="title",
    parts={
        "kind": Field(Line(60), _("Loại văn bản")),
        "number": Field(Line(60), _("Số, ký hiệu")),
        "date": Field(Day(), _("Ngày ban hành")),
        "issuer": Field(Line(300), _("Cơ quan ban hành")),
        "place": Field(Line(100), _("Nơi ban hành")),
        "title": Field(Line(500, control="passage"), _("Trích yếu")),
        "signer": _SIGNER,
        "recipients": Field(Lines(300), _("Nơi nhận (mỗi dòng một nơi)")),
        "based_on": Rows(_CITATION),
    },
)

PLAN: Final = Group(
    parts={
        "index": Group(
            key="framework",
            parts={
                "framework": Field(Choice({"": "", **{name: name for name in FRAMEWORKS}}), _("Bộ chỉ số")),
                "province": Field(Line(60), pgettext_lazy("số ít", "Tỉnh, thành phố")),
                "year": Field(_YEAR, _("Năm kế hoạch")),
            },
        ),
        "document": _HEAD,
        "baseline": _SCORE,
        "target": _SCORE,
        "components": Rows(_COMPONENT),
        "general_tasks": Rows(_TASK),
        "reporting": Rows(_RULE),
        "other_indices": Field(Lines(60), _("Chỉ số khác kế hoạch cũng phục vụ")),
    },
)
