"""Addresses of the directory."""

from django.urls import path

from chiso.web.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.home, name="home"),
]
