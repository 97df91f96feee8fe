"""The forms of signing in and of changing one's password."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Name and password, with a letter where they do not fit."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Chữ hoa, chữ thường được phân biệt."),
        "inactive": _("Tài khoản này đã ngừng dùng. Hãy hỏi người quản trị của cơ quan."),
    }


class ChangePasswordForm(PasswordChangeForm):
    """The old password, and the new one twice."""

    error_messages = {
        "password_mismatch": _("Hai lần nhập mật khẩu mới chưa giống nhau."),
        "password_incorrect": _("Mật khẩu hiện tại chưa đúng."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's own signature)
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu hiện tại")
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
        self.fields["new_password1"].help_text = _("Ít nhất 10 ký tự; không quá thông dụng, không giống tên của bạn.")
        self.fields["new_password2"].help_text = ""
