"""What the workbook holds about one week, on the standard library alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import damaged, guarded

AHEAD = timedelta(days=7)
_OPEN = (
    "SELECT 'A' || id AS ref, title, owner AS who, deadline AS due FROM action"
    " WHERE status NOT IN ('completed', 'cancelled') AND deadline IS NOT NULL"
    " UNION ALL SELECT 'U' || id, what, who, due_on FROM follow_up"
    " WHERE NOT done AND due_on IS NOT NULL ORDER BY due, ref"
)


class Deadline(NamedTuple):
    """An open action or follow-up with a date."""

    ref: str
    title: str
    who: str
    due_on: date


class WeekRows(NamedTuple):
    """Actions completed (ref, title), comments brought in, small wins, the rest of the journal,
    lessons; open work by its date."""

    completed: tuple[tuple[str, str], ...]
    comments: int
    wins: tuple[str, ...]
    notes: tuple[str, ...]
    lessons: tuple[str, ...]
    overdue: tuple[Deadline, ...]
    ahead: tuple[Deadline, ...]


def week_rows(file: WorkbookFile, first: date, until: date) -> WeekRows:
    """The week from `first` to `until`, both included, and what is due in the seven days after.

    Lessons from before layout 15 bear no date: they are given in every week. Raises
    WorkbookUnusable for a date that cannot be read.
    """
    span = (first.isoformat(), until.isoformat())
    with guarded(file.path):
        run = file.connection.execute
        completed = run(
            "SELECT 'A' || id, title FROM action WHERE status = 'completed'"
            " AND completed_on BETWEEN ? AND ? ORDER BY completed_on, id",
            span,
        ).fetchall()
        notes = run(
            "SELECT kind = 'win', text FROM journal"
            " WHERE written_on BETWEEN ? AND ? AND trim(text) <> '' ORDER BY written_on, id",
            span,
        ).fetchall()
        (comments,) = run(
            "SELECT coalesce(sum(stored), 0) FROM import_batch WHERE imported_on BETWEEN ? AND ?",
            span,
        ).fetchone()
        lessons = run(
            "SELECT text FROM lesson WHERE trim(text) <> ''"
            " AND (learned_on IS NULL OR learned_on BETWEEN ? AND ?) ORDER BY id",
            span,
        ).fetchall()
        rows = run(_OPEN).fetchall()
    try:
        open_work = [
            Deadline(ref, title, who, date.fromisoformat(on)) for ref, title, who, on in rows
        ]
    except ValueError:
        raise damaged(file.path, _("a date in it cannot be read")) from None
    return WeekRows(
        completed=tuple(completed),
        comments=comments,
        wins=tuple(text for is_win, text in notes if is_win),
        notes=tuple(text for is_win, text in notes if not is_win),
        lessons=tuple(text for (text,) in lessons),
        overdue=tuple(each for each in open_work if each.due_on <= until),
        ahead=tuple(each for each in open_work if until < each.due_on <= until + AHEAD),
    )
