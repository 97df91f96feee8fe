"""Addresses of plans."""

from django.urls import path

from chiso.web.plans import views
from chiso.web.plans.checks import views as checks
from chiso.web.plans.comparisons import views as comparisons
from chiso.web.plans.exports import views as exports
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
    path("nhap/<int:draft_id>/kiem-tra/", checks.draft_findings, name="draft_findings"),
    path("nhap/<int:draft_id>/kiem-tra/<slug:fingerprint>/bo-qua/", checks.dismiss, name="dismiss_finding"),
    path("nhap/<int:draft_id>/kiem-tra/<slug:fingerprint>/xet-lai/", checks.reopen, name="reopen_finding"),
    path("ke-hoach/<int:plan_id>/kiem-tra/", checks.plan_findings, name="plan_findings"),
    path("ke-hoach/<int:plan_id>/kiem-tra/gop/", checks.merge, name="merge_tasks"),
    path("kiem-tra/danh-muc/", checks.catalogue, name="checks"),
    path("nhap/<int:draft_id>/xuat/", exports.draft_export, name="draft_export"),
    path("nhap/<int:draft_id>/xuat/tep/", exports.draft_export_file, name="draft_export_file"),
    path("ke-hoach/<int:plan_id>/xuat/", exports.plan_export, name="plan_export"),
    path("ke-hoach/<int:plan_id>/xuat/tep/", exports.plan_export_file, name="plan_export_file"),
    path("nhap/<int:draft_id>/so-sanh/", comparisons.draft_comparison, name="draft_comparison"),
    path("ke-hoach/<int:plan_id>/so-sanh/", comparisons.plan_comparison, name="plan_comparison"),
]
