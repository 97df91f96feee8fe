"""Addresses of plans."""

from django.urls import path

from chiso.web.plans import views

app_name = "plans"
urlpatterns = [
    path("ke-hoach/", views.plans, name="plans"),
    path("ke-hoach/<int:plan_id>/", views.plan, name="plan"),
    path("ke-hoach/<int:plan_id>/van-ban/", views.plan_file, name="plan_file"),
    path("ke-hoach/<int:plan_id>/thanh-phan/<int:component_id>/", views.component, name="component"),
    path("ke-hoach/<int:plan_id>/thanh-phan/<int:component_id>/sua/", views.edit_component, name="edit_component"),
    path("nhiem-vu/<int:task_id>/", views.task, name="task"),
    path("nhiem-vu/<int:task_id>/sua/", views.edit_task, name="edit_task"),
    path("nhiem-vu/<int:task_id>/tinh-cho/", views.count_task, name="count_task"),
    path("nhiem-vu/<int:task_id>/cap-nhat/", views.record_progress, name="record_progress"),
    path("cap-nhat/<int:update_id>/tep/", views.evidence_file, name="evidence_file"),
    path("viec-cua-toi/", views.my_work, name="my_work"),
]
