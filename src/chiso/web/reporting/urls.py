"""Addresses of reporting."""

from django.urls import path

from chiso.web.reporting import views

app_name = "reporting"
urlpatterns = [
    path("lich/", views.calendar, name="calendar"),
]
