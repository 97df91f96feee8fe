"""Addresses of results."""

from django.urls import path

from chiso.web.results import views

app_name = "results"
urlpatterns = [
    path("ket-qua/", views.results, name="results"),
    path("so-lieu/<int:result_id>/", views.result, name="result"),
]
