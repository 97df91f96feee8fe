"""Addresses of the directory below an agency's name."""

from django.urls import path

from chiso.web.directory import agency_views

app_name = "agency"
urlpatterns = [
    path("don-vi/", agency_views.units, name="units"),
]
