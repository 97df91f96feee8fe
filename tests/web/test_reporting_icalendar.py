"""The calendar file that other programs read."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from chiso.web.reporting.icalendar import Occasion, folded, written

NOW = datetime(2022, 8, 15, 2, 30, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    """What a reader of the format makes of the text."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_an_occasion_lasts_its_day():
    text = written("Lịch", [Occasion("a@b", date(2022, 12, 31), "Báo cáo")], now=NOW)
    assert unfolded(text) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Chi So//Lich//VI",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Lịch",
        "BEGIN:VEVENT",
        "UID:a@b",
        "DTSTAMP:20220815T023000Z",
        "DTSTART;VALUE=DATE:20221231",
        "DTEND;VALUE=DATE:20230101",
        "SUMMARY:Báo cáo",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_marks_of_the_format_are_escaped_in_texts():
    occasion = Occasion("a", date(2022, 1, 1), "Gửi A; B, C", "dòng 1\ndòng 2 \\ hết")
    lines = unfolded(written("x", [occasion], now=NOW))
    assert "SUMMARY:Gửi A\\; B\\, C" in lines
    assert "DESCRIPTION:dòng 1\\ndòng 2 \\\\ hết" in lines


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_line_is_longer_than_75_octets_and_none_loses_a_letter(text):
    pieces = folded(text).split("\r\n")
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == text
