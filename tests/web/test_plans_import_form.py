"""The form of a plan: typed text and the plan's JSON are two forms of the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.plans import from_json, to_json
from chiso.problems import ProblemError
from chiso.samples import sample_plans
from chiso.web.plans.importing import concerns, steps
from chiso.web.plans.importing.binding import review
from chiso.web.plans.importing.kinds import Coded, Day, Line, Lines, Number, Whole, Wholes
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import field_path, origins_as_read, posted, shown, taken

AROUND = concerns.Surroundings("Sở Mẫu mực", "Lào Cai")
EMPTY = to_json(from_json({}))


def fields_of(typed) -> dict[str, str]:
    return {path.replace("/", "-"): text for path, text in concerns.flat(PLAN, typed)}


def typed_plan(**parts):
    return shown(PLAN, to_json(from_json(parts)), {})


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)
def test_what_nobody_touches_comes_back_unchanged(plan):
    value = to_json(from_json(plan.facts()))
    typed = shown(PLAN, value, origins_as_read(PLAN, value))
    assert taken(PLAN, posted(PLAN, fields_of(typed))).value == value
    assert taken(PLAN, typed).faults == {}


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)
def test_rows_remember_where_they_were_read(plan):
    value = to_json(from_json(plan.facts()))
    origins = origins_as_read(PLAN, value)
    assert taken(PLAN, shown(PLAN, value, origins)).origins == origins


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7,95", 7.95),
        ("7.95", 7.95),
        (" 82 ", 82),
        ("1.234,5", 1234.5),
        ("1.234.567", 1_234_567),
        ("20 000", 20_000),
        ("-0,5", -0.5),
        ("", None),
    ],
)
def test_numbers_are_taken_as_offices_write_them(text, number):
    assert Number().taken(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "web.plans.not_a_number"),
        ("7,9,5", "web.plans.not_a_number"),
        ("nan", "web.plans.not_a_number"),
        ("999999999", "web.plans.not_a_number"),
        ("1.234", "web.plans.unclear_number"),
    ],
)
def test_what_is_no_clear_number_is_refused(text, code):
    with pytest.raises(ProblemError) as caught:
        Number().taken(text)
    assert [problem.code for problem in caught.value.problems] == [code]


@given(st.decimals(min_value=-99_999_999, max_value=99_999_999, places=4))
def test_every_number_comes_back_from_its_words(number):
    assert Number().taken(Number().shown(float(number))) == float(number)


@given(st.dates().filter(lambda day: day.year >= 1000))
def test_every_day_comes_back_from_its_words(day):
    assert Day().taken(Day().shown(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "iso"),
    [("31/12/2022", "2022-12-31"), ("1-3-2022", "2022-03-01"), ("7/2020", "2020-07"), ("2021", "2021"), ("", None)],
)
def test_days_are_taken_as_far_as_written(text, iso):
    assert Day().taken(text) == iso


@pytest.mark.parametrize("text", ["31/02/2022", "13/2022", "hôm qua", "2022-12-31"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ProblemError):
        Day().taken(text)


def test_names_stand_on_their_own_lines_and_keep_their_commas():
    assert Lines(100).taken("Văn phòng  Sở\n\ncác phòng, đơn vị liên quan; Thanh tra") == [
        "Văn phòng Sở",
        "các phòng, đơn vị liên quan",
        "Thanh tra",
    ]


def test_other_kinds_say_what_they_cannot_take():
    for kind, text in (
        (Line(3), "dài quá"),
        (Whole(1, 12), "13"),
        (Wholes(Whole(1, 12)), "3, 14"),
        (Coded({}, {}), "x"),
    ):
        with pytest.raises(ProblemError):
            kind.taken(text)


def test_every_fault_is_found_and_what_was_typed_stays():
    typed = typed_plan(components=[{"name": "Chất lượng dịch vụ công"}])
    typed["components"][0]["target"]["score"] = "abc"
    typed["components"][0]["timing"]["due"] = "32/1/2022"
    typed["index"]["year"] = "hai nghìn"
    found = taken(PLAN, typed)
    assert sorted(found.faults) == [
        "components/0/target/score",
        "components/0/timing/due",
        "components/0/timing/kind",
        "index/year",
    ]
    again = review(typed, {"plan": EMPTY, "places": {}, "doubts": {}}, around=AROUND, faults=found.faults)
    assert again.plan["components"][0]["target"]["score"].text == "abc"
    assert 'value="abc"' in str(again.plan["components"][0]["target"]["score"])


def test_empty_rows_are_left_out_and_the_others_keep_their_origin():
    typed = typed_plan(components=[{"name": "A"}, {"name": "B"}])
    typed["components"][1]["origin"] = "components/7"
    typed["components"][0]["name"] = " "
    found = taken(PLAN, typed)
    assert [row["name"] for row in found.value["components"]] == ["B"]
    assert found.origins == {"components/0": "components/7"}


def test_characters_that_no_database_takes_are_dropped():
    typed = posted(PLAN, {"document-title": "Kế\0 hoạch", "components-0-name": "A", "components-0-origin": "x\0"})
    assert typed["document"]["title"] == "Kế hoạch"
    assert typed["components"][0]["origin"] == ""


def test_names_that_are_no_fields_are_left_aside():
    strange = {
        "components": "x",
        "components-0-name": "A",
        "index-year-more": "1",
        "a-" * 40: "deep",
        "components-x-name": "B",
    }
    assert taken(PLAN, posted(PLAN, strange)).value["components"] == []
    assert [
        row["name"] for row in posted(PLAN, {"components-99999999-name": "A", "components-12-name": "C"})["components"]
    ] == ["C"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("components/0/target/score", "components/0/target/score"),
        ("components/0/tasks/2/timing", "components/0/tasks/2/timing/text"),
        ("components/0/assignment/coordinating/1", "components/0/assignment/coordinating"),
        ("baseline/parts/0", "baseline/parts/0/score"),
        ("components", ""),
        ("nothing/like/it", ""),
    ],
)
def test_what_is_said_of_a_path_is_shown_at_a_field(path, field):
    assert field_path(PLAN, path) == field


def test_rows_are_added_moved_taken_out_and_put_back():
    typed = typed_plan(components=[{"name": "A"}, {"name": "B"}])
    assert steps.add_row(typed, "components") == "components/2"
    assert steps.move(typed, "components/1", -1) == "components/0"
    assert steps.move(typed, "components/0", -1) == "components/0"
    removed = steps.take_out(typed, "components/1")
    assert (removed.path, removed.name) == ("components/1", "A")
    assert [row["name"] for row in typed["components"]] == ["B", ""]
    assert steps.put_back(typed, removed) == "components/1"
    assert [row["name"] for row in typed["components"]] == ["B", "A", ""]


@pytest.mark.parametrize("path", ["components/9", "components/²", "index/year", "", "components/0/tasks/0"])
def test_a_step_that_means_nothing_changes_nothing(path):
    typed = typed_plan(components=[{"name": "A"}])
    assert steps.move(typed, path, 1) == ""
    assert steps.take_out(typed, path) is None
    assert steps.add_row(typed, path) == ""


def reviewed(value, *, places=None, doubts=None, confirmed=(), change=None):
    typed = shown(PLAN, value, origins_as_read(PLAN, value))
    if change:
        change(typed)
    reading = {"plan": value, "places": places or {}, "doubts": doubts or {}}
    return review(typed, reading, around=AROUND, confirmed=frozenset(confirmed))


WHOLE = to_json(
    from_json(
        {
            "document": {
                "number": "12/KH-SMM",
                "date": "2022-03-15",
                "issuer": "Sở Mẫu mực",
                "title": "Kế hoạch",
                "signer": {"name": "Trần Thị Thử"},
            },
            "index": {"framework": "DDCI", "province": "Lào Cai", "year": 2022},
            "target": {"rank": 5},
            "components": [
                {"name": "A", "target": {"score": 8}, "assignment": {"lead": "Văn phòng Sở"}},
                {"name": "B", "assignment": {"lead": "Thanh tra Sở"}, "target": {"score": 7}},
            ],
        }
    )
)


def test_a_whole_plan_leaves_nothing_to_look_at():
    assert reviewed(WHOLE).to_look_at == []


def test_missing_values_are_told_until_somebody_has_seen_them():
    value = to_json(from_json({"index": {"framework": "DDCI", "province": "Quảng Trị", "year": 2022}}))
    left = [each.path for each in reviewed(value).to_look_at]
    assert left == [
        "index/province",
        "document/number",
        "document/date",
        "document/issuer",
        "document/title",
        "document/signer/name",
        "target/score",
    ]
    assert reviewed(value, confirmed=left).to_look_at == []


def test_a_component_without_lead_or_target_is_told():
    def change(typed):
        typed["components"][0]["assignment"]["lead"] = ""
        typed["components"][1]["target"]["score"] = ""

    left = [each.path for each in reviewed(WHOLE, change=change).to_look_at]
    assert left == ["components/0/assignment/lead", "components/1/target/score"]


def test_two_units_in_the_lead_are_told():
    def change(typed):
        typed["components"][0]["assignment"]["lead"] = "Thanh tra, Văn phòng"

    assert [each.path for each in reviewed(WHOLE, change=change).to_look_at] == ["components/0/assignment/lead"]


def test_a_doubt_follows_its_row_and_ends_when_the_value_is_changed():
    doubts = {"components/1/target": "plans.list_merged"}
    moved = reviewed(WHOLE, doubts=doubts, change=lambda typed: steps.move(typed, "components/1", -1))
    assert [each.path for each in moved.to_look_at] == ["components/0/target/score"]
    changed = reviewed(WHOLE, doubts=doubts, change=lambda t: t["components"][1]["target"].update(score="7,5"))
    assert changed.to_look_at == []


def test_a_value_shows_where_it_stands():
    drawn = str(reviewed(WHOLE, places={"index/year": [[4, 10, 14], [9, 0, 4]]}).plan["index"]["year"])
    assert re.findall(r'href="(.*?)" data-places="(.*?)"', drawn) == [("#block-4", "4:10:14 9:0:4")]


def test_what_is_typed_is_escaped():
    drawn = reviewed(WHOLE, change=lambda t: t["components"][0].update(name='<b>"Tên"</b>')).plan["components"][0][
        "name"
    ]
    assert "<b>" not in str(drawn)


def test_each_value_to_look_at_leads_to_the_next():
    left = reviewed(to_json(from_json({}))).to_look_at
    assert [each.below for each in left] == [each.id for each in left[1:]] + [""]


def component_with_tasks(*tasks):
    whole = {"name": "Tính minh bạch", "assignment": {"lead": "Văn phòng", "coordinating": ["Phòng A", "Phòng B"]}}
    return typed_plan(components=[whole | {"timing": {"kind": "quarterly", "text": "Hằng quý"}, "tasks": list(tasks)}])


def held_in(typed):
    task = review(typed, {"plan": EMPTY, "places": {}, "doubts": {}}, around=AROUND).plan["components"][0]["tasks"][0]
    return (
        task["assignment"]["lead"].inherited,
        task["assignment"]["coordinating"].inherited,
        task["timing"]["text"].inherited,
    )


def test_a_task_without_units_and_time_shows_those_of_its_component():
    assert ("Văn phòng", "Phòng A\nPhòng B", "Hằng quý") == held_in(component_with_tasks({"text": "Công khai phí"}))


def test_a_task_with_a_lead_of_its_own_takes_no_units_over():
    own = {
        "text": "Công khai phí",
        "assignment": {"lead": "Phòng C"},
        "timing": {"kind": "monthly", "text": "Hằng tháng"},
    }
    assert ("", "", "") == held_in(component_with_tasks(own))


def test_what_holds_is_told_in_the_empty_field():
    typed = component_with_tasks({"text": "Công khai phí"})
    value = review(typed, {"plan": EMPTY, "places": {}, "doubts": {}}, around=AROUND).plan["components"][0]["tasks"][0]
    assert 'placeholder="như chỉ số: Văn phòng"' in str(value["assignment"]["lead"])
