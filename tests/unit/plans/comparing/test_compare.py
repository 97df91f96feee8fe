from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from tests.unit.plans.writing.written_plans import plans

from chiso.plans import Assignment, Component, Head, Plan, ReportingRule, ReportPeriod, Score, Task, compare
from chiso.plans.comparing import ChangeKind, FieldChange, comparison_to_json

SOFT = Task("Trả lời câu hỏi gửi qua trang thông tin.")
WALK = Task("Lắp bảng hướng dẫn song ngữ tại nơi tiếp khách.", assignment=Assignment("Văn phòng Sở"))
NOTE = Task("Mở sổ góp ý ở quầy một cửa.")
TIME = Component("Chi phí thời gian", "1", target=Score(2025, 8.5, scale=10), tasks=(SOFT, WALK))
LAND = Component("Tiếp cận đất đai", "2", tasks=(NOTE,))
PLAN = Plan(Head(title="Nâng hạng"), components=(TIME, LAND))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_a_plan_does_not_differ_from_itself(plan):
    assert not compare(plan, plan)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans(), plans())
def test_what_one_way_is_added_is_dropped_the_other_way(one, other):
    there, back = compare(one, other), compare(other, one)

    def of(kind, found):
        return sorted((c.before or c.after).name for c in found.components if c.kind is kind)

    assert of(ChangeKind.ADDED, there) == of(ChangeKind.DROPPED, back)
    assert len(there.head) == len(back.head)


def test_fields_are_told_before_and_after():
    newer = replace(
        PLAN,
        document=replace(PLAN.document, number="7/KH-SNV"),
        components=(replace(TIME, target=Score(2025, 9, scale=10)), LAND),
    )
    found = compare(PLAN, newer)
    assert (FieldChange("document/number", None, "7/KH-SNV"),) == found.head
    assert [(ChangeKind.CHANGED, "Chi phí thời gian", (FieldChange("target/score", 8.5, 9),))] == [
        (c.kind, c.name, c.fields) for c in found.components
    ]


def test_a_target_where_there_was_none_is_told_value_by_value():
    found = compare(PLAN, replace(PLAN, components=(TIME, replace(LAND, target=Score(2025, rank=3)))))
    assert (FieldChange("target/year", None, 2025), FieldChange("target/rank", None, 3)) == found.components[0].fields


def test_a_renamed_component_is_the_same_component():
    found = compare(PLAN, replace(PLAN, components=(replace(TIME, name="Chi phí về thời gian"), LAND)))
    assert (FieldChange("name", "Chi phí thời gian", "Chi phí về thời gian"),) == found.components[0].fields


def test_a_component_dropped_and_one_added():
    bonus = Component("Gia nhập thị trường", "2")
    found = compare(PLAN, replace(PLAN, components=(TIME, bonus)))
    assert [(ChangeKind.DROPPED, "Tiếp cận đất đai"), (ChangeKind.ADDED, "Gia nhập thị trường")] == [
        (c.kind, c.name) for c in found.components
    ]
    assert [(ChangeKind.DROPPED, "Tiếp cận đất đai", NOTE)] == [(t.kind, t.component, t.before) for t in found.tasks]


def test_a_task_that_went_to_another_component_has_moved():
    found = compare(PLAN, replace(PLAN, components=(replace(TIME, tasks=(SOFT,)), replace(LAND, tasks=(NOTE, WALK)))))
    assert [(ChangeKind.MOVED, "Tiếp cận đất đai", "Chi phí thời gian", ())] == [
        (t.kind, t.component, t.moved_from, t.fields) for t in found.tasks
    ]


def test_a_task_reworded_and_given_to_another_unit_is_changed():
    reworded = replace(
        WALK, text="Lắp bảng hướng dẫn bằng hai thứ tiếng tại nơi tiếp khách.", assignment=Assignment("Thanh tra Sở")
    )
    found = compare(PLAN, replace(PLAN, components=(replace(TIME, tasks=(SOFT, reworded)), LAND)))
    assert [("text", WALK.text, reworded.text), ("assignment/lead", "Văn phòng Sở", "Thanh tra Sở")] == [
        (f.field, f.before, f.after) for f in found.tasks[0].fields
    ]


def test_a_duty_is_matched_by_its_period():
    older = replace(PLAN, reporting=(ReportingRule(ReportPeriod.MONTHLY, 15), ReportingRule(ReportPeriod.YEARLY, 5)))
    newer = replace(PLAN, reporting=(ReportingRule(ReportPeriod.MONTHLY, 20),))
    found = compare(older, newer).reporting
    assert [(ChangeKind.CHANGED, (FieldChange("due_day", 15, 20),)), (ChangeKind.DROPPED, ())] == [
        (d.kind, d.fields) for d in found
    ]


def test_json_tells_the_words_and_the_fields():
    found = comparison_to_json(compare(PLAN, replace(PLAN, components=(replace(TIME, tasks=(SOFT,)), LAND))))
    gone = {
        "change": "dropped",
        "component": "Chi phí thời gian",
        "moved_from": None,
        "before": WALK.text,
        "after": None,
        "fields": [],
    }
    assert {"head": [], "components": [], "tasks": [gone], "reporting": []} == found
