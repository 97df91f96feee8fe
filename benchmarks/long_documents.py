"""A hundred printed pages, and scans, made for the measuring: nothing of them is kept."""

from __future__ import annotations

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

_SETUP = """
#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 1.5cm), numbering: "1")
#set text(size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true))
"""
_TASK = (
    "- Phòng Nghiệp vụ {0} rà soát {1} thủ tục thuộc phạm vi quản lý, đề xuất cắt giảm ít nhất {2}% thời gian xử lý, "
    "công khai kết quả trên trang thông tin điện tử và báo cáo Giám đốc trước ngày {3}/9/2026."
)
_ROWS = 12


@cache
def hundred_pages() -> bytes:
    """A PDF of one hundred pages and a few more: paragraphs, list items, a ruled table on every fifth page."""
    parts = []
    for number in range(1, 144):
        parts.append(f"*{number}. Chỉ số thành phần thứ {number}*")
        parts += [_TASK.format(n, n * 3, 10 + n, 1 + n) for n in range(1, 8)]
        if number % 5 == 0:
            cells = "".join(
                f"[{n}], [Nhiệm vụ {n} của bảng], [Văn phòng Sở], [Quý {1 + n % 4}/2026]," for n in range(1, _ROWS)
            )
            parts.append(f"#table(columns: (1cm, 1fr, 4cm, 3cm), [TT], [Nhiệm vụ], [Chủ trì], [Thời gian], {cells})")
    return _printed("\n\n".join(part.replace("- ", "\\- ", 1) if part.startswith("- ") else part for part in parts))


def _printed(source: str) -> bytes:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.typ"
        path.write_text(_SETUP + source, encoding="utf-8")
        return typst.compile(str(path))


@cache
def scan(count: int) -> bytes:
    """The first pages of the same as a scan of 200 dots an inch: askew by one degree, slightly dirty."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    noise = np.random.default_rng(2026)
    pictures = []
    document = pypdfium2.PdfDocument(hundred_pages())
    for number in range(count):
        picture = document[number].render(scale=200 / 72).to_pil().convert("L")
        turned = np.asarray(picture.rotate(1, resample=Image.Resampling.BICUBIC, fillcolor=255))
        dirty = np.clip(turned + noise.normal(0, 12, turned.shape), 0, 255).astype(np.uint8)
        pictures.append(Image.fromarray(dirty))
    buffer = BytesIO()
    pictures[0].save(buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return buffer.getvalue()
