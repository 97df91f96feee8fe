"""Công thức: how a node comes out of those under it, with their weights."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks import Lacking, Method
from chiso.frameworks.amend import with_rule
from chiso.frameworks.rules import ADDING, WEIGHING
from chiso.frameworks.signatures import RULES
from chiso.web.catalogue.own.desk import Written, plain, said
from chiso.web.catalogue.own.forms.part import PartForm, node_or_404
from chiso.web.ui.numbers import NumberField

METHODS = {
    Method.WEIGHTED_MEAN: gettext_lazy("Trung bình có trọng số"),
    Method.SUM_OF_POINTS: gettext_lazy("Tổng điểm các phần"),
    Method.SHARE_OF_MAXIMUM: gettext_lazy("Tỷ lệ tổng điểm trên tổng điểm tối đa"),
    Method.GEOMETRIC_MEAN: gettext_lazy("Trung bình nhân có trọng số"),
    Method.HARMONIC_MEAN: gettext_lazy("Trung bình điều hòa có trọng số"),
    Method.ANNOUNCED: gettext_lazy("Nhập theo công bố, không tính"),
}
LACKING = {
    Lacking.BLOCKS: gettext_lazy("không tính điểm chung"),
    Lacking.LEFT_OUT: gettext_lazy("bỏ phần đó ra khỏi tử số và mẫu số"),
}


class RuleForm(PartForm):
    """The rule of a node for a time."""

    part = "rules"
    title = gettext_lazy("Công thức và trọng số")
    is_dated = True

    method = forms.ChoiceField(
        label=gettext_lazy("Cách tính"), choices=[(str(key), word) for key, word in METHODS.items()]
    )
    multiplier = NumberField(
        label=gettext_lazy("Nhân với"),
        min_value=Decimal("0.0001"),
        required=False,
        help_text=gettext_lazy(
            "Ví dụ 10 để đưa thành phần thang 10 lên điểm chung thang 100. Không dùng khi cộng điểm."
        ),
    )
    when_missing = forms.ChoiceField(label=gettext_lazy("Thiếu điểm của một phần thì"), choices=list(LACKING.items()))
    when_not_applicable = forms.ChoiceField(
        label=gettext_lazy("Một phần không áp dụng với đơn vị thì"), choices=list(LACKING.items())
    )

    def build(self) -> None:
        """Add a weight for each node below; nothing can be put together where there is none."""
        node_or_404(self.desk, self.code)
        self.parts = self.desk.children(self.code)
        if not self.parts or not can_be_edited(self.desk.rule_now(self.code)):
            raise Http404
        for part in self.parts:
            name = {"name": said(part["name"])}
            self.fields[f"counts-{part['code']}"] = forms.BooleanField(
                label=_("Tính vào: %(name)s") % name, required=False
            )
            self.fields[f"weight-{part['code']}"] = NumberField(
                label=_("Trọng số, %%: %(name)s") % name, min_value=Decimal(0), max_value=Decimal(100), required=False
            )

    @property
    def heading(self) -> str:
        """Name the node."""
        return _("Công thức: %(name)s") % {"name": said(node_or_404(self.desk, self.code)["name"])}

    def found(self) -> dict[str, object]:
        """The newest rule there is; where none is stated, all parts count and weights are still to be told."""
        rule = self.desk.rule_now(self.code) or {"method": "announced"}
        is_stated = rule["method"] != Method.ANNOUNCED
        weights, parts = rule.get("weights", {}), counted_in(rule)
        found: dict[str, object] = {
            "method": rule["method"] if is_stated else Method.WEIGHTED_MEAN.value,
            "multiplier": Decimal(str(rule["multiplier"])) if "multiplier" in rule else self._likely_multiplier(),
            "when_missing": rule.get("when_missing", Lacking.BLOCKS.value),
            "when_not_applicable": rule.get("when_not_applicable", Lacking.BLOCKS.value),
        }
        for part in self.parts:
            code = part["code"]
            found[f"counts-{code}"] = code in parts if is_stated else True
            found[f"weight-{code}"] = Decimal(str(weights[code])) if code in weights else None
        return found

    def _likely_multiplier(self) -> Decimal | None:
        """What brings the parts from their scale to that of the node, where theirs is one."""
        scales = {str(part["scale"]) for part in self.parts}
        above, below = node_or_404(self.desk, self.code)["scale"], self.parts[0]["scale"]
        if len(scales) != 1 or isinstance(above, str) or isinstance(below, str) or not below[1]:
            return None
        return (Decimal(str(above[1])) / Decimal(str(below[1]))).normalize()

    @property
    def table(self) -> Iterator[tuple[str, str, forms.BoundField, forms.BoundField]]:
        """Name and code of each part with its fields."""
        for part in self.parts:
            code = part["code"]
            yield said(part["name"]), code, self[f"counts-{code}"], self[f"weight-{code}"]

    def clean(self) -> dict[str, Any]:
        """Ask for parts, for weights where the method weighs, and for the factor where it multiplies."""
        cleaned = super().clean()
        method = Method(cleaned.get("method", Method.ANNOUNCED))
        if method is Method.ANNOUNCED:
            return cleaned
        if not any(self._counts(cleaned, part["code"]) for part in self.parts):
            self.add_error(None, _("Chọn ít nhất một phần được tính vào."))
        if method in WEIGHING:
            for part in self.parts:
                if self._counts(cleaned, part["code"]) and not cleaned.get(f"weight-{part['code']}"):
                    self.add_error(f"weight-{part['code']}", _("Ghi trọng số, hoặc bỏ chọn phần này."))
        if method is not Method.SUM_OF_POINTS and not cleaned.get("multiplier"):
            self.add_error("multiplier", _("Ghi số nhân; không nhân thì ghi 1."))
        return cleaned

    def _counts(self, cleaned: dict[str, Any], code: str) -> bool:
        return bool(cleaned.get(f"counts-{code}") or cleaned.get(f"weight-{code}"))

    def change(self, own: Written) -> Written:
        """Put the rule over those there are."""
        return with_rule(own, self.desk.full, self.code, self._entry())

    def _entry(self) -> Written:
        cleaned, method = self.cleaned_data, Method(self.cleaned_data["method"])
        entry = {**self.dated, "method": method.value}
        if method is Method.ANNOUNCED:
            return entry
        counted = [part["code"] for part in self.parts if self._counts(cleaned, part["code"])]
        if method in WEIGHING:
            entry["weights"] = {code: plain(cleaned[f"weight-{code}"]) for code in counted}
        else:
            entry["parts"] = counted
        if method is not Method.SUM_OF_POINTS:
            entry["multiplier"] = plain(cleaned["multiplier"])
        entry |= {name: cleaned[name] for name in ("when_missing", "when_not_applicable")}
        before = self.desk.rule_now(self.code) or {}
        return entry | {name: before[name] for name in RULES[method].may - {"weights_are"} if name in before}


def counted_in(rule: Written) -> list[str]:
    """The codes of the parts of a rule."""
    return [*rule.get("weights", ()), *rule.get("parts", ())]


def can_be_edited(rule: Written | None) -> bool:
    """Whether a rule puts parts together, or there is none; rules that award points for facts come in as a file."""
    return rule is None or Method(rule["method"]) in WEIGHING | ADDING | {Method.ANNOUNCED}
