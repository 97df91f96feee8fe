"""Addresses of reporting."""

from django.urls import path

from chiso.web.reporting import views

app_name = "reporting"
urlpatterns = [
    path("lich/", views.calendar, name="calendar"),
    path("lich/lich.ics", views.calendar_feed, name="feed"),
    path("lich/bao-cao/<int:rule_id>/<str:period>/", views.report, name="report"),
    path("lich/bao-cao/<int:rule_id>/<str:period>/da-gui/", views.file_report, name="file_report"),
    path("lich/bao-cao/<int:rule_id>/<str:period>/bo-ghi-nhan/", views.withdraw_filing, name="withdraw_filing"),
]
