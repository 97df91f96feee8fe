"""Addresses of the catalogue."""

from django.urls import path

from chiso.web.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("bo-chi-so/", views.editions, name="editions"),
    path("bo-chi-so/<slug:family>/<str:edition>/", views.edition, name="edition"),
]
