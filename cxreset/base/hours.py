"""The hour that a text begins with or speaks of, as people write it."""

from __future__ import annotations

import re
from datetime import time

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line

_HOUR = re.compile(
    r"(?P<hour>\d{1,2})(?:[.:h](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?(?:m\.?)?", re.IGNORECASE
)

_NUMBER = r"\d{1,2}(?:[.:]\d{2})?(?!\d)"
_IN_WORDS = re.compile(
    rf"(?<![\w.,:])(?:{_NUMBER}\s*[ap]m\b|\d{{1,2}}[:h]\d{{2}}(?!\d)"
    rf"|{_NUMBER}(?=\s*(?:uhr|o'clock)\b)|(?<=\bat ){_NUMBER}(?=\s*(?:$|[,;]|\.\s)))"
    r"|\bnoon\b",
    re.IGNORECASE,
)


def start_of(text: str) -> time | None:
    """The hour a text begins with: `10:00`, `14.30`, `2 pm`, `9h30`; None where none can be read.

    A bare number is an hour only when nothing else stands there: `10` is, `10 people` is not.
    """
    words = one_line(text).lower().removeprefix("at ").replace("noon", "12:00")
    begun = re.split(r"\s*[-–—]\s*|\s+to\s+|\s+until\s+", words)[0].removesuffix("h")
    found = _HOUR.fullmatch(begun.removesuffix(" o'clock").strip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def hour_in(text: str) -> str:
    """`08:45` for `after the first coffee, at 8:45`; empty where no hour is spoken of.

    The first hour counts; a number that might be anything else (`the 3 of us`) is none.
    """
    for found in _IN_WORDS.finditer(one_line(text)):
        at = start_of(found[0])
        if at is not None:
            return f"{at:%H:%M}"
    return ""


def parse_hour(text: str) -> str:
    """`08:45` for `8:45`, `2 pm`, `9h30`; empty for `none` and for nothing. Raises UsageError."""
    if text.strip().casefold() in ("", "none"):
        return ""
    at = start_of(text)
    if at is None:
        raise UsageError(
            _("“{hour}” is no hour of the day. Write it as 8:45, 14:00 or 2 pm.").format(
                hour=one_line(text, 30)
            )
        )
    return f"{at:%H:%M}"
