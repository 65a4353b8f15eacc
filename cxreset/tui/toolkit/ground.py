"""Is the terminal's own background dark or light? It is asked (OSC 11) while the screens load.

The answer comes as if it had been typed, so whoever reads the keys takes it out of them
(`hear_answers` in `cxreset/tui/toolkit/private.py`). A terminal that does not know
the question says nothing, and nobody waits for it.

Only `os` and what needs no more is imported: what this costs, every start of the screen pays.
"""

from __future__ import annotations

import os

from cxreset.base.served import served

QUERY = "\x1b]11;?\x1b\\"
LIMIT_SECONDS = 2.0
"""An answer that comes later is taken out of the keys and otherwise left alone."""

_BEGINS = "\x1b]11;"
_ENDS = ("\x07", "\x1b\\")
_LONGEST = 64  # characters of an answer; what is longer is none
_NEVER_ASKED = ("", "dumb", "linux")  # these would show the question


def may_ask() -> bool:
    """Would this terminal at least keep silent? A page of the browser has one ground anyway."""
    return not served() and os.environ.get("TERM", "") not in _NEVER_ASKED


def by_environment() -> bool | None:
    """Dark or not by COLORFGBG, as `15;0`, which some terminals set; None where they do not."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    if not last.isdigit():
        return None
    return int(last) in (0, 1, 2, 3, 4, 5, 6, 8)


class AnswerFinder:
    """Takes the answer out of what is typed; `dark` is None until it has come."""

    def __init__(self) -> None:
        self.dark: bool | None = None
        self._begun = ""

    def rest_of(self, typed: str) -> str:
        """What was typed without the answer; the beginning of one waits for its end."""
        text = self._begun + typed
        self._begun = ""
        start = text.find(_BEGINS)
        while start >= 0:
            ends = [(at, len(end)) for end in _ENDS if (at := text.find(end, start + 5)) >= 0]
            if not ends:
                if len(text) - start <= _LONGEST:
                    text, self._begun = text[:start], text[start:]
                return text
            at, length = min(ends)
            answer = is_dark(text[start + len(_BEGINS) : at])
            self.dark = self.dark if answer is None else answer
            text = text[:start] + text[at + length :]
            start = text.find(_BEGINS)
        for length in range(len(_BEGINS) - 1, 2, -1):  # `esc ]` alone is a key
            if text.endswith(_BEGINS[:length]):
                text, self._begun = text[:-length], text[-length:]
                break
        return text


def is_dark(colour: str) -> bool | None:
    """Is a colour as X11 writes it (`rgb:12/16/1b`, one to four digits each) a dark one?

    By relative luminance (WCAG 2.2): below 0.18 white letters read better on it than black ones.
    None for what is no such colour.
    """
    kind, _, digits = colour.partition(":")
    parts = digits.split("/")
    if kind not in ("rgb", "rgba") or len(parts) < 3:
        return None
    try:
        red, green, blue = [int(part, 16) / (16 ** len(part) - 1) for part in parts[:3]]
    except (ValueError, ZeroDivisionError):
        return None
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (red, green, blue)
    ]
    luminance: float = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return luminance < 0.18
