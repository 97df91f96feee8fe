"""A plan as a file: what it is called, and its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.text import slugify

from chiso import documents, plans
from chiso.documents.writing import pdf_font
from chiso.plans import Plan
from chiso.units import without_accents


class FileKind(StrEnum):
    """What a plan is written as."""

    DOCX = "docx"
    PDF = "pdf"


MEDIA_TYPES = {
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.PDF: "application/pdf",
}


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan written as a document."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ExportPage:
    """What a page says of a plan before it is written.

    basis_count:   legal bases whose issuer and subject are left to be filled in, as are number, day and signer
    own_sentences: what the document says that the plan does not hold
    font:          the PDF's, where it is not Times New Roman
    """

    file_name: str
    title: str
    component_count: int
    task_count: int
    shared_count: int
    duty_count: int
    has_number: bool
    has_day: bool
    has_signer: bool
    basis_count: int
    own_sentences: tuple[str, ...]
    font: str
    font_is_the_decrees: bool


def export_page(plan: Plan, shared_count: int = 0) -> ExportPage:
    """What is said of a plan that is about to be written; `shared_count` tasks count for several components."""
    head, font = plan.document, pdf_font()
    return ExportPage(
        file_name=file_name(plan, FileKind.DOCX),
        title=head.title or "",
        component_count=len(plan.components),
        task_count=len(plan.general_tasks) + sum(len(component.tasks) for component in plan.components),
        shared_count=shared_count,
        duty_count=len(plan.reporting),
        has_number=bool(head.number) and not (head.number or "").startswith("/"),
        has_day=(head.date or "").count("-") == 2,  # noqa: PLR2004 (a whole ISO day has two hyphens)
        has_signer=bool(head.signer and head.signer.name and head.signer.position),
        basis_count=len(plans.write(plan).bases),
        own_sentences=plans.OWN_SENTENCES,
        font=font.family,
        font_is_the_decrees=font.is_the_decrees,
    )


def file_name(plan: Plan, kind: FileKind) -> str:
    """The name under which a plan is saved.

    >>> file_name(Plan(), FileKind.PDF)
    'ke-hoach.pdf'
    """
    index = plan.index
    parts = ["ke-hoach", without_accents(index.framework or ""), str(index.year or "")]
    return f"{slugify('-'.join(part for part in parts if part))}.{kind}"


def plan_file(plan: Plan, kind: FileKind, *, all_tasks_in_annex: bool) -> PlanFile:
    """A plan as an official document after Decree 30/2020/NĐ-CP."""
    document = plans.write(plan, all_tasks_in_annex=all_tasks_in_annex)
    content = documents.write_pdf(document) if kind is FileKind.PDF else documents.write_docx(document)
    return PlanFile(file_name(plan, kind), MEDIA_TYPES[kind], content)
