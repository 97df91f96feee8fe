"""Addresses of the audit trail."""

from django.urls import path

from chiso.web.directory import trail_views

app_name = "audit"
urlpatterns = [
    path("nhat-ky/", trail_views.events, name="events"),
]
