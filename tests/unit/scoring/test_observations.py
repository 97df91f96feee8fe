import polars as pl
import pytest
from tests.editions import edition, rule

from chiso.problems import ProblemError
from chiso.scoring import read, read_csv

SMALL = edition()


def codes_of(table, **options):
    with pytest.raises(ProblemError) as caught:
        read(table, SMALL, **options)
    return [problem.code for problem in caught.value.problems]


def long(*rows, columns=("unit", "node", "value")):
    return pl.DataFrame(rows, schema=list(columns), orient="row")


def test_wide_and_long_tables_say_the_same():
    wide = pl.DataFrame({"agency": ["A", "B"], "first": ["7.5", ""], "left": ["1", "2"]})
    tall = long(("A", "first", "7.5"), ("B", "first", None), ("A", "left", "1"), ("B", "left", "2"))

    assert read(wide, SMALL, unit_column="agency").frame.equals(read(tall, SMALL).frame)


def test_an_empty_cell_is_missing_and_not_zero():
    frame = read(pl.DataFrame({"unit": ["A", "B"], "first": ["7.5", " "]}), SMALL).frame

    assert [("observed", 7.5), ("missing", None)] == frame.select("status", "value").rows()


def test_points_are_read_as_exact_decimals():
    points = edition(arithmetic="points")

    frame = read(long(("A", "first", "0.1"), ("A", "left", "0.2")), points).frame

    assert "0.300000000" == str(frame["value"].sum())


def test_a_column_that_is_no_code_is_named_with_what_to_do():
    table = pl.DataFrame({"unit": ["A"], "first": ["7"], "rank": ["1"], "tier": ["x"]})

    with pytest.raises(ProblemError) as caught:
        read(table, SMALL)

    assert ["rank", "tier"] == [problem.given for problem in caught.value.problems]
    assert "--ignore rank" in caught.value.problems[0].remedy("en")
    assert ("A",) == read(table, SMALL, ignore=["rank", "tier"]).units


def test_a_column_to_ignore_must_be_there():
    assert ["scoring.unknown_ignored"] == codes_of(pl.DataFrame({"unit": ["A"], "first": ["7"]}), ignore=["rnak"])


def test_the_column_of_units_must_be_there():
    assert ["scoring.no_unit_column"] == codes_of(pl.DataFrame({"province": ["A"], "first": ["7"]}))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("A", "first", "7,5"), "scoring.not_a_number"),
        (("A", "first", "nan"), "scoring.not_a_number"),
        (("A", "first", "10.1"), "scoring.off_scale"),
        (("A", "first", "-1"), "scoring.off_scale"),
        (("A", "frist", "7"), "scoring.unknown_code"),
        (("", "first", "7"), "scoring.no_unit"),
    ],
)
def test_a_wrong_row_is_told(row, expected):
    assert [expected] == codes_of(long(row))


def test_all_faults_are_told_at_once():
    table = long(("A", "first", "x"), ("A", "left", "9"), ("A", "left", "1"), ("B", "middle", "1"))

    assert ["scoring.given_twice", "scoring.not_a_number", "scoring.off_scale", "scoring.unknown_code"] == sorted(
        codes_of(table)
    )


def test_an_unknown_code_is_answered_with_the_nearest():
    with pytest.raises(ProblemError) as caught:
        read(long(("A", "secnod", "7")), SMALL)

    assert "second" == caught.value.problems[0].wanted


@pytest.mark.parametrize(
    ("value", "status"), [("7", "missing"), (None, "observed"), ("7", "not_applicable"), ("7", "guessed")]
)
def test_value_and_status_must_go_together(value, status):
    table = long(("A", "first", value, status), columns=("unit", "node", "value", "status"))

    assert codes_of(table) in (["scoring.value_and_status"], ["scoring.unknown_status"])


def test_one_period_is_scored_at_a_time():
    table = long(("A", "first", "7", "2020"), ("B", "first", "7", "2021"), columns=("unit", "node", "value", "period"))

    assert ["scoring.several_periods"] == codes_of(table)


def test_a_computed_node_is_not_given_beside_its_parts():
    assert ["scoring.computed_and_given"] == codes_of(long(("A", "total", "70"), ("A", "first", "7")))


def test_an_announced_node_may_stand_beside_others():
    announced = edition(
        rules={
            "total": [{"from": "2020-01-01", "source": "decision", "method": "announced"}],
            "second": rule("total")["second"],
        }
    )

    assert 2 == len(read(long(("A", "total", "70"), ("A", "first", "7")), announced).frame)


def test_no_rows_are_no_observations():
    assert ["scoring.no_observations"] == codes_of(pl.DataFrame({"unit": [], "first": []}))


def test_lines_with_a_hash_are_left_out_of_a_file():
    table = read_csv("# nguồn\nunit,first\n# giữa\nA,7\n".encode(), "data.csv")

    assert [("A", "7")] == table.rows()


def test_a_column_is_left_out_by_its_code_too():
    table = pl.DataFrame({"unit": ["A"], "first:One": ["7"], "gone:No longer asked": [None]})

    assert ("A",) == read(table, SMALL, ignore=["gone"]).units


@pytest.mark.parametrize(("name", "code"), [("Trái", "left"), ("Left", "left"), ("frist", "first")])
def test_a_column_that_names_a_code_in_other_words_is_told_the_code(name, code):
    with pytest.raises(ProblemError) as caught:
        read(pl.DataFrame({"unit": ["A"], name: ["7"]}), SMALL)

    assert [("scoring.misnamed_column", code)] == [(each.code, each.wanted) for each in caught.value.problems]


def test_a_column_with_spaces_is_left_out_in_quotes():
    with pytest.raises(ProblemError) as caught:
        read(pl.DataFrame({"unit": ["A"], "last year": ["7"]}), SMALL)

    assert "--ignore 'last year'" in caught.value.problems[0].remedy("en")


def test_a_unit_on_two_lines_of_a_wide_table_is_told_once():
    table = pl.DataFrame({"unit": ["A", "B", " A"], "first": ["7", "6", "5"], "left": ["1", "2", "3"]})

    with pytest.raises(ProblemError) as caught:
        read(table, SMALL)

    assert [("scoring.unit_twice", "A", "2")] == [(each.code, each.where, each.given) for each in caught.value.problems]


def test_a_line_without_a_unit_is_told_by_its_number():
    with pytest.raises(ProblemError) as caught:
        read(pl.DataFrame({"unit": ["A", " "], "first": ["7", "6"], "left": ["1", "2"]}), SMALL)

    assert [("scoring.no_unit", "2")] == [(each.code, each.given) for each in caught.value.problems]


def test_a_word_may_stand_for_what_is_missing_or_does_not_apply():
    table = pl.DataFrame({"unit": ["A", "B", "C"], "first": ["7", "không áp dụng", "missing"]})

    assert ["observed", "not_applicable", "missing"] == read(table, SMALL).frame["status"].to_list()


def test_the_lowest_nodes_of_an_edition_with_steps_may_be_off_their_scale():
    steps = [{"from": "2020-01-01", "source": "decision", "normalise": {"method": "minmax", "lower": 0, "upper": 4}}]

    assert [900.0] == read(long(("A", "left", "900")), edition(steps=steps)).frame["value"].to_list()
    assert ["scoring.off_scale"] == codes_of(long(("A", "left", "900")))
