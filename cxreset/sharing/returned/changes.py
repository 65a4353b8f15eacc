"""What colleagues changed in a register or a CSV, beside what the workbook holds now.

A field is theirs when it differs from what was exported, and changed on both sides when ours does
too: such a one is taken only when it is chosen by its own name. Where the file no longer says what
was exported (a copied table, say), nobody can tell who changed it, and it has to be chosen as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.text import listed, one_line
from cxreset.insight.personal import MARKS, mask
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import FIELDS, LABELS, STATUSES, flat, mark, plain, same
from cxreset.sharing.data.trackers import TRACKERS, addresses
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.returned.files import Line, Read, read

if TYPE_CHECKING:
    from cxreset.workbook.book import Workbook

Side = Literal["theirs", "both", "unsure"]
SIDES: dict[Side, str] = {
    "theirs": "changed by them",
    "both": "changed on both sides",
    "unsure": "no telling who changed it",
}
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|ERROR!|SPILL!)|Err:\d{3}")


class Edit(NamedTuple):
    """One field of one action that stands otherwise in the file.

    `theirs`, `ours` and `was` (at the export; None where the file does not say it in full) are
    cell forms to show; `value` is what taking it stores.
    """

    ref: str
    field: str
    theirs: str
    ours: str
    was: str | None
    side: Side
    row: int
    title: str
    value: str | date | None

    @property
    def key(self) -> str:
        """`A7.status`: what it is chosen by."""
        return f"{self.ref}.{self.field}"

    @property
    def sure(self) -> bool:
        """Only they changed it, as far as the file tells."""
        return self.side == "theirs"


class New(NamedTuple):
    """A row without an id: an action to add. `values` are those of the table's columns."""

    number: int
    row: int
    values: dict[str, Any]

    @property
    def key(self) -> str:
        return f"new{self.number}"

    @property
    def told(self) -> str:
        """`Call the depot (Sam Whitlock, 2026-10-09)`, for people."""
        more = [flat(self.values["owner"]), cells.day(self.values["deadline"])]
        detail = ", ".join(filter(None, more))
        return flat(self.values["title"]) + (f" ({detail})" if detail else "")


class Returned(NamedTuple):
    """What a file would change. `problems` are sentences on rows or cells that were left out."""

    file: str
    edits: tuple[Edit, ...]
    new: tuple[New, ...]
    problems: tuple[str, ...]
    rows: int

    def choices(self, *, sure: bool = False) -> list[str]:
        """Every key that can be chosen; with `sure`, without what changed on both sides."""
        edits = [edit.key for edit in self.edits if edit.sure or not sure]
        return [*edits, *(one.key for one in self.new)]


def look(path: Path, book: Workbook) -> Returned:
    """Read a file and set it beside the workbook; nothing is changed.

    Raises IntakeError for a file that is none of ours, cannot be read, or was made from another
    workbook, whose ids would mean other actions.
    """
    return _compare(read(path), book)


def picked(returned: Returned, asked: str) -> set[str]:
    """The keys that `all`, `none` or a list such as `A7,A9.status,new1` means.

    `all` and an id alone mean what only they changed; what changed on both sides is meant by
    its own name alone (`A9.status`). Raises UsageError for a name that is none.
    """
    words = [word.strip() for word in asked.replace(",", " ").split()]
    if [word.lower() for word in words] == ["all"]:
        return set(returned.choices(sure=True))
    if not words or [word.lower() for word in words] == ["none"]:
        return set()
    known = {key.lower(): key for key in returned.choices()}
    found: set[str] = set()
    for word in words:
        of_one = [edit for edit in returned.edits if edit.ref.lower() == word.lower()]
        if word.lower() in known:
            found.add(known[word.lower()])
        elif of_one:
            found.update(edit.key for edit in of_one if edit.sure)
        else:
            raise UsageError(
                f"“{one_line(word, 40)}” names nothing that {returned.file} changes. "
                "Say all, none, or ids such as A7, A7.status or new1."
            )
    return found


def take(returned: Returned, book: Workbook, chosen: Iterable[str], today: date) -> int:
    """Store the chosen edits and new actions, all or none, as one change for undo.

    Returns how many were stored. Raises NotSaved as any change does, and NotFound when an action
    was removed meanwhile.
    """
    from cxreset.workbook.tables import Action

    wanted = set(chosen)
    edits = [edit for edit in returned.edits if edit.key in wanted]
    new = [one for one in returned.new if one.key in wanted]
    if not edits and not new:
        return 0
    by_ref: dict[str, dict[str, Any]] = {}
    for edit in edits:
        values = by_ref.setdefault(edit.ref, {})
        values[edit.field] = edit.value
        if edit.field == "status":
            values["completed_on"] = today if edit.value == "completed" else None
    with book.file.transaction(f"took colleagues' edits from {returned.file}"):
        for ref, values in by_ref.items():
            book.set(Action, int(ref[1:]), **values)
        for one in new:
            done = today if one.values["status"] == "completed" else None
            book.add(Action(**one.values, opened_on=today, completed_on=done))
    return len(edits) + len(new)


# -- comparing


def _compare(found: Read, book: Workbook) -> Returned:
    from cxreset.workbook.tables import Action, Person

    settings = book.settings()
    whose = cells.born(settings.created_on, settings.name, settings.organisation)
    if found.whose and found.whose != whose:
        raise IntakeError(
            f"{found.name} was made from another workbook, so its ids mean other actions. "
            "Nothing was read from it; open the workbook it came from with --workbook."
        )
    people = [(one.name, one.email) for one in book.rows(Person)]
    actions = {
        row.ref: ActionFact(
            ref=row.ref,
            title=row.title,
            owner=row.owner,
            deadline=row.deadline,
            status=row.status,
            note=row.note,
        )
        for row in book.rows(Action)
    }
    names = [name for name, _ in people] + [one.owner for one in actions.values()]
    reader = _Reader(found, addresses(people), [settings.name, *names])
    edits: list[Edit] = []
    new: list[New] = []
    for line in found.lines:
        if not line.ref:
            if one := reader.fresh(line, len(new) + 1, actions.values()):
                new.append(one)
        elif line.ref in actions:
            edits += reader.edits(line, actions[line.ref])
        else:
            reader.say(
                line,
                f"there is no action {line.ref} in this workbook; it may have been removed since. "
                "The row was left out",
            )
    problems = (*found.problems, *reader.problems)
    return Returned(found.name, tuple(edits), tuple(new), problems, len(found.lines))


class _Reader:
    """Makes of each cell what it means, and says what has no meaning."""

    def __init__(self, found: Read, emails: Mapping[str, str], names: Iterable[str]) -> None:
        self._found = found
        self._tracker = TRACKERS["csv" if found.form == "xlsx" else found.form]
        self._emails = emails
        self._names = {flat(name).casefold(): flat(name) for name in names if name.strip()}
        for name, email in emails.items():
            self._names[email.casefold()] = self._names.get(name, name)
        self.problems: list[str] = []
        self._order = self._day_order()

    def say(self, line: Line, what: str) -> None:
        self.problems.append(f"{self._found.name}, row {line.row}: {what}.")

    # -- one row

    def edits(self, line: Line, ours: ActionFact) -> Iterator[Edit]:
        now = self._tracker.fields(ours, self._emails)
        for field in FIELDS:
            if field not in line.cells or field not in now:
                continue
            theirs = self._cell(line, field)
            if theirs is None or same(theirs, now[field]):
                continue
            if field == "owner" and same(self._name(theirs), flat(ours.owner)):
                continue
            base = line.marks.get(field)
            if base is not None and mark(theirs) == base:
                continue  # as it was exported: only ours has changed since
            hidden = mask(now[field]) if field in ("title", "note") else now[field]
            if hidden != now[field] and same(theirs, hidden):
                continue  # ours as it is masked: nothing of theirs, and marks for what is true
            held = [one for one in MARKS.values() if one in theirs and one not in now[field]]
            if held and field in ("title", "note"):
                self.say(
                    line,
                    f"{LABELS[field]} holds {listed(held)} where something was masked; it is "
                    f"taken only when {line.ref}.{field} is named",
                )
            side: Side = (
                "unsure"
                if base is None
                else "theirs"
                if mark(now[field]) == base or (mark(hidden) == base and not held)
                else "both"
            )
            if field == "title" and not theirs:
                self.say(line, f"{line.ref} has no words any more; the old ones are kept")
                continue
            was = line.was.get(field)
            value = self._value(field, theirs, ours, was, side)
            title = flat(ours.title, 60)
            shown = theirs if field != "owner" else self._name(theirs)
            old = cells.told(ours)[field]
            yield Edit(line.ref, field, shown, old, was, side, line.row, title, value)

    def fresh(self, line: Line, number: int, actions: Iterable[ActionFact]) -> New | None:
        title = plain(line.cells.get("title", ""))
        if not title:
            self.say(line, "it has no id and no words for an action, so it was left out")
            return None
        owner = self._name(flat(line.cells.get("owner", "")))
        for one in actions:
            if same(one.title, title) and same(flat(one.owner), owner):
                self.say(line, f"it says the same as {one.ref}, so it is not offered as new")
                return None
        deadline = self._cell(line, "deadline") if "deadline" in line.cells else ""
        told = line.cells.get("status", "").strip()
        status = self._cell(line, "status") if told else STATUSES["not_started"]
        values = {
            "title": title,
            "owner": owner,
            "deadline": date.fromisoformat(deadline) if deadline else None,
            "status": _code(status or STATUSES["not_started"]),
            "note": plain(line.cells.get("note", "")),
        }
        return New(number, line.row, values)

    # -- one cell

    def _cell(self, line: Line, field: str) -> str | None:
        """The cell form of what stands there; None (and a problem) where it cannot be read."""
        raw = line.cells[field]
        if _ERROR.fullmatch(raw.strip()):
            self.say(
                line,
                f"{LABELS[field]} holds a spreadsheet's error, as after words that begin with = "
                "or -; it was left as it is",
            )
            return None
        if field == "deadline":
            return self._day(line, raw)
        if field == "status":
            code = cells.read_status(raw)
            if code is None:
                choices = ", ".join(STATUSES.values())
                self.say(
                    line,
                    f"the status “{one_line(raw, 40)}” is none of {choices}; it was left as it is",
                )
                return None
            return STATUSES[code]
        return flat(raw) if field == "owner" else plain(raw)

    def _name(self, told: str) -> str:
        """A person's name as it is known, for an address or another way of writing it."""
        return self._names.get(told.casefold(), told)

    def _value(
        self, field: str, theirs: str, ours: ActionFact, was: str | None, side: Side
    ) -> str | date | None:
        if field == "deadline":
            return date.fromisoformat(theirs) if theirs else None
        if field == "status":
            return _code(theirs)
        if field == "owner":
            return self._name(theirs)
        if field == "note" and (side != "theirs" or len(ours.note) > cells.CELL):
            return _joined(plain(ours.note), theirs, was)
        return theirs

    # -- days

    def _day(self, line: Line, raw: str) -> str | None:
        if not raw.strip():
            return ""
        days = cells.read_days(raw)
        if len(days) == 1:
            return days[0].isoformat()
        told = one_line(raw, 40)
        if not days:
            self.say(line, f"“{told}” is no date; write it as 2026-10-09")
            return None
        if self._order:
            return days[0 if self._order == "day" else 1].isoformat()
        base = line.marks.get("deadline")
        for day in days:
            if base == mark(day.isoformat()):
                return day.isoformat()
        self.say(line, f"the date “{told}” can mean two days; write it as 2026-10-09")
        return None

    def _day_order(self) -> str:
        """`day` or `month`, whichever stands first in this file's dates; empty where it is open.

        Told by dates that can be read in one way only, and by those that are as they were
        exported.
        """
        told: set[str] = set()
        for line in self._found.lines:
            raw = line.cells.get("deadline", "")
            days = cells.read_days(raw)
            if len(days) == 2:
                base = line.marks.get("deadline")
                if base is not None:
                    for order, day in zip(("day", "month"), days, strict=True):
                        if mark(day.isoformat()) == base:
                            told.add(order)
            elif order := cells.day_order(raw):
                told.add(order)
        if len(told) == 1:
            return told.pop()
        return "month" if not told and self._tracker.month_first else ""


def _code(label: str) -> str:
    return next(code for code, words in STATUSES.items() if words == label)


def _joined(ours: str, theirs: str, was: str | None) -> str:
    """Both notes where both were written in: what they added goes below ours."""
    if not theirs or not ours or theirs.startswith(ours):
        return theirs or ours
    added = theirs[len(was) :].strip() if was and theirs.startswith(was) else theirs
    return ours if added in ours else f"{ours}\n{added}"


def lines(returned: Returned) -> Iterator[str]:
    """The difference in words, for a terminal: a line a change, then what was left out."""
    width = max((len(edit.key) for edit in returned.edits), default=0)
    for edit in returned.edits:
        side = "" if edit.sure else f"   ({SIDES[edit.side]}: name {edit.key} to take it)"
        was = (
            f", at the export {_quoted(edit.was)}"
            if edit.was is not None and edit.side == "both"
            else ""
        )
        yield (
            f"{edit.key:<{width}}  {LABELS[edit.field]}: {_quoted(edit.ours)} → "
            f"{_quoted(edit.theirs)}{was}{side}"
        )
    for one in returned.new:
        yield f"{one.key:<{width}}  a new action, row {one.row}: {one_line(one.told, 200)}"
    yield from returned.problems


def _quoted(text: str) -> str:
    return f"“{one_line(text, 80)}”" if text.strip() else "nothing"
