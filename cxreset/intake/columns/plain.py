"""Names in plain form: small letters, no accents, a blank between words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CUSTOM = re.compile(r"Custom field \((.+)\)", re.IGNORECASE)  # as Jira names columns
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_WORD = re.compile(r"[\W_]+")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})  # that no accent makes
NAME_LENGTH = 300  # characters of a name that count


def simple(name: str) -> str:
    """`Conversation started at (Europe/Berlin)` → `conversation started at`."""
    return _simple(name[:NAME_LENGTH])


@lru_cache(maxsize=4096)
def _simple(name: str) -> str:
    if inside := _CUSTOM.fullmatch(name):
        name = inside[1]
    words = _BRACKETS.sub(" ", _CAMEL.sub(" ", name)) if name[:1] not in "([" else name
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain.translate(_LETTERS)).strip()
