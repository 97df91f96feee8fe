"""What people type on the pages of plans."""

from chiso.web.plans.forms.editing import ComponentForm, CountForm, TaskForm, as_it_stands
from chiso.web.plans.forms.faults import add_problems
from chiso.web.plans.forms.filtering import GROUPING_WORDS, FilterForm
from chiso.web.plans.forms.reporting import ProgressForm

__all__ = [
    "GROUPING_WORDS",
    "ComponentForm",
    "CountForm",
    "FilterForm",
    "ProgressForm",
    "TaskForm",
    "add_problems",
    "as_it_stands",
]
