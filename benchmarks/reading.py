"""Reading documents: warm, and as whole processes."""

import subprocess
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
    many = [(sample.content(), sample.file_name) for sample in sample_plans()]
    share = sum(reads(*each) for each in many) / 1000 / len(many)
    yield Measured("read one sample of five, one core: documents a second at least 15", share, 1 / 15, "s")
    yield from _long_documents()
    yield Measured("chiso --help, whole process", median_process_seconds([_chiso(), "--help"]), 0.4, "s")
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "plan.txt"
        document = documents.read(sample_plans()[0].content(), sample_plans()[0].file_name)
        text.write_text("\n\n".join(f"{b.marker} {b.text}".strip() for b in document.blocks), encoding="utf-8")
        command = [_chiso(), "read", str(text), "--format", "json"]
        yield Measured("chiso read of one .txt, whole process", median_process_seconds(command), 1.5, "s")


def _chiso() -> str:
    return str(Path(sys.executable).with_name("chiso"))


def _long_documents() -> Iterator[Measured]:
    """A hundred pages as printed, a scan where Tesseract is there, and the memory of each in a process of its own."""
    from benchmarks.long_documents import hundred_pages, scan
    from chiso import documents
    from chiso.documents.scans.tesseract import is_present

    seconds = median_seconds(lambda: documents.read(hundred_pages(), "long.pdf"), runs=3)
    yield Measured("read 100 printed pages (.pdf)", seconds, 4, "s")
    if sys.platform == "linux":
        yield Measured("memory of reading them, whole process", _peak_megabytes(hundred_pages(), "long.pdf"), 300, "MB")
    if is_present():
        seconds = median_seconds(lambda: documents.read(scan(4), "scan.pdf"), runs=3) / 4
        yield Measured("read a scanned page", seconds, 2, "s")
        if sys.platform == "linux":
            yield Measured(
                "memory of reading a scan, without Tesseract's", _peak_megabytes(scan(4), "scan.pdf"), 300, "MB"
            )


def _peak_megabytes(content: bytes, name: str) -> float:
    """The most memory that the process reading a document held, without Tesseract's own. Linux only."""
    program = (
        "import sys; from chiso import documents; documents.read(sys.stdin.buffer.read(), sys.argv[1]);"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", program, name], input=content, capture_output=True, check=True)
    return int(done.stdout) / 1024
