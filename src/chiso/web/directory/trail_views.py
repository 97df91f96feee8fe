"""Nhật ký: the page of the audit trail; it stands here because `audit` lies below the guard of agencies."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from chiso.web.accounts.permissions import Action
from chiso.web.audit.queries import Asked, trail
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.ui.days import DayField


class TrailForm(forms.Form):
    """Which events a reader wants; what makes no sense counts as not asked."""

    name = forms.CharField(required=False)
    actor = forms.IntegerField(required=False)
    day = DayField(required=False)


@allow(Action.SEE_AUDIT)
def events(request: AgencyRequest) -> HttpResponse:
    """Show the newest writes of the agency."""
    form = TrailForm(request.GET)
    form.is_valid()
    known = form.cleaned_data
    asked = Asked(name=known.get("name", ""), actor_id=known.get("actor"), day=known.get("day"))
    found = trail(request.agency.slug, asked, request.GET.get("page"))
    template = "audit/_events.html" if request.htmx else "audit/events.html"
    response = render(request, template, {"trail": found, "form": form})
    patch_vary_headers(response, ["HX-Request"])
    return response
