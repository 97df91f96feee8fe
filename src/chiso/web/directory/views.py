"""The first page after signing in."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from chiso.web.accounts.models import User
from chiso.web.directory.models import Agency


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Go to the agency of the person; offer a choice where there are several."""
    user = cast("User", request.user)
    if user.must_change_password:
        return redirect("accounts:password")
    agencies = list(Agency.objects.filter(memberships__user=user, memberships__is_active=True))
    if len(agencies) == 1:
        return redirect("scorecard:home", agency=agencies[0].slug)
    return render(request, "directory/home.html", {"agencies": agencies})
