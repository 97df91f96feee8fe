"""What is written is read back as the same plan."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.unit.plans.writing.written_plans import plans

from chiso import documents
from chiso.packs import names
from chiso.plans import Component, Head, Plan, PlanIndex, Quantity, Signer, Task, from_json, read, to_json, write

GOLD = ["000", "001", "002", "003", "004"]


def read_back_from_pdf(plan: Plan, *, is_tagged: bool = True) -> Plan:
    content = documents.write_pdf(write(plan))
    if not is_tagged:
        content = content.replace(b"/StructTreeRoot", b"/WithoutAnyTags")
    return read(documents.read(content, "ke-hoach.pdf"), names=names()).plan


def read_back(plan: Plan, **options) -> Plan:
    content = documents.write_docx(write(plan, **options))
    return read(documents.read(content, "ke-hoach.docx"), names=names()).plan


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_a_plan_written_and_read_again_is_the_same(plan):
    assert to_json(plan) == to_json(read_back(plan))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_a_plan_with_all_its_tasks_in_the_annex_is_the_same(plan):
    assert to_json(plan) == to_json(read_back(plan, all_tasks_in_annex=True))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_a_plan_printed_as_pdf_is_the_same(plan):
    assert to_json(plan) == to_json(read_back_from_pdf(plan))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_a_plan_printed_as_pdf_without_tags_is_the_same(plan):
    assert to_json(plan) == to_json(read_back_from_pdf(plan, is_tagged=False))


@pytest.mark.parametrize(
    "name",
    [
        'Chi phí "thời gian" & ‹thủ tục>',
        "Chi phí “thời gian” của doanh nghiệp",
        "Chi phí «thời gian» làm 'thủ tục' thuế",
        "Chi phí thời gian (các thủ tục); đất đai",
    ],
)
@pytest.mark.parametrize("all_in_annex", [False, True])
def test_a_component_with_marks_in_its_name_is_the_same(name, all_in_annex):
    components = (
        Component(name, "1", tasks=(Task("Rà soát danh mục hồ sơ còn chậm."),)),
        Component("Tính minh bạch", "2", tasks=(Task("Lắp bảng hướng dẫn tại nơi tiếp khách."),)),
    )
    plan = Plan(Head("KẾ HOẠCH", title="Nâng hạng DDCI năm 2025"), PlanIndex("DDCI", None, 2025), components=components)
    found = read_back(plan, all_tasks_in_annex=all_in_annex)
    assert [name, "Tính minh bạch"] == [component.name for component in found.components]


@given(plans())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_signer_without_a_name_is_not_given_one_of_the_annex(plan):
    nameless = replace(plan, document=replace(plan.document, signer=Signer(None, "GIÁM ĐỐC", None)))

    assert to_json(nameless) == to_json(read_back(nameless))


@pytest.mark.parametrize("name", GOLD)
@pytest.mark.parametrize("all_in_annex", [False, True])
def test_specification_plans_are_the_same(shared, name, all_in_annex):
    """But for the issuer, which the head of a document prints in capitals, and how far the words of a quantity reach."""
    plan = from_json(json.loads((shared / "plans" / "gold" / f"{name}.json").read_text("utf-8")))
    expected = replace(plan, document=replace(plan.document, issuer=plan.document.issuer.upper()))
    found = read_back(plan, all_tasks_in_annex=all_in_annex)
    assert to_json(_without_words(expected)) == to_json(_without_words(found))


def _without_words(plan: Plan) -> Plan:
    def bare(quantity: Quantity) -> Quantity:
        return replace(quantity, text="")

    def task(each):
        return replace(each, quantities=tuple(bare(quantity) for quantity in each.quantities))

    components = tuple(replace(c, tasks=tuple(task(t) for t in c.tasks)) for c in plan.components)
    return replace(plan, components=components, general_tasks=tuple(task(t) for t in plan.general_tasks))
