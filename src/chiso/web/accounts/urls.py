"""Addresses for signing in and out, and for one's own password."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from chiso.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign_out"),
    path("mat-khau/", views.password, name="password"),
]
