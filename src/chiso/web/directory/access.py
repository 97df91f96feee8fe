"""The way into every page of an agency: who is asking, of which agency, with which right.

Another agency's page is "not found", never "forbidden". A page of one's own agency that one's role may not
see is refused with a page that says who may.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.middleware import HtmxDetails

from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import ALLOWED, Action, may
from chiso.web.directory.models import Agency, Membership

P = ParamSpec("P")


class AgencyRequest(HttpRequest):
    """A request that has passed `allow`: it carries the agency and the asker's membership."""

    user: User
    htmx: HtmxDetails
    agency: Agency
    membership: Membership


def allow(
    action: Action,
) -> Callable[[Callable[Concatenate[AgencyRequest, P], HttpResponse]], Callable[..., HttpResponse]]:
    """Guard a view whose first URL argument is `agency`, the agency's slug."""

    def guard(view: Callable[Concatenate[AgencyRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: AgencyRequest, agency: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if request.user.must_change_password:
                return redirect("accounts:password")
            membership = (
                Membership.objects.select_related("agency__subject", "unit")
                .filter(user=request.user, agency__slug=agency, is_active=True)
                .first()
            )
            if membership is None:
                raise Http404
            request.agency, request.membership = membership.agency, membership
            if not may(membership.role, action):
                roles = [role.label for role in ALLOWED[action]]
                return render(request, "ui/refused.html", {"action": action.label, "roles": roles}, status=403)
            return view(request, *args, **kwargs)

        guarded.action = action  # type: ignore[attr-defined]  # read by the test that every route is guarded
        return guarded

    return guard
