"""Xếp loại: the names of the bands, best first, and their bounds for some nodes and a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks import BandMethod
from chiso.frameworks.amend import with_bands
from chiso.web.catalogue.own.desk import Written, plain, said
from chiso.web.catalogue.own.forms.part import PartForm
from chiso.web.ui.numbers import NumberField

_SPARE, _FEWEST = 2, 5
METHODS = {
    BandMethod.CUT_OFFS: gettext_lazy("Theo ngưỡng: từ cận dưới, chưa đến cận dưới của mức trên"),
    BandMethod.KNOWN_INTERVALS: gettext_lazy("Theo khoảng điểm đã thấy kèm từng mức"),
    BandMethod.QUARTILES: gettext_lazy("Theo tứ phân vị: bốn mức, mỗi mức một phần tư đơn vị"),
    BandMethod.NATURAL_GAPS: gettext_lazy("Theo các khoảng cách lớn nhất trong bảng xếp hạng"),
}


class BandsForm(PartForm):
    """The bands and their bounds."""

    part = "bands"
    title = gettext_lazy("Xếp loại")
    is_dated = True

    method = forms.ChoiceField(
        label=gettext_lazy("Cách xếp loại"), choices=[(str(k), word) for k, word in METHODS.items()]
    )
    nodes = forms.MultipleChoiceField(label=gettext_lazy("Xếp loại cho"), widget=forms.CheckboxSelectMultiple)

    def build(self) -> None:
        """Add a line for each band there is, and some more."""
        self.known: list[Written] = self.desk.full.get("band_names", [])
        nodes = self.fields["nodes"]
        if isinstance(nodes, forms.MultipleChoiceField):
            nodes.choices = [(node["code"], said(node["name"])) for node in self.desk.nodes]
        self.lines = range(max(len(self.known) + _SPARE, _FEWEST))
        for line in self.lines:
            number = {"number": line + 1}
            self.fields[f"name-{line}"] = forms.CharField(
                label=_("Tên mức %(number)s") % number, max_length=40, required=False
            )
            self.fields[f"low-{line}"] = NumberField(label=_("Mức %(number)s từ") % number, required=False)
            self.fields[f"high-{line}"] = NumberField(label=_("Mức %(number)s đến") % number, required=False)

    def found(self) -> dict[str, object]:
        """The bands of the headline, else of the first node that has any."""
        entries = self.desk.full.get("bands", [])
        headline = self.desk.nodes[0]["code"]
        entry = next((each for each in entries if headline in each["nodes"]), entries[0] if entries else None)
        newest = entry["values"][-1] if entry else {}
        found: dict[str, object] = {
            "nodes": [headline],
            "method": BandMethod.QUARTILES.value if newest.get("method") == "quartiles" else BandMethod.CUT_OFFS.value,
        }
        for line, name in enumerate(self.known):
            found[f"name-{line}"] = name["vi"]
        return found

    @property
    def table(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Each line with its fields."""
        for line in self.lines:
            yield line + 1, self[f"name-{line}"], self[f"low-{line}"], self[f"high-{line}"]

    def clean(self) -> dict[str, Any]:
        """Ask for names, and for the bounds that the method needs."""
        cleaned = super().clean()
        named = [line for line in self.lines if cleaned.get(f"name-{line}")]
        method = cleaned.get("method")
        if not named:
            self.add_error("name-0", _("Ghi tên các mức, tốt nhất trước."))
        if method == BandMethod.CUT_OFFS:
            for line in named[:-1]:
                if cleaned.get(f"low-{line}") is None:
                    self.add_error(f"low-{line}", _("Ghi điểm thấp nhất của mức này."))
            for better, worse in pairwise(named):
                low, high = cleaned.get(f"low-{worse}"), cleaned.get(f"low-{better}")
                if low is not None and high is not None and low >= high:
                    self.add_error(f"low-{worse}", _("Phải thấp hơn điểm của mức trên."))
        if method == BandMethod.KNOWN_INTERVALS and not any(self._ends(cleaned, line) for line in named):
            self.add_error(None, _("Ghi khoảng điểm của ít nhất một mức."))
        return cleaned

    def _ends(self, cleaned: dict[str, Any], line: int) -> tuple[Decimal, Decimal] | None:
        low, high = cleaned.get(f"low-{line}"), cleaned.get(f"high-{line}")
        known = [end for end in (low, high) if end is not None]
        return (known[0], known[-1]) if known else None

    def change(self, own: Written) -> Written:
        """Put the bands over those there are."""
        cleaned = self.cleaned_data
        named = [line for line in self.lines if cleaned[f"name-{line}"]]
        names = self._names([cleaned[f"name-{line}"].strip() for line in named])
        value: Written = {**self.dated, "method": cleaned["method"]}
        if cleaned["method"] in {BandMethod.CUT_OFFS, BandMethod.KNOWN_INTERVALS}:
            value["intervals"] = self._intervals([name["code"] for name in names], named)
        return with_bands(own, self.desk.full, names, cleaned["nodes"], value)

    def _intervals(self, codes: list[str], lines: list[int]) -> Written:
        cleaned = self.cleaned_data
        if cleaned["method"] == BandMethod.KNOWN_INTERVALS:
            ends = {code: self._ends(cleaned, line) for code, line in zip(codes, lines, strict=True)}
            return {code: [plain(low), plain(high)] for code, found in ends.items() if found for low, high in [found]}
        lows = [cleaned[f"low-{line}"] for line in lines]
        bounds = [None if low is None else plain(low) for low in lows]
        return {code: [low, high] for code, low, high in zip(codes, bounds, [None, *bounds[:-1]], strict=True)}

    def _names(self, words: list[str]) -> list[Written]:
        """The bands with their codes: those that are known keep theirs."""
        known = {name["vi"]: name for name in self.known}
        taken = {name["code"] for name in self.known}
        found: list[Written] = []
        for word in words:
            entry = known.get(word) or {"code": _code_of(word, taken), "vi": word, "en": word}
            taken.add(entry["code"])
            found.append(entry)
        return found


def _code_of(word: str, taken: set[str]) -> str:
    plain_word = re.sub(r"[^a-z0-9]+", "_", slugify(word.replace("đ", "d").replace("Đ", "D"))).strip("_") or "muc"
    start = plain_word if plain_word[0].isalpha() else f"muc_{plain_word}"
    return next(code for code in (start, *(f"{start}_{number}" for number in range(2, 99))) if code not in taken)
