"""What is stored of an accepted plan: decided by values alone."""

from datetime import date

import pytest

from chiso import packs
from chiso.frameworks import NodeKind
from chiso.plans import Assignment, from_json
from chiso.samples import sample_plans
from chiso.web.plans.importing.acceptance import accepted, hindrances, node_named
from chiso.web.plans.importing.naming import person_named, separate, units_named

AGENCY = "Sở Mẫu mực"
KNOWN = {"Văn phòng Sở": "Văn phòng Sở", "VP Sở": "Văn phòng Sở", "Thanh tra Sở": "Thanh tra Sở"}
EDITION = packs.load("ddci/lang-son-2022")


def decide(*, known=KNOWN, people=(), edition=EDITION, **parts):
    plan = from_json(parts)
    naming = units_named(plan, agency=AGENCY, known=known)
    return accepted(plan, naming=naming, people=people, edition=edition, year=2023)


def component(name="Chi phí thời gian", **parts):
    return {"name": name, **parts}


def test_units_that_the_agency_has_are_found_and_new_spellings_kept():
    told = decide(
        components=[
            component(assignment={"lead": "Văn phòng", "coordinating": ["thanh tra sở", "Phòng Hạ tầng số"]}),
            component("Cạnh tranh bình đẳng", assignment={"lead": "Hạ tầng số"}),
        ]
    )
    assert [(unit.name, unit.is_known, unit.spellings) for unit in told.units] == [
        ("Văn phòng Sở", True, ("Văn phòng",)),
        ("Thanh tra Sở", True, ()),
        ("Phòng Hạ tầng số", False, ("Phòng Hạ tầng số", "Hạ tầng số")),
    ]
    assert [each.work.lead for each in told.components] == ["Văn phòng Sở", "Phòng Hạ tầng số"]
    assert told.components[0].work.coordinating == ("Thanh tra Sở", "Phòng Hạ tầng số")


def test_exactly_one_unit_leads_and_none_stands_twice():
    told = decide(components=[component(assignment={"lead": "Thanh tra, Văn phòng", "coordinating": ["Văn phòng Sở"]})])
    assert told.components[0].work.lead == "Thanh tra Sở"
    assert told.components[0].work.coordinating == ("Văn phòng Sở",)


def test_a_collective_is_one_unit_of_its_kind():
    told = decide(known={}, general_tasks=[{"text": "Việc", "assignment": {"lead": "các phòng, đơn vị liên quan"}}])
    assert [(unit.name, unit.is_collective) for unit in told.units] == [("Các phòng, đơn vị liên quan", True)]


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Đồng chí Lê Văn Mẫu, Phó Giám đốc", ("Lê Văn Mẫu", "Phó Giám đốc")),
        ("Bà Trần Thị Thử - Giám đốc Sở", ("Trần Thị Thử", "Giám đốc Sở")),
        ("Nguyễn Ông Bà", ("Nguyễn Ông Bà", "")),
        (None, ("", "")),
    ],
)
def test_leaders_are_known_by_their_bare_names(written, person):
    assert person_named(written) == person


def test_a_leader_is_made_once_and_a_known_one_not_at_all():
    told = decide(
        people=["Lê Văn Mẫu"],
        components=[
            component(assignment={"leader": "Ông Lê Văn Mẫu"}),
            component("Thiết chế pháp lý", assignment={"leader": "Trần Thị Thử"}),
            component("Cạnh tranh bình đẳng", assignment={"leader": "Bà Trần Thị Thử"}),
        ],
    )
    assert told.people == (("Trần Thị Thử", ""),)
    assert [each.work.leader for each in told.components] == ["Lê Văn Mẫu", "Trần Thị Thử", "Trần Thị Thử"]


def test_the_last_day_of_a_task_is_the_one_before_a_day_told_as_before():
    timing = {"kind": "by-date", "text": "trước ngày 30/9/2023", "due": "2023-09-30", "due_is_inclusive": False}
    told = decide(general_tasks=[{"text": "Việc", "timing": timing}])
    assert told.tasks[0].work.due_on == date(2023, 9, 29)


def test_a_day_of_the_component_is_the_day_of_tasks_without_a_time_of_their_own():
    by_march = {"kind": "by-date", "text": "Quý I", "due": "2023-03"}
    monthly = {"kind": "monthly", "text": "hằng tháng"}
    told = decide(components=[component(timing=by_march, tasks=[{"text": "A"}, {"text": "B", "timing": monthly}])])
    assert [each.work.due_on for each in told.tasks] == [date(2023, 3, 31), None]
    standing = decide(
        components=[component(timing={"kind": "continuous", "text": "thường xuyên"}, tasks=[{"text": "A"}])]
    )
    assert standing.tasks[0].work.timing is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tinh minh bạch và tiếp cận thông tin", "transparency"),
        ("CHI PHÍ THỜI GIAN", "time"),
        ("Dịch vụ hỗ trợ doanh nghiệp của ngành", "support"),
        ("Trồng rừng", None),
    ],
)
def test_a_component_finds_its_node_in_spite_of_faults(name, code):
    node = node_named(name, EDITION, NodeKind.COMPONENT)
    assert (node.code if node else None) == code


def test_baselines_become_announced_results_under_their_nodes():
    told = decide(
        edition=packs.load("par-index/lao-cai-departments-2021"),
        baseline={
            "year": 2021,
            "score": 89.08,
            "rank": 12,
            "parts": [{"name": "điều tra XHH", "score": 17.65, "scale": 20}],
        },
        components=[
            component("Cải cách tài chính công", baseline={"score": 12.48}, target={"score": 13}),
            component("Trồng rừng", baseline={"rank": 3}),
            component("Cải cách chế độ công vụ", target={"score": 13}),
        ],
    )
    assert [(each.year, each.node, each.score.score, each.score.rank) for each in told.results] == [
        (2021, "", 89.08, 12),
        (2021, "survey", 17.65, None),
        (2022, "public_finance", 12.48, None),
        (2022, "Trồng rừng", None, 3),
    ]


def test_year_index_and_something_to_do_are_asked_for_and_nothing_else():
    assert sorted(hindrances(from_json({}))) == ["components", "index/framework", "index/year"]
    enough = {"index": {"framework": "DDCI", "year": 2023}, "general_tasks": [{"text": "Việc"}]}
    assert hindrances(from_json(enough)) == {}


@pytest.mark.parametrize("sample", sample_plans(), ids=lambda plan: plan.key)
def test_every_component_of_the_samples_finds_its_node(sample):
    edition = packs.load(sample.edition)
    names = [each["name"] for each in sample.facts()["components"]]
    nodes = [node_named(name, edition, NodeKind.COMPONENT) for name in names]
    assert None not in nodes
    assert len({node.code for node in nodes}) == len(names)


def test_units_named_together_are_told_apart():
    assert separate("Thanh tra, Văn phòng", AGENCY) == ("Thanh tra", "Văn phòng")
    naming = units_named(from_json({}), agency=AGENCY, known=KNOWN)
    assert naming.lead(Assignment()) == ""
