"""Names and titles that are written from the right, inside sentences of the program's own.

By Unicode's rules (UAX #9) digits after an Arabic name are drawn before it, and a line that begins
with a Hebrew one runs from the right: an id, a count or a date would be torn apart. So such words
stand between two characters that set them apart (FSI and PDI), and only those put there count.
"""

from __future__ import annotations

import re

from cxreset.base import text as base

_OPEN, _CLOSE = "\u2068", "\u2069"
_LEFT_TO_RIGHT_MARK = "\u200e"
_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_APART = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}\n]*){_CLOSE}")


def shown(text: str) -> str:
    """As `base.text.shown`, and what is set apart stays so."""
    pieces = _APART.split(text)
    return "".join(
        f"{_OPEN}{base.shown(piece)}{_CLOSE}" if at % 2 else base.shown(piece)
        for at, piece in enumerate(pieces)
    )


def one_line(text: str, limit: int = 0) -> str:
    """As `base.text.one_line`, for use in a sentence: set apart where letters run from the right.

    What holds words that are set apart is a sentence itself, and is not set apart once more.
    """
    flat = " ".join(shown(text).split())
    if _OPEN not in flat:
        flat = base.one_line(flat, limit)
        return f"{_OPEN}{flat}{_CLOSE}" if _FROM_THE_RIGHT.search(flat) else flat
    if limit and len(flat) > limit:
        flat = closed(flat[: limit - 1].rstrip() + "…")
    return flat


def closed(text: str) -> str:
    """The beginning of a line: what was set apart where it was cut ends there."""
    return text + _CLOSE if text.count(_OPEN) > text.count(_CLOSE) else text


def alone(text: str) -> str:
    """A line without the marks around all of it: nothing is beside it that it could disturb."""
    whole = _APART.fullmatch(text)
    return whole[1] if whole else text


def beside(text: str) -> str:
    """The line without what is set apart in it: what decides from where it runs."""
    return _APART.sub("", alone(text))


def by_marks(text: str) -> str:
    """The line for a program that knows no text set apart: marks hold the sentence's direction."""
    return text.replace(_OPEN, _LEFT_TO_RIGHT_MARK).replace(_CLOSE, _LEFT_TO_RIGHT_MARK)
