"""Addresses of the catalogue."""

from django.urls import path

from chiso.web.catalogue import views
from chiso.web.catalogue.own import views as own

app_name = "catalogue"
urlpatterns = [
    path("bo-chi-so/", views.editions, name="editions"),
    path("bo-chi-so/cua-co-quan/dua-vao/", own.take_in, name="take_in"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/", own.version, name="own_version"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/lap/", own.desk, name="own_desk"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/lap/<slug:part>/", own.part, name="own_part"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/lap/<slug:part>/<str:code>/", own.part, name="own_part_of"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/nhu-ban-goc/<slug:part>/", own.restore, name="own_restore"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/nhu-ban-goc/<slug:part>/<str:code>/", own.restore, name="own_restore_of"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/vi-du/", own.scenario, name="own_scenario"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/vi-du/<int:number>/bo/", own.drop_scenario, name="own_drop_scenario"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/ap-dung/", own.put_in_force, name="own_put_in_force"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/thoi-ap-dung/", own.withdraw, name="own_withdraw"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/bo/", own.discard, name="own_discard"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/thu-muc.zip", own.folder, name="own_folder"),
    path("bo-chi-so/cua-co-quan/<int:own_id>/van-ban/<str:source>/", own.document, name="own_document"),
    path("bo-chi-so/<slug:family>/<str:edition>/lap/", own.open_draft, name="open_own"),
    path("bo-chi-so/<slug:family>/<str:edition>/", views.edition, name="edition"),
]
