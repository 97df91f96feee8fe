"""Signing in, and changing one's own password."""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.web.accounts import operations
from chiso.web.accounts.forms import ChangePasswordForm, SignInForm
from chiso.web.accounts.models import User
from chiso.web.accounts.samples import sample_accounts
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import clock_now


class SignIn(LoginView):
    """The sign-in page; with sample data it shows the sample accounts."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (Django's own signature)
        """Add the sample accounts where the program runs for a trial."""
        known = sample_accounts() if settings.EMBEDDED else None
        return super().get_context_data(**kwargs) | {"samples": known}


sign_in = SignIn.as_view()


@login_required
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    user = cast("User", request.user)
    form = ChangePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.change_password(user=user, password=form.cleaned_data["new_password1"], now=clock_now())
        update_session_auth_hash(request, user)
        messages.success(request, _("Đã đổi mật khẩu."))
        return see_other(reverse("directory:home"))
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.errors else 200)
