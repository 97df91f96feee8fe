"""Chỉ số: names and scales of nodes, further nodes, nodes that are left out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks import Direction, Means, NodeKind
from chiso.frameworks.amend import with_node, without_node
from chiso.web.catalogue.own.desk import Written, plain, said
from chiso.web.catalogue.own.forms.part import ENGLISH, PartForm, names_of, node_or_404
from chiso.web.catalogue.wording import KINDS
from chiso.web.ui.numbers import NumberField

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
_RESERVED = frozenset({"unit", "node", "period", "value", "status"})
DIRECTIONS = {
    Direction.POSITIVE: gettext_lazy("càng cao càng tốt"),
    Direction.NEGATIVE: gettext_lazy("càng thấp càng tốt"),
}
MEANS = {
    Means.SURVEY: gettext_lazy("khảo sát"),
    Means.RECORD: gettext_lazy("số liệu hành chính"),
    Means.APPRAISAL: gettext_lazy("thẩm định"),
    Means.INDEX: gettext_lazy("lấy từ chỉ số khác"),
}


class NodeForm(PartForm):
    """The names and the scale of a node."""

    part = "nodes"
    title = gettext_lazy("Tên và thang điểm")

    vi = forms.CharField(label=gettext_lazy("Tên"), max_length=300)
    en = forms.CharField(label=ENGLISH, max_length=300, required=False)
    aliases = forms.CharField(
        label=gettext_lazy("Cơ quan còn viết là"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Mỗi dòng một cách viết, để đọc kế hoạch nhận ra."),
    )
    minimum = NumberField(label=gettext_lazy("Điểm thấp nhất"))
    maximum = NumberField(label=gettext_lazy("Điểm tối đa"))

    def build(self) -> None:
        """Ask for a scale only where there is one: that of measured values is open."""
        self.node = node_or_404(self.desk, self.code)
        if isinstance(self.node["scale"], str):
            del self.fields["minimum"], self.fields["maximum"]

    @property
    def heading(self) -> str:
        """Name the node."""
        return _("Tên và thang điểm: %(name)s") % {"name": said(self.node["name"])}

    def found(self) -> dict[str, object]:
        """What the node is called, and its scale."""
        scale = self.node["scale"]
        ends = {} if isinstance(scale, str) else {"minimum": Decimal(str(scale[0])), "maximum": Decimal(str(scale[1]))}
        names = self.node["name"]
        return {"vi": names["vi"], "en": names["en"], "aliases": "\n".join(self.node.get("aliases", ())), **ends}

    def clean(self) -> dict[str, Any]:
        """Let the scale run upwards."""
        return _with_scale(self, super().clean())

    def change(self, own: Written) -> Written:
        """Set what differs, with the source."""
        return with_node(own, {"code": self.code, **self._different(), "source": self.cleaned_data["source"]})

    def _different(self) -> Written:
        aliases = [line.strip() for line in self.cleaned_data["aliases"].splitlines() if line.strip()]
        said_now: Written = {"name": names_of(self.cleaned_data), "aliases": list(dict.fromkeys(aliases))}
        if "minimum" in self.fields:
            said_now["scale"] = scale_of(self.cleaned_data)
        return {key: value for key, value in said_now.items() if value != self.node.get(key, [])}


class NewNodeForm(PartForm):
    """A further node under a node."""

    part = "nodes"
    title = gettext_lazy("Thêm chỉ số")

    vi = forms.CharField(label=gettext_lazy("Tên"), max_length=300)
    en = forms.CharField(label=ENGLISH, max_length=300, required=False)
    node_code = forms.CharField(
        label=gettext_lazy("Mã"),
        max_length=60,
        help_text=gettext_lazy("Chữ cái không dấu, chữ số, gạch dưới hoặc dấu chấm; là tên cột khi nhập số liệu."),
        widget=forms.TextInput({"spellcheck": "false", "autocapitalize": "none"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Cấp"), choices=[(str(k), w) for k, w in KINDS.items() if k != "headline"]
    )
    minimum = NumberField(label=gettext_lazy("Điểm thấp nhất"), initial=Decimal(0))
    maximum = NumberField(label=gettext_lazy("Điểm tối đa"))
    direction = forms.ChoiceField(label=gettext_lazy("Chiều"), choices=[(str(k), w) for k, w in DIRECTIONS.items()])
    by = forms.ChoiceField(
        label=gettext_lazy("Số liệu từ"), required=False, choices=[("", "–"), *((str(k), w) for k, w in MEANS.items())]
    )

    def build(self) -> None:
        """Offer the levels below that of the node above."""
        self.above = node_or_404(self.desk, self.code)
        order = list(NodeKind)
        below = order[order.index(NodeKind(self.above["kind"])) + 1 :] or [NodeKind.INDICATOR]
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = [(each.value, KINDS[each]) for each in below]
        siblings = self.desk.children(self.code)
        kind.initial = siblings[0]["kind"] if siblings else below[0].value

    @property
    def heading(self) -> str:
        """Name the node above."""
        return _("Thêm chỉ số thuộc “%(name)s”") % {"name": said(self.above["name"])}

    def clean_node_code(self) -> str:
        """Take a code that packs can have and that nothing has yet."""
        code: str = self.cleaned_data["node_code"].strip()
        facts = {fact["code"] for fact in self.desk.full.get("facts", ())}
        if not _CODE.fullmatch(code) or code in _RESERVED:
            raise forms.ValidationError(_("Mã bắt đầu bằng chữ cái không dấu, chỉ gồm chữ, số, gạch dưới, dấu chấm."))
        if self.desk.node(code) or code in facts:
            raise forms.ValidationError(_("Mã “%(code)s” đã được dùng.") % {"code": code})
        return code

    def clean(self) -> dict[str, Any]:
        """Let the scale run upwards."""
        return _with_scale(self, super().clean())

    def change(self, own: Written) -> Written:
        """Add the node at the end."""
        cleaned = self.cleaned_data
        entry = {
            "code": cleaned["node_code"],
            "kind": cleaned["kind"],
            "parent": self.code,
            "name": names_of(cleaned),
            "scale": scale_of(cleaned),
            "source": cleaned["source"],
        }
        if cleaned["direction"] == Direction.NEGATIVE:
            entry["direction"] = cleaned["direction"]
        if cleaned["by"]:
            entry["collected"] = {"by": cleaned["by"]}
        return with_node(own, entry)


class DropForm(PartForm):
    """A node that is left out, with all under it."""

    part = "drop"
    title = gettext_lazy("Bỏ chỉ số")

    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))

    def build(self) -> None:
        """The headline stays; what the agency has added itself is taken out without a form."""
        self.node = node_or_404(self.desk, self.code)
        if "parent" not in self.node or self.code not in self.desk.base_codes:
            raise Http404

    @property
    def heading(self) -> str:
        """Name the node."""
        return _("Bỏ chỉ số: %(name)s") % {"name": said(self.node["name"])}

    def change(self, own: Written) -> Written:
        """Leave the node out."""
        why = self.cleaned_data["why"].strip()
        reason = {"why": {"vi": why, "en": why}, "source": self.cleaned_data["source"]}
        return without_node(own, self.desk.full, self.code, reason)


def _with_scale(form: forms.Form, cleaned: dict[str, Any]) -> dict[str, Any]:
    low, high = cleaned.get("minimum"), cleaned.get("maximum")
    if low is not None and high is not None and low >= high:
        form.add_error("maximum", _("Điểm tối đa phải lớn hơn điểm thấp nhất."))
    return cleaned


def scale_of(cleaned: dict[str, Any]) -> list[int | float]:
    """The scale as packs write it."""
    return [plain(cleaned["minimum"]), plain(cleaned["maximum"])]
