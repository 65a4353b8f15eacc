"""What colleagues changed in a register or a CSV, beside what the workbook holds now.

A field is theirs when it differs from what was exported, and changed on both sides when ours does
too: such a one is taken only when it is chosen by its own name. Where the file no longer says what
was exported (a copied table, say), nobody can tell who changed it, and it has to be chosen as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.insight.personal import english_signs, mask
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import (
    FIELDS,
    LABELS,
    STATUSES,
    flat,
    mark,
    plain,
    same,
)
from cxreset.sharing.data.trackers import addresses
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.returned.cell_reader import CellReader
from cxreset.sharing.returned.cell_values import is_without_signs
from cxreset.sharing.returned.edits import Edit, New, Returned, Side
from cxreset.sharing.returned.files import read
from cxreset.sharing.returned.rows import alike_words, new_action, say_unread, status_code
from cxreset.sharing.returned.table import Line, Read
from cxreset.workbook.book import Workbook

_MASKED = ("title", "note")
"""Fields that are masked in an export."""


def look(path: Path, book: Workbook) -> Returned:
    """Read a file and set it beside the workbook; nothing is changed.

    Raises IntakeError for a file that is none of ours, cannot be read, or was made from another
    workbook, whose ids would mean other actions.
    """
    found = read(path)
    _check_origin(found, book)
    actions = _actions(book)
    reader = _reader(found, book, actions.values())
    edits: list[Edit] = []
    new: list[New] = []
    alike = {alike_words(one.title, one.owner): one.ref for one in actions.values()}
    for line in found.lines:
        if line.emptied:
            reader.say(
                line,
                _("it has no id any more and is read as {ref}, by what it says").format(
                    ref=line.ref
                ),
            )
        if not line.ref:
            if one := new_action(line, len(new) + 1, alike, reader):
                new.append(one)
        elif line.ref in actions:
            edits += _edits(line, actions[line.ref], reader)
            say_unread(line, reader)
        else:
            reader.say(
                line,
                _(
                    "there is no action {ref} in this workbook; it may have been removed since. "
                    "The row was left out"
                ).format(ref=line.ref),
            )
    edits += _absent(found, actions)
    problems = (*found.problems, *reader.problems)
    return Returned(found.name, tuple(edits), tuple(new), problems, len(found.lines))


def _absent(found: Read, actions: Mapping[str, ActionFact]) -> Iterator[Edit]:
    """Open actions that the file held and holds no more: each may be cancelled, by its own name."""
    there = {line.ref for line in found.lines}
    for ref, ours in actions.items():
        if ref in found.exported and ref not in there and ours.open and ours.title.strip():
            yield Edit(
                ref=ref,
                field="status",
                theirs=STATUSES["cancelled"],
                ours=STATUSES[ours.status],
                was=None,
                side="absent",
                row=0,
                title=flat(ours.title, 60),
                value="cancelled",
            )


def _check_origin(found: Read, book: Workbook) -> None:
    settings = book.settings()
    whose = cells.born(settings.created_on, settings.name, settings.organisation)
    if found.whose and found.whose != whose:
        raise IntakeError(
            _(
                "{name} was made from another workbook, so its ids mean other actions. Nothing was "
                "read from it; open the workbook it came from with --workbook."
            ).format(name=found.name)
        )


def _actions(book: Workbook) -> dict[str, ActionFact]:
    from cxreset.workbook.tables import Action

    facts = (
        ActionFact(
            ref=row.ref,
            title=row.title,
            owner=row.owner,
            deadline=row.deadline,
            status=row.status,
            note=row.note,
        )
        for row in book.rows(Action)
    )
    return {one.ref: one for one in facts}


def _reader(found: Read, book: Workbook, actions: Iterable[ActionFact]) -> CellReader:
    from cxreset.workbook.tables import Person

    people = [(one.name, one.email) for one in book.rows(Person)]
    names = [book.settings().name, *(name for name, _ in people), *(one.owner for one in actions)]
    deadlines = {one.ref: cells.day(one.deadline) for one in actions}
    return CellReader(found, addresses(people), names, deadlines)


# --- an action that is there ------------------------------------------------------------------


class _Cell(NamedTuple):
    """One cell beside ours: cell forms of theirs and ours, and what is known of the export.

    `exported` is a mark of the exported cell, None where it is not known, and `was` the same in
    full.
    """

    field: str
    theirs: str
    ours: str
    exported: str | None
    was: str | None

    @property
    def masked(self) -> str:
        """Ours as an export masks it: slow, so it is asked for last."""
        return mask(self.ours) if self.field in _MASKED else self.ours

    @property
    def marks_kept(self) -> list[str]:
        """Signs of what was masked that still stand in theirs, and not in ours."""
        return [sign for sign in english_signs() if sign in self.theirs and sign not in self.ours]

    @property
    def side(self) -> Side:
        if self.exported is None:
            return "unsure"
        if mark(self.ours) == self.exported:
            return "theirs"
        return "theirs" if not self.marks_kept and mark(self.masked) == self.exported else "both"


def _edits(line: Line, ours: ActionFact, reader: CellReader) -> Iterator[Edit]:
    now = reader.tracker.fields(ours, reader.emails)
    for field in FIELDS:
        if field in line.cells and field in now:
            theirs = reader.cell(line, field)
            if theirs is None or same(theirs, now[field]):
                continue
            cell = _Cell(field, theirs, now[field], line.exported(field), line.was.get(field))
            if _is_change(cell, ours, reader):
                _warn(cell, line, reader)
                if cell.theirs or field != "title":
                    yield _edit(cell, line, ours, reader)


def _is_change(cell: _Cell, ours: ActionFact, reader: CellReader) -> bool:
    """Did they change it? What is as it was exported is no change, though ours may have moved on.

    Nor is ours as it was masked: it would put signs where the true words are.
    """
    if cell.exported is not None and mark(cell.theirs) == cell.exported:
        return False
    if cell.field == "owner" and same(reader.name(cell.theirs), flat(ours.owner)):
        return False
    if is_without_signs(cell.theirs, cell.ours):
        return False
    return not same(_in_english_signs(cell.theirs), _in_english_signs(cell.masked))


def _in_english_signs(text: str) -> str:
    """The text with the signs of what is masked in English, whichever language it was masked in."""
    for sign, english in english_signs().items():
        text = text.replace(sign, english)
    return text


def _warn(cell: _Cell, line: Line, reader: CellReader) -> None:
    if cell.field in _MASKED and cell.marks_kept:
        reader.say(
            line,
            _(
                "{labels} holds {marks_kept} where something was masked; it is taken only when "
                "{ref}.{field} is named"
            ).format(
                labels=_(LABELS[cell.field]),
                marks_kept=listed(cell.marks_kept),
                ref=line.ref,
                field=cell.field,
            ),
        )
    if cell.field == "title" and not cell.theirs:
        reader.say(
            line, _("{ref} has no words any more; the old ones are kept").format(ref=line.ref)
        )


def _edit(cell: _Cell, line: Line, ours: ActionFact, reader: CellReader) -> Edit:
    return Edit(
        ref=line.ref,
        field=cell.field,
        theirs=reader.name(cell.theirs) if cell.field == "owner" else cell.theirs,
        ours=cells.cell_forms(ours)[cell.field],
        was=cell.was,
        side=cell.side,
        row=line.row,
        title=flat(ours.title, 60),
        value=_value(cell, ours, reader),
    )


def _value(cell: _Cell, ours: ActionFact, reader: CellReader) -> str | date | None:
    """What taking an edit stores."""
    if cell.field == "deadline":
        return date.fromisoformat(cell.theirs) if cell.theirs else None
    if cell.field == "status":
        return status_code(cell.theirs)
    if cell.field == "owner":
        return reader.name(cell.theirs)
    if cell.field == "note" and (cell.side != "theirs" or len(ours.note) > cells.CELL):
        return _joined(plain(ours.note), cell.theirs, cell.was)
    return cell.theirs


def _joined(ours: str, theirs: str, was: str | None) -> str:
    """Both notes where both were written in: what they added goes below ours."""
    if not theirs or not ours or theirs.startswith(ours):
        return theirs or ours
    added = theirs[len(was) :].strip() if was and theirs.startswith(was) else theirs
    return ours if added in ours else f"{ours}\n{added}"
