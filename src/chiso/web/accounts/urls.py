"""Addresses for signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", LoginView.as_view(template_name="accounts/sign_in.html", redirect_authenticated_user=True), name="sign_in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign_out"),
]
