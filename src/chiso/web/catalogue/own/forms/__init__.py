"""The forms by which an own edition is filled in, by the part of it that they change."""

from chiso.web.catalogue.own.forms.bands import BandsForm
from chiso.web.catalogue.own.forms.head import HeadForm, RankingForm
from chiso.web.catalogue.own.forms.nodes import DropForm, NewNodeForm, NodeForm
from chiso.web.catalogue.own.forms.part import PartForm
from chiso.web.catalogue.own.forms.rules import RuleForm
from chiso.web.catalogue.own.forms.scenarios import ScenarioForm
from chiso.web.catalogue.own.forms.sources import SourceForm

PARTS: dict[str, type[PartForm]] = {
    "nguon": SourceForm,
    "cong-thuc": RuleForm,
    "chi-so": NodeForm,
    "them-chi-so": NewNodeForm,
    "bo-chi-so": DropForm,
    "xep-loai": BandsForm,
    "xep-hang": RankingForm,
    "ten-va-nam": HeadForm,
}
"""By the word that stands in the address."""

__all__ = ["PARTS", "PartForm", "ScenarioForm"]
