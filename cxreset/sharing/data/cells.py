"""What the data forms share: text that is safe in a cell, and an action as its cells say it.

A cell form is text: dates as `2026-10-09`, the status in English words, an empty text for nothing.
What colleagues changed is found by comparing cell forms, so what a form cannot hold is no edit.
Forms for people show the status in the program's language (`shown_status`); it is read back in any.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from cxreset.base.language.words import N_, _, ngettext
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
OTHERS = {
    "pain": N_("Pain point"),
    "comments": N_("Comments"),
    "source": N_("Comes from"),
    "opened": N_("Opened"),
    "finished": N_("Completed"),
}
"""Columns of our own table that are not read back: field -> heading."""
CELL = 32_000  # characters; Excel holds 32,767 in a cell
MOST_ROWS = 20_000  # of a sheet that are read back
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
"""Between them a deadline can be."""

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
_REFERENCE = re.compile(
    r"\bA(\d{1,18})-([0-9a-f]{8})-((?:[todsnPCSOF][0-9a-f]{6}){1,10})(?![0-9A-Za-z])(?:-(\d{1,6}))?"
)
_LETTERS = {name[0]: name for name in FIELDS} | {name[0].upper(): name for name in OTHERS}


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


def as_read(value: str | float | date | None) -> str:
    """A cell of a workbook as it is read back as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return f"{value:.15g}"
    return shortened(plain(value or ""))


def sheet_mark(rows: Iterable[Iterable[str]]) -> str:
    """What stands for the cells of a sheet, whatever the order of its rows and its spaces.

    Of a longer sheet only the first MOST_ROWS rows count, which are those that are read back.
    """
    first = islice(rows, MOST_ROWS)
    joined = ("\t".join("".join(cell.split()) for cell in row).rstrip("\t") for row in first)
    return _digest("\n".join(sorted(filter(None, joined))), 4)


def reference(ref: str, whose: str, values: Mapping[str, str], last: int = 0) -> str:
    """`A7-1a2b3c4d-t0f3c5a…-60`: the id, the workbook, a mark of each field as it was exported, and
    the number of the last action of a table that holds them all.

    A mark comes after the letter of its field; a field that the form does not carry has none.
    """
    marks = "".join(
        letter + mark(values[name]) for letter, name in _LETTERS.items() if name in values
    )
    return f"{ref}-{whose}-{marks}" + (f"-{last}" if last else "")


def last_number(refs: Iterable[str]) -> int:
    """The highest number of ids such as `A7`; 0 for none."""
    return max((int(ref[1:]) for ref in refs), default=0)


class Referred(NamedTuple):
    """What a reference says: `marks` by field, `last` is 0 where it does not say."""

    ref: str
    whose: str
    marks: dict[str, str]
    last: int


def referred(text: str) -> Referred | None:
    """What the last reference in a text says; None without any."""
    every = _REFERENCE.findall(text)
    if not every:
        return None
    number, whose, marks, last = every[-1]
    known = {_LETTERS[marks[at]]: marks[at + 1 : at + 7] for at in range(0, len(marks), 7)}
    return Referred(f"A{int(number)}", whose, known, int(last or 0))
