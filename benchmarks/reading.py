"""Reading documents: warm, and as whole processes."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measured, median_process_seconds, median_seconds

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


def measured() -> Iterator[Measured]:
    """Measure `documents.read` and `plans.read` on the sample plans, and on the specification plans where present."""
    from chiso import documents, plans
    from chiso.packs import names
    from chiso.samples import sample_plans

    known = names()

    def reads(content: bytes, name: str) -> float:
        return 1000 * median_seconds(lambda: plans.read(documents.read(content, name), names=known))

    for sample in sample_plans():
        yield Measured(f"read {sample.file_name}, warm", reads(sample.content(), sample.file_name), 60, "ms")
    for seed in sorted(SEEDS.glob("*.txt")):
        yield Measured(f"read seed {seed.name[:3]}, warm", reads(seed.read_bytes(), seed.name), 60, "ms")
    yield Measured("chiso --help, whole process", median_process_seconds([_chiso(), "--help"]), 0.4, "s")
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "plan.txt"
        document = documents.read(sample_plans()[0].content(), sample_plans()[0].file_name)
        text.write_text("\n\n".join(f"{b.marker} {b.text}".strip() for b in document.blocks), encoding="utf-8")
        command = [_chiso(), "read", str(text), "--format", "json"]
        yield Measured("chiso read of one .txt, whole process", median_process_seconds(command), 1.5, "s")


def _chiso() -> str:
    return str(Path(sys.executable).with_name("chiso"))
