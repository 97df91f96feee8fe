"""Editions of one's own as texts: checked, packed, taken in, locked."""

import io
import json
import zipfile

import pytest
import yaml

from chiso import packs
from chiso.frameworks.fingerprint import content_hash
from chiso.packs import check
from chiso.packs.derived import MOST_BYTES, Derived, locked, taken, written_out
from chiso.packs.library import Library
from chiso.problems import ProblemError

BOTH = {"vi": "Sở thử", "en": "Test office"}
KEYS = {"ddci/lang-son-2022": "ddci/lang-son-2022-thu"}
PARTS = ["transparency", "leadership", "competition", "legal", "dynamism", "time", "informal", "support"]
OWN = {
    "key": "ddci/lang-son-2022-thu",
    "base": "ddci/lang-son-2022",
    "agency": BOTH,
    "name": {"vi": "Dữ liệu thử", "en": "Test data"},
    "sources": {
        "co-quan-1": {
            "title": {"vi": "DỮ LIỆU THỬ: trọng số tự đặt", "en": "TEST DATA: made-up weights"},
            "standing": "stated",
            "kind": "Quyết định",
            "number": "999/QĐ-THU",
            "article": "Điều 3",
            "issued_on": "2023-02-01",
        }
    },
    "rules": {
        "total": [
            {
                "from": "2022-01-01",
                "until": "2023-01-01",
                "source": "co-quan-1",
                "method": "weighted_mean",
                "multiplier": 10,
                "weights": dict.fromkeys(PARTS, 12.5),
                "when_missing": "blocks",
                "when_not_applicable": "blocks",
            }
        ]
    },
}
SCENARIOS = [
    {
        "name": "Dữ liệu thử: bảy điểm mọi nơi",
        "given": {"day": "2022-12-31", "values": {"Sở A": dict.fromkeys(PARTS, 7)}},
        "expected": {"Sở A": {"total": {"score": 70}}},
    }
]


def derived(own=OWN, scenarios=SCENARIOS):
    return Derived(written_out(own), written_out(scenarios) if scenarios else "")


def take(content, name="tep.yaml"):
    return taken(content, name, key_for=KEYS, agency=BOTH)


def archive(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for path, text in files.items():
            made.writestr(path.replace("__", "/").replace("_yaml", ".yaml"), text)
    return content.getvalue()


def codes(error):
    return [problem.code for problem in error.value.problems]


def test_a_right_edition_has_no_faults():
    assert [] == derived().faults()


def test_all_faults_are_told_at_once():
    weights = {**dict.fromkeys(PARTS, 10), "gone": 30}
    rule = {**OWN["rules"]["total"][0], "weights": weights, "source": "nowhere"}
    found = [problem.code for problem in derived({**OWN, "rules": {"total": [rule]}}).faults()]
    assert {"frameworks.weights_sum", "frameworks.no_such_source", "frameworks.no_such_node"} == set(found)


def test_an_edition_without_an_example_is_told():
    assert ["packs.no_scenarios"] == [problem.code for problem in derived(scenarios=None).faults()]


def test_an_example_that_does_not_come_out_is_told():
    wrong = [{**SCENARIOS[0], "expected": {"Sở A": {"total": {"score": 71}}}}]
    assert ["packs.scenario_fails"] == [problem.code for problem in derived(scenarios=wrong).faults()]


def test_what_was_locked_is_the_edition_with_its_hash_whose_it_is_and_what_it_cites():
    whole = derived().whole()
    edition = locked(json.dumps(whole, ensure_ascii=False))
    assert content_hash(whole) == edition.content_hash
    assert ("ddci/lang-son-2022", "Sở thử") == (edition.derived_from, edition.agency.vi)
    assert "Quyết định 999/QĐ-THU – DỮ LIỆU THỬ: trọng số tự đặt, Điều 3" == edition.sources["co-quan-1"].label()


def test_the_folder_that_is_packed_is_a_pack_with_the_same_hash(tmp_path):
    with zipfile.ZipFile(io.BytesIO(derived().packed())) as folder:
        folder.extractall(tmp_path)
    library = Library(tmp_path, base=packs.built_in())
    assert [] == check.faults(library)
    assert content_hash(derived().whole()) == library.load("ddci/lang-son-2022-thu").content_hash


def test_the_same_texts_make_the_same_archive():
    assert derived().packed() == derived().packed()


@pytest.mark.parametrize("content", [derived().packed(), derived(scenarios=None).text.encode()])
def test_what_was_packed_is_taken_in_again(content):
    assert OWN == take(content).written


def test_an_edition_that_is_taken_in_becomes_the_agency_s_own():
    made = take(written_out({**OWN, "key": "ddci/cua-ai-do", "agency": {"vi": "Ai đó", "en": "Somebody"}}).encode())
    assert ("ddci/lang-son-2022-thu", BOTH) == (made.written["key"], made.written["agency"])


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"- one\n- two\n",
        b"a: &x [1]\nb: *x\n",
        b"[" * 100_000,
        b"a" * (MOST_BYTES + 1),
        archive(readme_yaml="a: 1"),
        archive(a__framework_yaml="a: 1", b__framework_yaml="a: 1"),
        archive(framework_yaml="#" * (MOST_BYTES + 1)),
    ],
    ids=["no text", "no mapping", "alias", "deep", "large", "no edition", "two editions", "large unpacked"],
)
def test_a_file_that_holds_no_edition_is_refused(content):
    with pytest.raises(ProblemError) as error:
        take(content)
    assert codes(error) in (["packs.not_a_pack"], ["frameworks.not_yaml"])


@pytest.mark.parametrize("base", [None, "ddci/khong-co", ["ddci/lang-son-2022"]])
def test_an_edition_on_no_known_base_is_refused(base):
    with pytest.raises(ProblemError) as error:
        take(yaml.safe_dump({**OWN, "base": base}).encode())
    assert ["packs.base_unknown"] == codes(error)


def test_everything_that_breaks_the_schema_is_told_at_once():
    with pytest.raises(ProblemError) as error:
        take(yaml.safe_dump({**OWN, "years": 2022, "colour": "red", "rules": {"total": []}}).encode())
    assert {"frameworks.unknown_key", "frameworks.wrong_shape"} == set(codes(error))
    assert 3 == len(codes(error))


@pytest.mark.parametrize(
    "line",
    [
        "? [a, b]\n: 1",
        "decimals: !!int abc",
        "decimals: !!bool abc",
        "decimals: .inf",
        "decimals: 0x" + "f" * 6_000,
        "decimals: " + "9" * 6_000,
        "issued: !!timestamp 2024-99-99",
    ],
)
def test_yaml_that_claims_what_it_is_not_is_told(line):
    with pytest.raises(ProblemError) as error:
        take(f"base: ddci/lang-son-2022\n{line}\n".encode())
    assert ["frameworks.not_yaml"] == codes(error)


@pytest.mark.parametrize(
    "more", [{"drop": 5}, {"drop": None}, {"years": [0, 99_999]}, {"nodes": [{"code": "total", "scale": [0, 1e300]}]}]
)
def test_values_that_nothing_can_be_counted_with_are_told(more):
    with pytest.raises(ProblemError) as error:
        take(yaml.safe_dump({**OWN, **more}).encode())
    assert {"frameworks.wrong_shape"} == set(codes(error))


def test_keys_of_several_kinds_are_told_together():
    with pytest.raises(ProblemError) as error:
        take(yaml.safe_dump({**OWN, 5: 5, "colour": "red"}).encode())
    assert ["frameworks.unknown_key"] * 2 == codes(error)
