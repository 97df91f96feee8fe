"""Addresses of the directory below an agency's name."""

from django.urls import path

from chiso.web.directory import account_views, agency_views

app_name = "agency"
urlpatterns = [
    path("don-vi/", agency_views.units, name="units"),
    path("don-vi/them/", agency_views.add_unit, name="add_unit"),
    path("don-vi/<int:unit_id>/", agency_views.unit, name="unit"),
    path("don-vi/<int:unit_id>/doi-ten/", agency_views.rename_unit, name="rename_unit"),
    path("don-vi/<int:unit_id>/ten-goi/", agency_views.add_unit_name, name="add_unit_name"),
    path("don-vi/<int:unit_id>/gop/", agency_views.merge_units, name="merge_units"),
    path("don-vi/tai-khoan/", account_views.accounts, name="accounts"),
    path("don-vi/tai-khoan/them/", account_views.add_account, name="add_account"),
    path("don-vi/tai-khoan/<int:account_id>/", account_views.account, name="account"),
    path("don-vi/tai-khoan/<int:account_id>/dung/", account_views.set_active, name="set_active"),
    path("don-vi/tai-khoan/<int:account_id>/mat-khau/", account_views.reset_password, name="reset_password"),
]
