"""Addresses of the scorecard."""

from django.urls import path

from chiso.web.scorecard import views
from chiso.web.scorecard.removals import views as removals
from chiso.web.scorecard.roads import views as roads
from chiso.web.scorecard.roads.target_views import targets

app_name = "scorecard"
urlpatterns = [
    path("", views.home, name="home"),
    path("bang-diem/bieu-do/<int:plan_id>/<slug:tone>-<slug:width>.svg", views.chart, name="chart"),
    path("bang-diem/bieu-do/muc-tieu-<int:plan_id>.<slug:form>", views.chart_file, name="chart_file"),
    path("ket-qua/cac-don-vi/<int:table_id>/xoa/", removals.delete_peers, name="delete_peers"),
    path("so-lieu/<int:result_id>/xoa/", removals.delete_result, name="delete_result"),
    path("lo-trinh/", roads.roads, name="roads"),
    path("lo-trinh/<int:plan_id>/", roads.road, name="road"),
    path("lo-trinh/<int:plan_id>/luu/", roads.save_scenario, name="save_scenario"),
    path("lo-trinh/kich-ban/<int:scenario_id>/xoa/", roads.delete_scenario, name="delete_scenario"),
    path("lo-trinh/<int:plan_id>/muc-tieu/", targets, name="targets"),
    path("lo-trinh/<int:plan_id>/cach-khac/", roads.others, name="road_others"),
    path("lo-trinh/<int:plan_id>/cach-tinh/", roads.road_how, name="road_how"),
    path("lo-trinh/<int:plan_id>/chi-tieu/", roads.indicators, name="road_indicators"),
]
