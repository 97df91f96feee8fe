"""The language that the command line speaks."""

import os


def language() -> str:
    """The language of messages: --lang, else the locale; Vietnamese unless that is English."""
    named = os.environ.get("CHISO_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if named.startswith("en") else "vi"
