"""Where the words that were searched for stand in a text, to be lit up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

Span = tuple[int, int]
LIT = "bold underline"
_LOOKED_THROUGH = 40_000  # characters of one text
# Scripts written without blanks, where a word may begin anywhere: Thai to Khmer, CJK, kana, hangul.
_NO_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff]")


def spans(text: str, words: str) -> list[Span]:
    """(start, end) of each word of `text` that begins like one of `words`; sorted, apart.

    Case and accents do not matter. In scripts without blanks the words themselves are found.
    """
    found = _pattern(words)
    if found is None:
        return []
    return [match.span() for match in found.finditer(_plain(text[:_LOOKED_THROUGH]))]


def lit(text: str, marked: Sequence[Span], style: str = LIT) -> Content:
    """The text with those spans in a style."""
    content = Content(text)
    for start, end in marked:
        content = content.stylize(style, start, end)
    return content


@lru_cache(maxsize=32)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = re.findall(r"[^\W_]+", _plain(words))
    if not parts:
        return None
    longest = sorted(set(parts), key=lambda part: (-len(part), part))
    return re.compile(
        "|".join(
            re.escape(part) if _NO_BLANKS.search(part) else rf"(?<![^\W_]){re.escape(part)}[^\W_]*"
            for part in longest
        )
    )


def _plain(text: str) -> str:
    """The same text, a character for a character, in lower case and without accents."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    first = unicodedata.normalize("NFKD", character)[:1].lower()
    return first if len(first) == 1 else character
