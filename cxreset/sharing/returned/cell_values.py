"""What a cell says that a colleague, or their program, has written: a status, a day, our own words
without the signs that the program could not save."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from cxreset.base.language.words import in_every_language
from cxreset.intake.values.months import month_of
from cxreset.sharing.data.cells import FIRST_DAY, LAST_DAY, STATUSES

FAULT, COVERED = "#ERROR!", "#MERGED!"
"""What stands for a cell with an error, and for one that was merged with another column's."""
_STATUS_WORDS = {
    "not_started": (
        *("not started", "open", "to do", "todo", "backlog", "new", "planned"),
        *("offen", "geplant", "neu", "zu tun"),
    ),
    "in_progress": (
        *("in progress", "started", "doing", "ongoing", "in review"),
        *("begonnen", "in bearbeitung", "läuft"),
    ),
    "completed": (
        *("completed", "complete", "done", "finished", "closed", "resolved"),
        *("erledigt", "fertig", "geschlossen"),
    ),
    "cancelled": (
        *("cancelled", "canceled", "dropped", "won't do", "wont do"),
        *("abgebrochen", "storniert", "entfällt"),
    ),
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?")
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_MONTH = r"([^\W\d_]{3,12})"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|º)?[. -]{{1,2}}(?:de |of )?{_MONTH}\.?[, -]{{1,2}}"
    r"(?:de |del )?(\d{4}|\d{2})"
)
_MONTH_DAY = re.compile(rf"{_WEEKDAY}{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIAL_ZERO = date(1899, 12, 30).toordinal()
_RUNS = re.compile(r"\?+|[^?]+")
"""Question marks in a row, and what is between them."""


def read_status(text: str) -> str | None:
    """The workbook's word for a status as people and trackers write it; None for another word."""
    words = " ".join(text.replace("’", "'").replace("_", " ").lower().split())
    return _status_words().get(words)


@cache
def _status_words() -> dict[str, str]:
    """Word -> the workbook's own, ours in every language among them."""
    ours = {
        word.lower(): code for code, label in STATUSES.items() for word in in_every_language(label)
    }
    return ours | {word: code for code, words in _STATUS_WORDS.items() for word in words}


def read_days(value: str | float | date) -> tuple[date, ...]:
    """The days that a cell can mean: none, one, or two when day and month cannot be told apart.

    Takes dates, Excel's day numbers, `2026-10-09`, `9 Oct 2026`, `Oct 9, 2026`, `9/10/2026`, and
    months by their names in the languages that the import knows, such as `Fr., 9. Oktober 2026`.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _within([value])
    if isinstance(value, int | float):
        value = f"{value:.0f}" if 10_000 <= value < 100_000 else ""
    text = " ".join(str(value).lower().split())
    if found := _ISO.fullmatch(text):
        return _within(_real([found.groups()]))
    if found := _NUMBERS.fullmatch(text):
        return _within(_real_both(found))
    if found := _DAY_MONTH.fullmatch(text):
        return _within(_real([(found[3], _month(found[2]), found[1])]))
    if found := _MONTH_DAY.fullmatch(text):
        return _within(_real([(found[3], _month(found[1]), found[2])]))
    if found := _SERIAL.fullmatch(text):
        return _within([date.fromordinal(_SERIAL_ZERO + int(found[1]))])
    return ()


def day_order(text: str) -> str:
    """`day` or `month`, whichever must come first in `25/12/2026`; empty where it could be both."""
    found = _NUMBERS.fullmatch(" ".join(text.split()))
    if found is None or len(_real_both(found)) != 1:
        return ""
    return "day" if int(found[1]) > 12 else "month"


def is_without_signs(theirs: str, ours: str) -> bool:
    """Is it ours as a program saved it whose encoding lacks some of the signs? It writes `?` for
    each, or two; a sign that stands anywhere in theirs is one that the encoding has."""
    if "?" not in theirs:
        return False
    found, full = " ".join(theirs.split()), " ".join(ours.split())
    lost = {sign for sign in full if not sign.isascii()}.difference(found)
    runs = _RUNS.findall(found)
    fewest = _RUNS.findall("".join("?" if sign in lost else sign for sign in full))
    most = _RUNS.findall("".join("??" if sign in lost else sign for sign in full))
    if [run.strip("?") for run in runs] != [run.strip("?") for run in fewest]:
        return False
    lengths = zip(map(len, fewest), map(len, runs), map(len, most), strict=True)
    return all(least <= length <= longest for least, length, longest in lengths)


def _real_both(found: re.Match[str]) -> list[date]:
    one, two, year = found.groups()
    return list(_real([(year, two, one), (year, one, two)]))


def _month(word: str) -> str:
    return str(month_of(word) or 0)


def _real(parts: Iterable[tuple[str, ...]]) -> Iterable[date]:
    for year, month, of in parts:
        try:
            yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(of))
        except ValueError:
            continue


def _within(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(one for one in days if FIRST_DAY <= one <= LAST_DAY))
