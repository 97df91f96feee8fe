"""Vietnamese capitals and small letters in patterns: Unicode keeps them side by side, so that no range parts them."""

from __future__ import annotations

import re

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
LOWER = "".join(sorted(set(_VOWELS + "bcdđfghjklmnpqrstvwxz")))
UPPER = LOWER.upper()


def lettered(words: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern in which `:upper:` and `:lower:` inside brackets stand for the letters of that kind.

    >>> bool(lettered(r"^[:upper:][:lower:]+$").match("Đạt")), bool(lettered("^[:upper:]").match("đạt"))
    (True, False)
    """
    for kind, letters in (("upper", UPPER), ("lower", LOWER)):
        words = words.replace(f"[:{kind}:]", f"[{letters}]").replace(f":{kind}:", letters)
    return re.compile(words, flags)
