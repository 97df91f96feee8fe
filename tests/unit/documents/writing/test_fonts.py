import struct

from chiso.documents.writing.fonts import characters_of
from chiso.documents.writing.form import Look
from chiso.documents.writing.widths import last_line_of, width_of


def font_with(*spans):
    """A font file with nothing but a table of characters."""
    spans = (*spans, (0xFFFF, 0xFFFF))
    lasts = b"".join(struct.pack(">H", last) for _, last in spans)
    firsts = b"".join(struct.pack(">H", first) for first, _ in spans)
    table = struct.pack(">HHHHHHH", 4, 0, 0, 2 * len(spans), 0, 0, 0) + lasts + b"\0\0" + firsts
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table
    head = struct.pack(">IHHHH", 0x10000, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap))
    return head + cmap


def test_characters_are_those_of_the_segments():
    assert {0x41, 0x42, 0x1EA0, 0xFFFF} == characters_of(font_with((0x41, 0x42), (0x1EA0, 0x1EA0)))


def test_font_without_a_table_of_characters_has_none():
    assert frozenset() == characters_of(struct.pack(">IHHHH", 0x10000, 0, 0, 0, 0))


def test_accents_add_no_width():
    assert width_of("Ở", Look(14)) == width_of("O", Look(14))


def test_last_line_is_what_is_left_after_full_lines():
    room = width_of("SỞ KHOA HỌC VÀ", Look(12, bold=True)) + 0.1
    assert "CÔNG NGHỆ" == last_line_of("SỞ KHOA HỌC VÀ CÔNG NGHỆ", Look(12, bold=True), room)
