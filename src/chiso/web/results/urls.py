"""Addresses of results."""

from django.urls import path

from chiso.web.results import views

app_name = "results"
urlpatterns = [
    path("ket-qua/", views.results, name="results"),
    path("ket-qua/nhap/", views.enter, name="enter"),
    path(
        "ket-qua/bieu-do/<slug:kind>/<int:subject_id>/<slug:family>/<slug:tone>-<slug:width>.svg",
        views.chart,
        name="chart",
    ),
    path("so-lieu/<int:result_id>/", views.result, name="result"),
]
