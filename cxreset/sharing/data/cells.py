"""What the data forms share: text that is safe in a cell, and an action as its cells say it.

A cell form is text: dates as `2026-10-09`, the status in English words, an empty text for nothing.
What colleagues changed is found by comparing cell forms, so what a form cannot hold is no edit.
Forms for people show the status in the program's language (`shown_status`); it is read back in any.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache

from cxreset.base.language.words import N_, _, in_every_language, ngettext
from cxreset.intake.values.months import month_of
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact

FIELDS = ("title", "owner", "deadline", "status", "note")
"""What a colleague may change of an action, in the order in which it is listed."""

LABELS = {
    "title": N_("Action"),
    "owner": N_("Owner"),
    "deadline": N_("Deadline"),
    "status": N_("Status"),
    "note": N_("Note"),
}
STATUSES = {
    "not_started": N_("Not started"),
    "in_progress": N_("In progress"),
    "completed": N_("Completed"),
    "cancelled": N_("Cancelled"),
}
CELL = 32_000  # characters; Excel holds 32,767 in a cell

# C0 but newline, DEL and C1, marks that change the direction of what follows, characters that XML
# forbids or that say nothing, tags. Joiners stay: names in several scripts and emoji need them.
_TABLE: dict[int, str | None] = dict.fromkeys(
    (
        *range(0x0A),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *(0xFEFF, 0xFFFE, 0xFFFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xE0000, 0xE0080),
    )
)
_TABLE |= {0x09: " ", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_TABLE |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
# What a spreadsheet may take for a formula; the last four in some East Asian versions.
_ACTS = re.compile(r"'*[=+\-@\t\r\n\x00＝＋－＠]")
_KEPT_BACK = re.compile(r"'+[=+\-@\t\r\n\x00＝＋－＠]")
_REFERENCE = re.compile(r"\bA(\d{1,18})-([0-9a-f]{8})-((?:[todsn][0-9a-f]{6}){1,5})(?![0-9A-Za-z])")


def plain(text: str) -> str:
    """Text for a cell of several lines: nothing in it that acts or that XML forbids."""
    if text.isprintable():  # as most are, and found at once
        return text.strip()
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE).strip()


def flat(text: str, limit: int = 0) -> str:
    """`plain`, on one line; shortened with an ellipsis to `limit` characters when it is given."""
    line = " ".join(plain(text).split())
    return shortened(line, limit) if limit else line


def shortened(text: str, limit: int = CELL) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def acts(text: str) -> bool:
    """Would a spreadsheet that reads this from a CSV take it for a formula?"""
    return _ACTS.match(text) is not None


def defused(text: str) -> str:
    """Text for a CSV: an apostrophe before what a spreadsheet would take for a formula.

    `armed` takes it away again; what began with an apostrophe and such a sign gets one more, so
    that nothing is lost on the way there and back.
    """
    return "'" + text if acts(text) else text


def armed(text: str) -> str:
    """What `defused` was given."""
    return text[1:] if _KEPT_BACK.match(text) else text


# -- an action


def cell_forms(action: ActionFact) -> dict[str, str]:
    """An action as the cells of a register say it: field -> cell form."""
    return {
        "title": shortened(plain(action.title)),
        "owner": flat(action.owner, 1_000),
        "deadline": day(action.deadline),
        "status": STATUSES.get(action.status, flat(action.status)),
        "note": shortened(plain(action.note)),
    }


def day(on: date | None) -> str:
    return on.isoformat() if on else ""


def schedule_note(action: ActionFact, today: date) -> str:
    """`3 days late`, `today`, `in 7 days`, `no deadline`; empty for what is closed."""
    if not action.open:
        return ""
    if action.deadline is None:
        return _("no deadline")
    days = (action.deadline - today).days
    if days == 0:
        return _("today")
    return (days_ahead(days) if days > 0 else days_late(-days)).format(days=abs(days))


def days_ahead(days: int) -> str:
    """`in {days} days`."""
    return ngettext("in {days} day", "in {days} days", days)


def days_late(days: int) -> str:
    """`{days} days late`."""
    return ngettext("{days} day late", "{days} days late", days)


def shown_status(status: str) -> str:
    """The status of an action as people read it; empty for none that is known."""
    return _(STATUSES.get(status, ""))


def same(one: str, other: str) -> bool:
    """Do two cell forms say the same? Spaces that a program added or took do not count."""
    return one == other or one.split() == other.split()


# -- what an action was when it was exported


def identity(facts: PlanFacts) -> str:
    """Eight hexadecimal digits that tell this workbook from another; the same at every export.

    Made of who began it and when. A workbook whose leader or organisation is renamed counts as
    another one.
    """
    return born(facts.created_on, facts.name, facts.organisation)


def born(created_on: date | None, name: str, organisation: str) -> str:
    """`identity` from what it is made of."""
    return _digest("\n".join((day(created_on), name, organisation)), 4)


def mark(text: str) -> str:
    """Six hexadecimal digits that stand for a cell form, whatever spaces are in it."""
    return _digest(" ".join(text.split()), 3)


def _digest(text: str, size: int) -> str:
    return hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=size).hexdigest()


def reference(ref: str, whose: str, values: Mapping[str, str]) -> str:
    """`A7-1a2b3c4d-t0f3c5a…`: the id, the workbook, and a mark of each field as it was exported.

    A mark comes after the first letter of its field; a field that the form does not carry has none.
    """
    marks = "".join(name[0] + mark(values[name]) for name in FIELDS if name in values)
    return f"{ref}-{whose}-{marks}"


def referred(text: str) -> tuple[str, str, dict[str, str]] | None:
    """(id, workbook, field -> mark) of the last reference in a text; None without any."""
    every = _REFERENCE.findall(text)
    if not every:
        return None
    number, whose, marks = every[-1]
    letters = {name[0]: name for name in FIELDS}
    known = {letters[marks[at]]: marks[at + 1 : at + 7] for at in range(0, len(marks), 7)}
    return f"A{int(number)}", whose, known


# -- reading what a colleague or their program made of a cell

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
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
_SERIAL_ZERO = date(1899, 12, 30).toordinal()


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
