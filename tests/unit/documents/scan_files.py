"""Pictures of printed pages, set by Typst in the font that comes with it, turned and made dirty as scanners do."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import numpy as np
import typst
from PIL import Image

from chiso.documents.scans.tesseract import is_present

REASON = "Tesseract with Vietnamese is not on this machine"
HAS_TESSERACT = is_present()


def page(source: str, *, degrees: float = 0.0, noise: float = 0.0, landscape: bool = False) -> Image.Image:
    """A grey page at 200 dots an inch; `source` is Typst."""
    setup = (
        f'#set page(paper: "a4", flipped: {str(landscape).lower()}, margin: 2cm)\n#set text(size: 13pt, lang: "vi")\n'
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(setup + source, encoding="utf-8")
        picture = Image.open(BytesIO(typst.compile(str(path), format="png", ppi=200))).convert("L")
    if degrees:
        picture = picture.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if noise:
        dots = np.asarray(picture) + np.random.default_rng(3).normal(0, noise, (picture.height, picture.width))
        picture = Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))
    return picture


def saved(*pictures: Image.Image, form: str = "PNG") -> bytes:
    """The pictures as one file."""
    buffer = BytesIO()
    more = {"save_all": True, "append_images": list(pictures[1:])} if form in {"PDF", "TIFF"} else {}
    pictures[0].save(buffer, form, **more, **({"resolution": 200} if form == "PDF" else {}))
    return buffer.getvalue()
