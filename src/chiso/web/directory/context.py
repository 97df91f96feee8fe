"""What every page of an agency shows around its content."""

from django.http import HttpRequest

from chiso.web.accounts.permissions import Action, may
from chiso.web.ui.clock import today_of


def agency(request: HttpRequest) -> dict[str, object]:
    """The agency, the asker's membership and rights, and the day; nothing on pages outside an agency."""
    membership = getattr(request, "membership", None)
    if membership is None:
        return {}
    return {
        "agency": membership.agency,
        "membership": membership,
        "today": today_of(membership.agency),
        "can": {action.value.replace("-", "_"): may(membership.role, action) for action in Action},
    }
