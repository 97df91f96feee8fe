"""Names under which files that people bring are kept."""

from pathlib import PurePath

from django.utils.text import get_valid_filename

_LONGEST_STEM, _LONGEST_ENDING = (
    60,
    10,
)  # letters: folder, name and what makes it unique fit into 100, and into any file system


def kept_name(name: str) -> str:
    """A name for keeping a file, without letters that a folder does not bear and never too long; the ending stays.

    >>> kept_name("Quyết định 843/QĐ-UBND.pdf")
    'Quyết_định_843QĐ-UBND.pdf'
    """
    path = PurePath(name.replace("/", ""))
    return get_valid_filename(f"{path.stem[:_LONGEST_STEM]}{path.suffix[:_LONGEST_ENDING]}")
