"""Small PDF files with a text layer, written by hand: lines at places, ruled lines, no embedded font."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class Page:
    """What one page shows: (x, y from below, size, bold, words) and ruled lines (x0, y0, x1, y1)."""

    words: list[tuple[float, float, float, bool, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False) -> None:
        self.words.append((x, y, size, bold, text))

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """A table ruled on all sides: columns at xs, rows at ys from the top."""
        self.rules += [(xs[0], y, xs[-1], y) for y in ys]
        self.rules += [(x, ys[0], x, ys[-1]) for x in xs]


def pdf(pages: list[Page]) -> bytes:
    """The file; its text can be read because each letter maps to itself in Unicode."""
    count = len(pages)
    kids = " ".join(f"{7 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        _font("Plain"),
        _font("Plain-Bold"),
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
            " /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4"
            " /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
        ),
        _stream(_TO_UNICODE),
    ]
    for n, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {8 + 2 * n} 0 R"
            " /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>"
        )
        objects.append(_stream(_content(page)))
    return _file(objects)


def _font(name: str) -> str:
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [5 0 R]"
        " /ToUnicode 6 0 R >>"
    )


_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Self def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
    "endcmap end end"
)


def _content(page: Page) -> str:
    drawn = [f"{x0} {y0} m {x1} {y1} l S" for x0, y0, x1, y1 in page.rules]
    told = [
        f"BT /{'B' if bold else 'F'} {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        for x, y, size, bold, text in page.words
    ]
    return "\n".join([*drawn, *told])


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + tail.encode("latin-1")
