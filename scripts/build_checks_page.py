"""Write docs/checks.md out of the catalogue of checks: `python scripts/build_checks_page.py`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Final

from chiso.plans import CHECKS, CheckKind, Severity
from chiso.problems import Text

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "checks.md"
SUBJECTS: Final = {
    "head": Text("Thể thức", "Head of the document"),
    "citations": Text("Văn bản viện dẫn", "Citations"),
    "numbering": Text("Đánh số", "Numbering"),
    "sums": Text("Cộng điểm, đếm số", "Sums and counts"),
    "scores": Text("Kết quả", "Results"),
    "targets": Text("Mục tiêu", "Targets"),
    "framework": Text("Bộ chỉ số", "Framework"),
    "assignments": Text("Phân công", "Assignments"),
    "names": Text("Tên gọi", "Names"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "quantities": Text("Con số cam kết", "Promised figures"),
    "repetition": Text("Trùng lặp", "Repetition"),
    "clashes": Text("Mâu thuẫn", "Clashes"),
    "references": Text("Dẫn chiếu", "References"),
    "reporting": Text("Báo cáo", "Reporting"),
    "wording": Text("Câu chữ", "Wording"),
}
OPENING: Final = """# Kiểm tra kế hoạch / Checks of a plan

<!-- Written by scripts/build_checks_page.py out of the catalogue; change it there. -->

`chiso check FILE` and the page “Kiểm tra kế hoạch” look for what a careful head of office would want to know before signing. Every
finding says where it stands, what is written, and what would be right where that is known. Findings of one kind that concern many
tasks are one finding with all their places.

| | Vietnamese | meaning |
|---|---|---|
| `error` | Lỗi | the plan contradicts itself or cannot be right |
| `warning` | Cảnh báo | most likely a fault |
| `note` | Lưu ý | worth a look before it is signed |

A finding's severity may differ from that of its check where the case is milder or worse; the message says why. Components, formulas
and bands are compared with the edition of the index that the packs know for the plan's province and year; where none is known, these
checks are silent.
"""


def page() -> str:
    """The whole page."""
    sections = [_section(subject, list(kinds)) for subject, kinds in groupby(CHECKS, key=lambda kind: kind.subject)]
    return "\n".join([OPENING, *sections])


def _section(subject: str, kinds: list[CheckKind]) -> str:
    title = SUBJECTS[subject]
    return "\n".join([f"## {title.vi} / {title.en}\n", *map(_entry, kinds)])


def _entry(kind: CheckKind) -> str:
    severity = Severity(kind.severity)
    lines = [
        f"### `{kind.code}`\n",
        f"**{kind.title.vi}** / {kind.title.en} · {severity.label('vi')} (`{severity.value}`)\n",
        f"- {kind.meaning.vi}\n  {kind.meaning.en}",
        f"- Ví dụ / example: {kind.example.vi}"
        + ("" if kind.example.en == kind.example.vi else f"\n  {kind.example.en}"),
        f"- Cách sửa / remedy: {kind.remedy.vi}\n  {kind.remedy.en}\n",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(CHECKS)} checks")
