"""The content hash of an edition."""

from __future__ import annotations

import hashlib
import json


def content_hash(value: object) -> str:
    """SHA-256 of a value's canonical JSON: layout, comments and the order of keys do not change it.

    >>> content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    True
    """
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
