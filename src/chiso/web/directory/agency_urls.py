"""Addresses of the directory below an agency's name."""

from django.urls import URLPattern

app_name = "agency"
urlpatterns: list[URLPattern] = []
