"""Ladders, heat tables and radars as pictures of their own."""

import re

import pytest

from chiso.charts import DARK, LIGHT, Heat, HeatLine, Ladder, Rung, png, svg
from chiso.charts.picture import specification
from chiso.charts.radar import radar
from chiso.charts.radar_picture import radar_png, radar_svg

PNG = b"\x89PNG\r\n\x1a\n"
LADDER = Ladder(
    (
        Rung(1, "Quảng Ninh", 73.02, "73,02", "+9,1"),
        Rung(36, "Lạng Sơn", 63.92, "63,92", is_own=True, after_gap=True),
        Rung(37, "Tây Ninh", 63.9, "63,90", "−0,02", is_chosen=True),
    ),
    lowest=10,
    highest=100,
)
HEAT = Heat(
    ("Lạng Sơn", "Cao nhất"),
    (HeatLine("Đất đai", ("6,71", "7,85"), (0.2, 1.0)), HeatLine("ỷ ẵ ợ", ("–", "8"), (None, 1.0))),
)
RADAR = radar(
    ["một", "hai ba bốn năm sáu bảy tám", "ba"], [("Lạng Sơn", [1, 5, 10]), ("R&D <b>", [10, None, 5])], 1, 10
)


@pytest.mark.parametrize("drawing", [LADDER, HEAT], ids=["ladder", "heat"])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_picture_spells_out_its_colours_and_its_title(drawing, palette):
    drawn = svg(drawing, palette, "Bảng của Lạng Sơn")
    assert "Bảng của Lạng Sơn" in drawn
    assert palette.paper in drawn
    assert "var(--" not in drawn


@pytest.mark.parametrize("drawing", [LADDER, HEAT], ids=["ladder", "heat"])
def test_a_picture_may_be_png(drawing):
    assert png(drawing, LIGHT, title="Bảng").startswith(PNG)


def test_bars_of_a_ladder_begin_at_the_lowest_score_of_the_scale():
    (values,) = specification(LADDER, LIGHT)["datasets"].values()
    assert [0.7002, 0.5991, 0.5989] == [round(row["share"], 4) for row in values]
    assert ["other", "own", "chosen"] == [row["kind"] for row in values]


def test_a_cell_without_a_score_has_no_colour():
    drawn = svg(HEAT, LIGHT)
    assert 3 == len(re.findall(r'fill="#0b5394"', drawn))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_radar_names_its_outlines_and_axes_and_nothing_in_it_runs(palette):
    drawn = radar_svg(RADAR, palette, "PCI 2021 <script>")
    assert drawn.startswith("<svg")
    for words in ("Lạng Sơn", "R&amp;D &lt;b&gt;", "PCI 2021 &lt;script&gt;", palette.paper):
        assert words in drawn
    assert 3 + 2 == drawn.count("<polygon")  # rings and outlines


def test_a_radar_may_be_png():
    assert radar_png(RADAR, LIGHT, "PCI 2021").startswith(PNG)


def test_long_names_above_and_below_have_room():
    tall = radar([" ".join(["chữ"] * 20), "b", "c", "d"], [("x", [1, 1, 1, 1])], 0, 1)
    above, below = tall.overhang
    assert (5, True) == (len(tall.axes[0].lines), above > below)
    assert f"-2.15 {-1 - above:g}" == " ".join(tall.box.split()[:2])
