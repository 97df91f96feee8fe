"""Addresses of results."""

from django.urls import path

from chiso.web.results import views
from chiso.web.results.certainty import views as certainty
from chiso.web.results.peers import views as peers
from chiso.web.results.position import views as position
from chiso.web.results.series import views as series

app_name = "results"
urlpatterns = [
    path("ket-qua/", views.results, name="results"),
    path("ket-qua/nhap/", views.enter, name="enter"),
    path("ket-qua/nhap-tep/", series.enter_series, name="enter_series"),
    path("ket-qua/nhap-tep/mau.<slug:form>", series.series_sample, name="series_sample"),
    path("ket-qua/bang/<int:subject_id>/<slug:family>.<slug:form>", series.series_file, name="series_file"),
    path(
        "ket-qua/bieu-do/<slug:kind>/<int:subject_id>/<slug:family>/<slug:tone>-<slug:width>.svg",
        views.chart,
        name="chart",
    ),
    path("ket-qua/bieu-do/<slug:kind>/<int:subject_id>/<slug:family>.<slug:form>", views.chart_file, name="chart_file"),
    path("ket-qua/tinh/<int:subject_id>/<slug:family>/<int:year>/", views.computed, name="computed"),
    path("ket-qua/cac-don-vi/", peers.peer_tables, name="peer_tables"),
    path("ket-qua/cac-don-vi/nhap/", peers.enter_peers, name="enter_peers"),
    path("ket-qua/cac-don-vi/mau/<slug:index>/<slug:edition>.<slug:form>", peers.peer_sample, name="peer_sample"),
    path("ket-qua/cac-don-vi/<int:table_id>/", peers.peer_table, name="peer_table"),
    path("ket-qua/cac-don-vi/<int:table_id>/bang.<slug:form>", peers.peer_table_file, name="peer_table_file"),
    path("ket-qua/cac-don-vi/<int:table_id>/so-lieu/", peers.peer_score, name="peer_score"),
    path("ket-qua/cac-don-vi/<int:table_id>/van-ban/", peers.peer_document, name="peer_document"),
    path("vi-tri/", position.positions, name="positions"),
    path("vi-tri/<int:table_id>/cach-tinh/", position.position_how, name="position_how"),
    path("vi-tri/<int:table_id>/<slug:kind>.<slug:form>", position.position_file, name="position_file"),
    path("do-chac-chan/", certainty.certainties, name="certainties"),
    path("do-chac-chan/<int:table_id>/cach-tinh/", certainty.certainty_how, name="certainty_how"),
    path("do-chac-chan/<int:table_id>/<slug:kind>.<slug:form>", certainty.certainty_file, name="certainty_file"),
    path("so-lieu/<int:result_id>/", views.result, name="result"),
    path("so-lieu/<int:result_id>/van-ban/", views.result_document, name="result_document"),
]
