"""Phiên bản của cơ quan: what an agency fills in, its checks, its locking, and where it is used. All citations are made up."""

import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.unit.packs.test_derived import OWN, PARTS, SCENARIOS
from tests.web.plan_rows import make_plan
from tests.web_fixtures import make_agency
from typer.testing import CliRunner

from chiso import packs
from chiso.cli.main import app
from chiso.packs.derived import Derived, written_out
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.catalogue.editions import PACKS, editions_of
from chiso.web.catalogue.models import OwnEdition
from chiso.web.catalogue.own.desk import Desk
from chiso.web.catalogue.own.faults import faults_of
from chiso.web.catalogue.own.operations import discard, open_draft, put_in_force, take_in, withdraw
from chiso.web.plans.importing.operations import _names
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.queries import tables
from chiso.web.results.peers.values import Heading, Peer
from chiso.web.results.queries import computed_explanation, explanation, result_sheets
from chiso.web.scorecard.queries import home
from chiso.web.scorecard.roads.queries import journey

NOW = datetime(2023, 8, 15, 2, 0, tzinfo=UTC)
BASE = "ddci/lang-son-2022"
SCORES = dict(zip(PARTS, ["9.82", "9.75", "6.85", "8.01", "7.28", "6.79", "6.79", "4.81"], strict=True))
UNTOLD = [
    {
        "name": "Dữ liệu thử: thiếu điểm thì không có tổng",
        "given": {"day": "2022-12-31", "values": {"Sở A": {"time": "missing"}}},
        "expected": {"Sở A": {"total": {"score": None}}},
    }
]
LAO_CAI = [{**UNTOLD[0], "given": {"day": "2019-12-31", "values": {"Sở A": {"services": "missing"}}}}]
PCI = [
    {
        **UNTOLD[0],
        "given": {"day": "2021-12-31", "values": {"Tỉnh A": {"time": "missing"}}},
        "expected": {"Tỉnh A": {"total": {"score": None}}},
    }
]
WEIGHTS = dict(zip(PARTS, [10, 15, 10, 10, 15, 15, 15, 10], strict=True))
TOTAL = Decimal("75.405")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    settings.HOME, settings.MEDIA_ROOT = tmp_path, tmp_path


@pytest.fixture
def agency(db):
    """A department of Lạng Sơn of which eight component scores of 2022 are known, and no total."""
    made = make_agency("so-mau", "Sở Mẫu mực", "Lạng Sơn")
    for node, score in SCORES.items():
        record_result(
            agency=made,
            subject=made.subject,
            family="DDCI",
            edition=BASE,
            year=2022,
            node=node,
            standing=Result.Standing.OFFICIAL,
            score=Decimal(score),
            source="DỮ LIỆU THỬ",
            by=None,
            now=NOW,
        )
    return made


@pytest.fixture
def focal(client_for):
    return client_for(Role.FOCAL)


def content_of(weights=None):
    """The edition of the tests with weights that differ, so that the total tells whether they are used."""
    rule = {**OWN["rules"]["total"][0], "weights": weights or WEIGHTS}
    return {**OWN, "key": f"{BASE}-so-mau", "rules": {"total": [rule]}}


def in_force(agency, weights=None):
    made = Derived(written_out(content_of(weights)), written_out(SCENARIOS))
    return put_in_force(edition=take_in(agency=agency, made=made, by=None, now=NOW), by=None, now=NOW)


def address(agency, name, *args):
    return reverse(f"catalogue:{name}", args=[agency.slug, *args])


def desk_of(client, agency, base=BASE, scenarios=UNTOLD):
    """Open the draft as its page does, with an example that holds before anything is filled in."""
    client.post(address(agency, "open_own", *base.split("/")))
    OwnEdition.objects.filter(agency=agency, base=base, scenarios="").update(scenarios=written_out(scenarios))
    return OwnEdition.objects.get(agency=agency, base=base, state=OwnEdition.State.DRAFT)


def send(client, draft, part, code="", **fields):
    name = ("own_part_of", part, code) if code else ("own_part", part)
    return client.post(address(draft.agency, name[0], draft.pk, *name[1:]), fields)


def add_source(client, draft, **more):
    fields = {"kind": "Quyết định", "vi": "DỮ LIỆU THỬ: tự đặt", "number": "999/QĐ-THU", "issued_on": "01/02/2023"}
    return send(client, draft, "nguon", standing="stated", **{**fields, "article": "Điều 3", **more})


def rule_fields(**more):
    weights = {f"weight-{code}": str(weight) for code, weight in WEIGHTS.items()}
    fixed = {"method": "weighted_mean", "multiplier": "10", "when_missing": "blocks", "when_not_applicable": "blocks"}
    return {**fixed, **weights, "since": "01/01/2022", "until": "31/12/2022", "source": "co-quan-1", **more}


def said(draft):
    draft.refresh_from_db()
    return Desk.of(draft)


class TestTheJourney:
    def test_weights_that_nobody_stated_are_filled_in_and_the_total_appears_with_its_trace(self, focal, agency):
        assert result_sheets(agency)[0].whole is None
        draft = desk_of(focal, agency)
        page = focal.get(address(agency, "own_desk", draft.pk)).content.decode()
        assert "Trọng số và công thức tổng điểm" in page
        assert 303 == add_source(focal, draft).status_code
        filled = "Trọng số và công thức tổng điểm"
        assert 303 == send(focal, draft, "cong-thuc", "total", **rule_fields(fills=[filled])).status_code
        assert filled not in [each["what"]["vi"] for each in said(draft).absent]
        example = {f"value-{code}": "7" for code in PARTS}
        sent = {"name": "Dữ liệu thử: bảy điểm mọi nơi", "unit": "Sở A", "day": "31/12/2022", "score": "70", **example}
        assert 303 == focal.post(address(agency, "own_scenario", draft.pk), sent).status_code
        assert () == faults_of(said(draft))
        assert 303 == focal.post(address(agency, "own_put_in_force", draft.pk)).status_code

        (cell,) = result_sheets(agency)[0].whole.known
        assert (TOTAL, True) == (cell.score, cell.is_computed)
        shown = focal.get(reverse("results:computed", args=[agency.slug, agency.subject_id, "ddci", 2022]))
        text = shown.content.decode()
        assert "75,41" in text
        assert "Quyết định 999/QĐ-THU – DỮ LIỆU THỬ: tự đặt, Điều 3" in text
        assert "phiên bản của cơ quan" in text
        assert f"Phiên bản của cơ quan: Sở Mẫu mực, lập trên {BASE}." in text

    def test_bands_that_had_no_bounds_are_set_by_cut_offs(self, client_for, db):
        agency = make_agency("so-lao-cai", "Sở Lào Cai", "Lào Cai")
        client = client_for(Role.FOCAL, of=agency)
        draft = desk_of(client, agency, "ddci/lao-cai-2019", LAO_CAI)
        add_source(client, draft)
        bounds = {"name-0": "rất tốt", "low-0": "85", "name-1": "tốt", "low-1": "80", "name-2": "khá", "name-3": "yếu"}
        sent = {"method": "cut_offs", "nodes": ["total"], "since": "01/01/2019", "source": "co-quan-1", **bounds}
        refused = send(client, draft, "xep-loai", **sent)
        assert (422, ["low-2"]) == (refused.status_code, list(refused.context["form"].errors))
        assert 303 == send(client, draft, "xep-loai", **sent | {"low-2": "70"}).status_code
        assert () == faults_of(said(draft))
        put_in_force(edition=draft, by=None, now=NOW)
        edition = editions_of(agency).get("ddci/lao-cai-2019")
        rule = edition.bands["total"].values[0].value
        assert ["very_good", "good", "fairly_good", "yeu"] == [band.code for band in rule.bands]
        assert [("80", "85")] == [(str(each.lower), str(each.upper)) for each in rule.intervals if each.band == "good"]
        assert "known_intervals" == edition.bands["services"].values[0].value.method


class TestForms:
    def test_values_without_a_source_are_refused_and_what_was_typed_stays(self, focal, agency):
        draft = desk_of(focal, agency)
        response = send(focal, draft, "cong-thuc", "total", **rule_fields(source=""))
        assert 422 == response.status_code
        assert ["source"] == list(response.context["form"].errors)
        assert 'name="weight-leadership" value="15"' in response.content.decode()
        assert "rules" not in said(draft).own

    def test_a_rule_asks_for_weights_and_a_factor(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        sent = rule_fields(**{"weight-time": "", "counts-time": "on", "multiplier": ""})
        assert {"weight-time", "multiplier"} == set(
            send(focal, draft, "cong-thuc", "total", **sent).context["form"].errors
        )

    def test_a_sum_counts_what_is_ticked(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        ticked = {"counts-time": "on", "counts-legal": "on"}
        weightless = {name: value for name, value in rule_fields().items() if not name.startswith("weight-")}
        send(focal, draft, "cong-thuc", "total", **weightless | ticked | {"method": "sum_of_points"})
        (rule,) = said(draft).full["rules"]["total"]
        assert (["legal", "time"], "sum_of_points") == (rule["parts"], rule["method"])

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"number": "", "issued_on": ""}, ["number"]),
            ({"number": "khong phai so"}, ["number"]),
            ({"vi": ""}, ["vi"]),
            ({"number": "", "issuer": "Báo Thử nghiệm", "published_on": "02/03/2023", "issued_on": ""}, []),
        ],
    )
    def test_a_source_can_be_looked_up_or_is_refused(self, focal, agency, fields, expected):
        draft = desk_of(focal, agency)
        response = add_source(focal, draft, **fields)
        errors = list(response.context["form"].errors) if response.context else []
        assert (expected, 422 if expected else 303) == (errors, response.status_code)

    def test_the_file_of_a_source_is_kept_with_later_versions_too(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft, file=SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.4 thu"))
        put_in_force(edition=draft, by=None, now=NOW)
        later = desk_of(focal, agency)
        response = focal.get(address(agency, "own_document", later.pk, "co-quan-1"))
        assert b"%PDF-1.4 thu" == b"".join(response.streaming_content)
        assert 404 == focal.get(address(agency, "own_document", later.pk, "co-quan-2")).status_code

    def test_a_node_gets_another_name_and_scale(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        sent = {"vi": "Chi phí về thời gian", "en": "", "aliases": "Thời gian", "minimum": "1", "maximum": "10"}
        send(focal, draft, "chi-so", "time", source="co-quan-1", **sent)
        node = said(draft).node("time")
        assert ("Chi phí về thời gian", [1, 10], "co-quan-1") == (node["name"]["vi"], node["scale"], node["source"])
        assert ["time_costs"] == node["themes"]

    def test_a_node_is_added_under_a_node_once(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        sent = {"vi": "Chuyển đổi số", "node_code": "digital", "kind": "component", "minimum": "0", "maximum": "10"}
        more = {"direction": "positive", "by": "survey", "source": "co-quan-1"}
        assert 303 == send(focal, draft, "them-chi-so", "total", **sent | more).status_code
        assert {"by": "survey"} == said(draft).node("digital")["collected"]
        assert ["node_code"] == list(send(focal, draft, "them-chi-so", "total", **sent | more).context["form"].errors)

    def test_a_node_is_dropped_with_a_reason_and_the_rule_that_names_it_is_told(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        send(focal, draft, "cong-thuc", "total", **rule_fields())
        assert ["why"] == list(send(focal, draft, "bo-chi-so", "support", source="co-quan-1").context["form"].errors)
        send(focal, draft, "bo-chi-so", "support", source="co-quan-1", why="Không khảo sát nữa")
        (fault,) = faults_of(said(draft))
        assert ("rules", "Công thức, Chỉ số DDCI") == (fault.section, fault.where)
        focal.post(address(agency, "own_restore_of", draft.pk, "drop", "support"))
        assert () == faults_of(said(draft))

    @pytest.mark.parametrize(
        "place",
        [("own_part", "khong-co"), ("own_part_of", "chi-so", "khong-co"), ("own_part_of", "bo-chi-so", "total")],
    )
    def test_a_place_that_the_edition_does_not_have_is_not_found(self, focal, agency, place):
        name, *rest = place
        assert 404 == focal.get(address(agency, name, desk_of(focal, agency).pk, *rest)).status_code

    @pytest.mark.parametrize(
        "part",
        [
            "nguon",
            "xep-loai",
            "xep-hang",
            "ten-va-nam",
            "cong-thuc/total",
            "chi-so/time",
            "them-chi-so/total",
            "bo-chi-so/time",
        ],
    )
    def test_every_form_has_a_page(self, focal, agency, part):
        desk = address(agency, "own_desk", desk_of(focal, agency).pk)
        assert 200 == focal.get(f"{desk}{part}/").status_code

    def test_ranking_and_years_are_set_and_taken_back(self, focal, agency):
        draft = desk_of(focal, agency)
        add_source(focal, draft)
        send(focal, draft, "xep-hang", vi="Mọi sở xếp chung.", since="01/01/2023", source="co-quan-1")
        send(focal, draft, "ten-va-nam", vi="Bản thử", first="2022", last="2023")
        assert (["2022-01-01", "2023-01-01"], [2022, 2023]) == (
            [entry["from"] for entry in said(draft).full["ranking"]],
            said(draft).full["years"],
        )
        focal.post(address(agency, "own_restore", draft.pk, "ranking"))
        assert ["2022-01-01"] == [entry["from"] for entry in said(draft).full["ranking"]]


class TestLocking:
    def test_faults_are_told_all_at_once_and_nothing_is_put_in_force(self, focal, agency):
        weights = {**WEIGHTS, "support": 20}
        rule = {**content_of(weights)["rules"]["total"][0], "source": "khong-co"}
        made = Derived(written_out({**content_of(), "rules": {"total": [rule]}}))
        draft = take_in(agency=agency, made=made, by=None, now=NOW)
        response = focal.post(address(agency, "own_put_in_force", draft.pk))
        assert 422 == response.status_code
        text = response.content.decode()
        assert "Công thức, Chỉ số DDCI: tổng trọng số là 110, không phải 100" in text
        assert "không tìm thấy nguồn “khong-co”" in text
        assert PACKS.get(BASE) == editions_of(agency).get(BASE)

    def test_a_missing_example_is_told_beside_weights_that_do_not_add_up(self, focal, agency):
        rule = content_of({**WEIGHTS, "support": 20})["rules"]["total"][0]
        made = Derived(written_out({**content_of(), "rules": {"total": [rule]}}))
        draft = take_in(agency=agency, made=made, by=None, now=NOW)
        assert ["rules", "scenarios"] == [fault.section for fault in faults_of(Desk.of(draft))]

    def test_an_example_that_does_not_come_out_is_told_by_unit_and_index(self, agency):
        wrong = {
            **SCENARIOS[0],
            "name": "Dữ liệu thử: tám thành phần cùng 8 điểm",
            "expected": {"Sở A": {"total": {"score": 81.5}}},
        }
        wrong["given"] = {"day": "2022-12-31", "values": {"Sở A": dict.fromkeys(PARTS, 8)}}
        made = Derived(written_out(content_of()), written_out([wrong]))
        (fault,) = faults_of(Desk.of(take_in(agency=agency, made=made, by=None, now=NOW)))
        assert (
            "Ví dụ kiểm tra “Dữ liệu thử: tám thành phần cùng 8 điểm”, Sở A, điểm Chỉ số DDCI: tính được 80, tình huống nêu 81,5"
            == fault.message
        )

    def test_who_put_it_in_force_and_when_is_audited_with_its_hash(self, focal, agency):
        row = in_force(agency)
        event = Event.objects.get(name="catalogue.own_edition.put_in_force")
        assert (row.content_hash, "so-mau") == (event.details["content_hash"], event.agency)
        assert editions_of(agency).own[0].content_hash == row.content_hash

    def test_what_is_in_force_is_not_changed_any_more(self, focal, agency):
        row = in_force(agency)
        assert 404 == add_source(focal, row).status_code
        with pytest.raises(ProblemError, match=r"catalogue\.not_a_draft"):
            put_in_force(edition=row, by=None, now=NOW)

    def test_a_change_makes_a_new_version_and_the_old_one_applies_until_then(self, focal, agency):
        first = in_force(agency)
        second = desk_of(focal, agency)
        assert (2, first.text) == (second.version, second.text)
        assert first.content_hash == editions_of(agency).own[0].content_hash
        put_in_force(edition=second, by=None, now=NOW)
        first.refresh_from_db()
        assert OwnEdition.State.REPLACED == first.state
        assert 200 == focal.get(address(agency, "own_version", first.pk)).status_code

    def test_a_draft_is_opened_once(self, focal, agency):
        one = open_draft(agency=agency, base=BASE, by=None, now=NOW)
        assert one == open_draft(agency=agency, base=BASE, by=None, now=NOW)

    def test_a_draft_that_is_thrown_away_stays_in_the_trail(self, agency):
        draft = open_draft(agency=agency, base=BASE, by=None, now=NOW)
        discard(edition=draft, by=None, now=NOW)
        assert not OwnEdition.objects.exists()
        assert f"base: {BASE}" in Event.objects.get(name="catalogue.own_edition.discarded").details["before"]

    def test_withdrawing_asks_for_a_reason_and_lets_the_base_stand(self, focal, agency):
        row = in_force(agency)
        assert 422 == focal.post(address(agency, "own_withdraw", row.pk), {"reason": " "}).status_code
        assert 303 == focal.post(address(agency, "own_withdraw", row.pk), {"reason": "Nhập nhầm"}).status_code
        assert packs.load(BASE) == editions_of(agency).get(BASE) == editions_of(agency).get(row.key)
        with pytest.raises(ProblemError, match=r"catalogue\.not_in_force"):
            withdraw(edition=row, reason="Lần nữa", by=None, now=NOW)


class TestWhereItIsUsed:
    def test_it_stands_in_the_place_of_its_base_where_editions_are_asked_for(self, agency):
        row = in_force(agency)
        known = editions_of(agency)
        assert row.key == known.get(BASE).key == known.load(BASE, 2022).key == known.get(row.key).key
        assert row.key == known.find("DDCI", "Lạng Sơn", 2023, "department").key
        assert BASE not in {each.key for each in known.all()}
        assert PACKS.get("pci/2013-2021") == known.get("pci/2013-2021")
        assert known.get("") is None

    def test_an_edition_of_fewer_years_stands_for_those_only(self, agency):
        own = {"key": "pci/2013-2021-so-mau", "base": "pci/2013-2021", "agency": OWN["agency"], "name": OWN["name"]}
        made = Derived(written_out({**own, "years": [2021, 2021]}), written_out(PCI))
        put_in_force(edition=take_in(agency=agency, made=made, by=None, now=NOW), by=None, now=NOW)
        known = editions_of(agency)
        assert own["key"] == known.get("pci/2013-2021", 2021).key
        assert "pci/2013-2021" == known.get("pci/2013-2021", 2020).key
        assert {"pci/2013-2021", own["key"]} <= {each.key for each in known.all()}

    def test_the_scorecard_tells_the_computed_total(self, client_for, agency):
        plan = make_plan(agency, family="DDCI", year=2023)
        plan.edition = BASE
        plan.save()
        assert home(agency, NOW.date()).cards[0].previous is None
        in_force(agency)
        (card,) = home(agency, NOW.date()).cards
        assert (TOTAL, (agency.subject_id, "ddci", 2022)) == (card.previous.score, card.previous.computed)
        assert card.is_by_own_edition
        assert "tính theo công thức" in client_for(Role.VIEWER).get(f"/{agency.slug}/").content.decode()

    def test_a_component_tells_what_it_contributes_by_the_agency_s_weights(self, agency):
        in_force(agency)
        row = Result.objects.get(node="leadership")
        found = explanation(agency, row.pk)
        assert (15, Decimal("14.625")) == (found.share.weight, found.share.share)
        assert not found.is_by_another_edition

    def test_a_total_that_was_announced_is_compared_with_the_one_computed(self, agency):
        in_force(agency)
        whole = record_result(
            agency=agency,
            subject=agency.subject,
            family="DDCI",
            edition=BASE,
            year=2022,
            standing=Result.Standing.OFFICIAL,
            score=Decimal("75.41"),
            source="DỮ LIỆU THỬ",
            by=None,
            now=NOW,
        )
        assert "agrees" == explanation(agency, whole.pk).computation.kind
        assert computed_explanation(agency, agency.subject_id, "ddci", 2022) is None

    def test_position_and_road_go_by_the_agency_s_weights(self, agency):
        heading = Heading("DDCI", BASE, 2022, "department", "Lạng Sơn", Result.Standing.OFFICIAL, "DỮ LIỆU THỬ")
        rows = [Peer("Sở Mẫu mực", scores={code: Decimal(score) for code, score in SCORES.items()})]
        rows.append(Peer("Sở Thử", scores=dict.fromkeys(PARTS, Decimal(7))))
        record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=rows)
        plan = make_plan(agency, family="DDCI", year=2023)
        row = in_force(agency)
        (table,) = tables(agency, NOW.date())
        assert row.key == table.heading.rules.key
        assert row.key == journey(agency, plan.pk, NOW.date()).ground.edition.key

    def test_plans_are_read_by_its_names_too(self, agency):
        own = {**content_of(), "nodes": [{"code": "time", "aliases": ["Thời gian chờ đợi"], "source": "co-quan-1"}]}
        made = Derived(written_out(own), written_out(UNTOLD))
        put_in_force(edition=take_in(agency=agency, made=made, by=None, now=NOW), by=None, now=NOW)
        (known,) = [each for each in _names(agency).components["DDCI"] if "Thời gian chờ đợi" in each.aliases]
        assert "Chi phí thời gian" == known.name

    def test_the_catalogue_marks_it_and_its_base(self, client_for, agency):
        row = in_force(agency)
        viewer = client_for(Role.VIEWER)
        text = viewer.get(address(agency, "editions")).content.decode()
        assert "phiên bản của cơ quan" in text
        assert "cơ quan dùng phiên bản riêng" in text
        page = viewer.get(address(agency, "edition", *row.key.split("/")), follow=True).content.decode()
        assert row.content_hash in page
        assert "nguồn của cơ quan" in page

    def test_one_that_can_no_longer_be_read_is_passed_over_and_told(self, client_for, agency):
        row = in_force(agency)
        OwnEdition.objects.filter(pk=row.pk).update(whole=row.whole.replace('"kind": "component"', '"kind": "gone"'))
        assert packs.load(BASE) == editions_of(agency).get(BASE)
        assert "không đọc được" in client_for(Role.VIEWER).get(address(agency, "editions")).content.decode()
        assert (
            "không còn đọc được" in client_for(Role.VIEWER).get(address(agency, "own_version", row.pk)).content.decode()
        )


class TestOthers:
    def test_another_agency_of_the_province_neither_sees_nor_uses_it(self, client_for, agency):
        row, draft = in_force(agency), open_draft(agency=agency, base=BASE, by=None, now=NOW)
        other = make_agency("so-khac", "Sở Khác", "Lạng Sơn")
        client = client_for(Role.ADMINISTRATOR, of=other)
        assert PACKS.get(BASE) == editions_of(other).get(BASE)
        assert editions_of(other).get(row.key) is None
        names = [
            ("own_version", row.pk),
            ("own_folder", row.pk),
            ("own_desk", draft.pk),
            ("edition", *row.key.split("/")),
        ]
        for name, *args in names:
            assert 404 == client.get(address(other, name, *args)).status_code
        posts = [("own_withdraw", row.pk), ("own_put_in_force", draft.pk), ("own_discard", draft.pk)]
        for name, *args in posts:
            assert 404 == client.post(address(other, name, *args), {"reason": "x"}).status_code
        assert row.key not in client.get(address(other, "editions")).content.decode()

    def test_the_key_that_a_neighbour_s_result_was_entered_by_is_not_told(self, client_for, agency):
        other = make_agency("so-khac", "Sở Khác", "Lạng Sơn")
        row = in_force(agency)
        result = Result.objects.get(node="time")
        Result.objects.filter(pk=result.pk).update(edition=row.key, subject=other.subject)
        page = client_for(Role.VIEWER, of=other).get(reverse("results:result", args=[other.slug, result.pk]))
        assert 200 == page.status_code
        assert row.key not in page.content.decode()
        assert BASE in page.content.decode()

    @pytest.mark.parametrize("role", list(Role))
    def test_only_those_who_keep_editions_see_drafts(self, client_for, agency, role):
        draft = open_draft(agency=agency, base=BASE, by=None, now=NOW)
        client, may = client_for(role), role in {Role.ADMINISTRATOR, Role.FOCAL}
        assert (200 if may else 403) == client.get(address(agency, "own_desk", draft.pk)).status_code
        assert (200 if may else 404) == client.get(address(agency, "own_folder", draft.pk)).status_code
        assert may == ("đang lập" in client.get(address(agency, "editions")).content.decode())
        assert may == (
            "Lập phiên bản của cơ quan" in client.get(address(agency, "edition", *BASE.split("/"))).content.decode()
        )


class TestHandingOn:
    def test_the_folder_that_is_given_out_scores_the_same_on_the_command_line(self, client_for, agency, tmp_path):
        row = in_force(agency)
        given = client_for(Role.VIEWER).get(address(agency, "own_folder", row.pk))
        with zipfile.ZipFile(io.BytesIO(given.content)) as folder:
            folder.extractall(tmp_path / "goi")
        rows = "\n".join(f"Sở Mẫu mực,{code},{score}" for code, score in SCORES.items())
        (tmp_path / "diem.csv").write_text(f"unit,node,value\n{rows}\n", encoding="utf-8")
        run = CliRunner().invoke(
            app, ["score", row.key, str(tmp_path / "diem.csv"), "--pack", str(tmp_path / "goi"), "--format", "csv"]
        )
        assert 0 == run.exit_code, run.output
        assert "Sở Mẫu mực,total,75.405,100.0" in run.output
        assert 0 == CliRunner().invoke(app, ["packs", "check", str(tmp_path / "goi")]).exit_code

    def test_a_folder_that_was_given_out_is_taken_in_as_the_draft(self, focal, agency):
        row = in_force(agency)
        content = focal.get(address(agency, "own_folder", row.pk)).content
        sent = {"file": SimpleUploadedFile("goi.zip", content)}
        response = focal.post(address(agency, "take_in"), sent)
        draft = OwnEdition.objects.get(agency=agency, state=OwnEdition.State.DRAFT)
        assert (303, 2, row.scenarios) == (response.status_code, draft.version, draft.scenarios)
        assert {**Derived(row.text).written, "agency": {"vi": "Sở Mẫu mực", "en": "Sở Mẫu mực"}} == said(draft).own

    def test_a_file_with_faults_is_refused_with_all_of_them(self, focal, agency):
        text = written_out({**content_of(), "years": 2022, "colour": "red"})
        response = focal.post(address(agency, "take_in"), {"file": SimpleUploadedFile("framework.yaml", text.encode())})
        assert (422, 2) == (response.status_code, len(response.context["form"].errors["file"]))
        assert not OwnEdition.objects.exists()
