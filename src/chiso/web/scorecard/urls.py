"""Addresses of the scorecard."""

from django.urls import path

from chiso.web.scorecard import views

app_name = "scorecard"
urlpatterns = [
    path("", views.home, name="home"),
    path("bang-diem/bieu-do/<int:plan_id>/<slug:tone>-<slug:width>.svg", views.chart, name="chart"),
]
