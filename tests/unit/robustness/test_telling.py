"""Sentences that an official can read."""

import numpy as np
import pytest
from tests.unit.robustness.scored import framework, measured, start, table

from chiso import packs
from chiso.robustness import Alternatives, Ground, Weights, road, sensitivity, uncertainty
from chiso.robustness.road import telling
from chiso.robustness.telling import sensitivity_lines, unit_lines

TABLE = {"A": [5.0] * 10, "B": [6.0] * 10, "C": [7.0] * 10}
DDCI = ("regulations", "services", "transparency", "proactivity", "informal", "digital", "sustainability")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Gia nhập thị trường tăng 0,10: tổng +0,050, hạng 3/3; nâng hết thang điểm thì tổng thêm 2,50."),
        (
            "en",
            "Entry costs up by 0.10: total +0.050, rank 3 of 3; at the end of its scale the total would be 2.50 more.",
        ),
    ],
)
def test_the_worth_of_a_step_is_told(language, sentence):
    assert sentence == telling.worth_lines(road.worth(start(TABLE), "A"), language)[0]


def test_a_component_without_weight_and_one_at_its_end_say_so():
    lines = telling.worth_lines(road.worth(start({"Sở": [10.0, *[8.0] * 6]}, DDCI, "ddci/lao-cai-2019"), "Sở"))

    assert lines[0].endswith("đã đạt mức cao nhất của thang điểm.")
    assert lines[-1].endswith("tổng không đổi, vì chỉ số này không tính vào điểm tổng hợp.")


def test_a_component_without_a_score_is_said_to_have_none():
    lines = telling.worth_lines(road.worth(start({"Sở": [*[8.0] * 5, None, 8.0]}, DDCI, "ddci/lao-cai-2019"), "Sở"))

    assert "Ứng dụng công nghệ thông tin, chính phủ điện tử: chưa có điểm." == lines[5]


@pytest.mark.parametrize(
    ("unit", "rank", "sentence"),
    [
        ("A", 2, "Hạng 2 theo bảng hiện có cần 60,00 điểm, bằng điểm của B; còn thiếu 10,00."),
        ("A", 3, "Hạng 3 là hạng cuối bảng: điểm nào cũng đạt."),
        ("C", 2, "Hạng 2: đơn vị đã đạt."),
    ],
)
def test_the_need_of_a_rank_is_told(unit, rank, sentence):
    lines = telling.need_lines(road.needed(start(TABLE), unit, rank), unit)

    assert sentence == lines[-1]
    assert lines[0].startswith(f"{unit}: ")


def test_a_way_names_each_component_with_its_effort_and_lead():
    here = start(TABLE)
    efforts = road.said(road.even(here, "A"), (road.Said("support", effort=0.5, lead="Sở Công Thương"),))

    lines = telling.ways_lines(road.ways(here, "A", 54.0, efforts))

    assert "Cách ít công sức nhất để được 54,00 điểm (công sức 1,0): hạng 3/3." == lines[0]
    assert (
        "  Dịch vụ hỗ trợ doanh nghiệp: 5,00 → 7,00 (+2,00), tổng +4,00, công sức 1,0; chủ trì: Sở Công Thương."
        == lines[1]
    )
    assert "Công sức do cơ quan nêu: support." in lines
    assert any(line.startswith("Cách khác, không nâng Dịch vụ hỗ trợ doanh nghiệp") for line in lines)


@pytest.mark.parametrize(
    ("language", "start_of"), [("vi", "Không đạt được 99,00 điểm"), ("en", "99.00 points cannot be reached")]
)
def test_what_cannot_be_reached_is_told_plainly(language, start_of):
    here = start(TABLE)
    efforts = road.said(road.even(here, "A"), tuple(road.Said(code, most=0.5) for code in here.levers))

    assert telling.ways_lines(road.ways(here, "A", 99.0, efforts), language)[0].startswith(start_of)


def test_who_is_there_is_told_so():
    here = start(TABLE)

    assert ["Đơn vị đã có từ 65,00 điểm trở lên."] == telling.ways_lines(
        road.ways(here, "C", 65.0, road.even(here, "C"))
    )


def test_the_future_says_on_what_it_rests():
    rng = np.random.default_rng(1)
    before = rng.uniform(4, 8, size=(20, 10))
    values = {2016: before, 2017: before + rng.normal(0, 0.3, before.shape)}
    years = {year: start({f"u{n}": row.tolist() for n, row in enumerate(rows)}) for year, rows in values.items()}
    moves = road.learnt(years)
    found = road.future(years[2017], "u1", moves, 50, rng)

    lines = [*telling.moves_lines(moves), *telling.future_lines(found, 5, [60.0])]

    assert "Học từ 20 lượt thay đổi giữa hai năm liền nhau (2016–2017)." == lines[0]
    assert "cả bảng cùng không tăng không giảm" in lines[1]
    assert lines[3].startswith("  60,00 điểm: ")


def test_what_a_plan_states_is_compared_with_what_its_targets_come_to():
    lines = telling.promise_lines(road.promise(start(TABLE), "A", {"support": 7.0}, stated=54.5))

    assert "Đạt mọi mục tiêu thì tổng là 54,00 điểm, hạng 3/3." == lines[0]
    assert "Kế hoạch nêu 54,50 điểm, lệch −0,50." in lines


def test_components_without_a_target_are_told_by_their_names():
    lines = telling.promise_lines(road.promise(start(TABLE), "A", {"support": 7.0}))

    assert lines[-1].startswith("Kế hoạch không đặt mục tiêu cho: ")
    assert "land" not in lines[-1]
    assert packs.load("pci/2013-2021").name_of("land").vi in lines[-1]


def test_how_sure_a_rank_is_is_told():
    found = uncertainty(Ground.of(table(TABLE)), [Weights(0.25)], 100, np.random.default_rng(1))

    lines = unit_lines(found, "B", 2)

    assert lines[0].startswith("B: 60,00 điểm, hạng 2; 100 lượt tính cho điểm từ 60,00 đến 60,00 và hạng từ 2 đến 2")
    assert "Xác suất đứng từ hạng 2 trở lên: trên 99%." == lines[1]


def test_the_weightiest_assumption_is_told_first():
    edition = framework(
        {"a": "all", "b": "all", "all": ""}, {"normalise": {"method": "minmax", "lower": 1, "upper": 100}}
    )
    card = measured(edition, {"a": [1.0, 5.0, 2.0, 9.0], "b": [8.0, 3.0, 7.0, 1.0]})
    same = tuple({"method": "minmax", "lower": 1, "upper": upper} for upper in (100, 100.0))
    found = sensitivity(Ground.of(card), [Alternatives("normalise", same), Weights(0.9)], 16, np.random.default_rng(1))

    assert ["Trọng số", "Chuẩn hóa"] == [line.partition(":")[0] for line in sensitivity_lines(found)]
