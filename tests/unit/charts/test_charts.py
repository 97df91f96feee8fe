"""Charts: what is drawn, and that it is drawn with the pages' colours and every Vietnamese letter."""

import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.charts import DARK, LIGHT, Comparison, History, Moment, Row, fingerprint, png, svg
from chiso.charts.bounds import bounds
from chiso.charts.history import segments

TOKENS = Path(__file__).resolve().parents[3] / "src/chiso/web/ui/static/ui/tokens.css"
PCI = History(
    moments=(
        Moment(2012, 56.29, "56,29", "36/63", edition="pci/2009-2012"),
        Moment(2013, 52.76, "52,76", "50/63", edition="pci/2013-2021"),
        Moment(2020, 63.9, "63,90", "30/63", edition="pci/2013-2021"),
        Moment(2021, 63.42, "63,42", "36/63", edition="pci/2013-2021"),
    ),
    lowest=0,
    highest=100,
)
DDCI = Comparison(
    rows=(
        Row("Chất lượng dịch vụ công", 8.11, 9.0, "8,11", "9", 10),
        Row("Chi phí không chính thức", 7.97, None, "7,97", "–", 10),
    ),
    before="2019",
    after="mục tiêu 2020",
)
POINTS = replace(
    DDCI,
    rows=(
        Row("Thể chế", 11.91, 13.0, "11,91/13", "13/13", 13),
        Row("Tài chính công", 12.48, 13.5, "12,48", "13,5", 13.5),
    ),
)


def words(picture: str) -> list[str]:
    """The texts of an SVG, each once."""
    found = ["".join(text.itertext()) for text in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]
    return list(dict.fromkeys(found))


def tones() -> dict[str, dict[str, str]]:
    """The custom properties of the style sheet, light and dark."""
    light, dark = TOKENS.read_text(encoding="utf-8").split("(prefers-color-scheme: dark)")
    return {
        tone: {name.replace("-", "_"): value for name, value in re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)}
        for tone, part in (("light", light), ("dark", dark))
    }


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_is_that_of_the_pages(palette):
    colours = {name: value for name, value in asdict(palette).items() if name != "tone"}
    assert colours == {name: tones()[palette.tone][name] for name in colours}


def test_a_history_writes_years_scores_and_ranks():
    assert {"2012", "2021", "63,42", "36/63", "52,76"} <= set(words(svg(PCI, LIGHT)))


def test_the_line_breaks_at_a_missing_year_and_at_a_new_edition():
    assert segments(PCI.moments) == [0, 1, 2, 2]


def test_a_history_of_one_year_is_a_dot():
    assert "80,56" in words(svg(History((Moment(2019, 80.56, "80,56"),), 0, 100), LIGHT))


def test_a_comparison_writes_names_figures_and_which_is_which():
    assert {"Chất lượng dịch vụ công", "8,11", "9", "7,97", "2019", "mục tiêu 2020"} <= set(words(svg(DDCI, LIGHT)))


def test_components_of_different_scales_are_compared_in_per_cent():
    percents = [text for text in words(svg(POINTS, LIGHT)) if text.endswith(" %")]
    assert percents[0] == "85 %"


@pytest.mark.parametrize(("language", "tick"), [("vi", "8,5"), ("en", "8.5")])
def test_ticks_are_written_as_the_language_writes_numbers(language, tick):
    assert tick in words(svg(replace(DDCI, language=language), LIGHT))


def test_a_picture_holds_no_style_sheet_variable():
    assert "var(" not in svg(PCI, DARK)
    assert DARK.accent in svg(PCI, DARK)


def test_a_long_name_is_wrapped_in_a_narrow_picture():
    name = "Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội của tỉnh"
    drawing = Comparison((Row(name, 17.65, 20, "17,65", "20", 20),), "2021", "mục tiêu 2022", width=360)
    assert "".join(words(svg(drawing, LIGHT))).count("Tác động của cải cách") == 1
    assert name not in words(svg(drawing, LIGHT))


@pytest.mark.parametrize("letter", ["ỷ", "ẵ", "ợ", "Ễ", "ặ"])
def test_vietnamese_letters_are_drawn_each_in_its_own_shape(letter):
    pictures = {png(replace(DDCI, before=text), LIGHT) for text in (letter, "ỹ", "ẳ", "□", " ")}
    assert len(pictures) == 5


def test_a_fingerprint_changes_with_every_value_and_tone():
    changed = replace(PCI, moments=(*PCI.moments[:3], replace(PCI.moments[3], note="35/63")))
    assert len({fingerprint(PCI, LIGHT), fingerprint(PCI, DARK), fingerprint(changed, LIGHT)}) == 3


def test_a_fingerprint_is_the_same_for_equal_drawings():
    assert fingerprint(replace(PCI), LIGHT) == fingerprint(PCI, LIGHT)


def test_drawings_are_made_without_the_drawing_engine():
    script = "import sys, chiso.charts; print([m for m in ('altair', 'vl_convert') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(
    st.lists(st.floats(0, 100, allow_nan=False), min_size=1, max_size=20),
)
def test_the_axis_holds_every_value_and_stays_in_the_scale(values):
    low, high, ticks = bounds(values, 0, 100)
    assert 0 <= low <= min(values) <= max(values) <= high <= 100
    assert ticks == sorted(set(ticks))
    assert len(ticks) >= 2
