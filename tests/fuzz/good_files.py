"""One good file of every kind, small, to be mutilated."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
import numpy as np
from PIL import Image
from tests.unit.documents.pdf_files import Page, pdf

TEXT = """SỞ CÔNG THƯƠNG

Số: 12/KH-SCT

KẾ HOẠCH
Nâng hạng Chỉ số năng lực cạnh tranh năm 2024

1. Chi phí thời gian
- Kết quả năm 2023: 7,28/10 điểm, xếp thứ 9/15.
- Mục tiêu năm 2024: từ 8 điểm trở lên, xếp hạng 5.
a) Rút ngắn một phần ba thời gian xử lý hồ sơ, xong trước ngày 30/9/2024.
| TT | Nhiệm vụ | Chủ trì |
|----|----------|---------|
| 1 | Công khai thủ tục | Văn phòng Sở |
"""


@cache
def good_files() -> dict[str, bytes]:
    """By name of the file its content."""
    return {
        "plan.txt": TEXT.encode(),
        "plan16.txt": TEXT.encode("utf-16"),
        "plan.md": ("# " + TEXT).encode(),
        "plan.docx": _word(),
        "plan.pdf": _pdf(),
        "plan.png": _picture("PNG"),
        "plan.jpg": _picture("JPEG"),
        "plan.tif": _picture("TIFF"),
        "plan.rtf": rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 Ke hoach 2024.\par Nhiem vu 1.\par}",
        "scan.pdf": _picture("PDF"),
    }


def _word() -> bytes:
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line, style="List Bullet" if line.startswith("- ") else None)
    table = document.add_table(rows=3, cols=3)
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Văn phòng"
    table.cell(0, 1).text = "Nhiệm vụ"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf() -> bytes:
    page = Page()
    for number, line in enumerate(TEXT.splitlines()):
        page.write(80, 780 - 18 * number, line)
    page.grid([80.0, 200.0, 420.0], [300.0, 270.0, 240.0])
    page.write(83, 280, "Đơn vị")
    return pdf([page, page])


def _picture(form: str) -> bytes:
    """A small picture with some print-like ink: what is mutilated here is the file, not the letters."""
    dots = np.full((120, 160), 255, dtype=np.uint8)
    dots[20:100:12, 20:140] = 0
    buffer = BytesIO()
    Image.fromarray(dots).save(buffer, form)
    return buffer.getvalue()
