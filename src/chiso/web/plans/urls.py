"""Addresses of plans."""

from django.urls import path

from chiso.web.plans import views
from chiso.web.plans.importing import views as importing

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
    path("nhap/", importing.drafts, name="drafts"),
    path("nhap/<int:draft_id>/", importing.draft, name="draft"),
    path("nhap/<int:draft_id>/tep/", importing.draft_file, name="draft_file"),
    path("nhap/<int:draft_id>/luu/", importing.draft_save, name="draft_save"),
    path("nhap/<int:draft_id>/chap-nhan/", importing.draft_accept, name="draft_accept"),
    path("nhap/<int:draft_id>/bo/", importing.draft_discard, name="draft_discard"),
]
