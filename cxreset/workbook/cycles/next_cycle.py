"""The next thirty days: what is carried over into a new workbook, and the earlier ones kept beside.

The workbook's place always holds the reset that is going on. When the next one begins, the one
before is copied beside it as `NAME.thirty-1.cxreset`, whole, and can be opened there. Short ids go
on: P2 is the same pain point in both.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import NotSaved
from cxreset.base.language.words import _
from cxreset.base.paths import temporary_beside
from cxreset.base.platforms.flushing import sync_folder
from cxreset.base.platforms.replacing import replace
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.backup import copy_to, real, settle
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

_OPEN = (
    "SELECT 'P' || id, title FROM pain WHERE trim(title) <> ''"
    " UNION ALL SELECT 'G' || id, title FROM gap WHERE trim(title) <> ''"
    " UNION ALL SELECT 'A' || id, title FROM action WHERE trim(title) <> ''"
    " AND status NOT IN ('completed', 'cancelled')"
)
# What goes along: the leader and colleagues, procedures, texts to send, the files imported (so that
# none is imported twice). Rows of the golden thread go along by choice, everything else stays.
GOES_WHOLE = frozenset(
    ("ledger", "reset", "person", "procedure", "template_text", "share_choice", "practice_choice",
     "personal_choice", "intention",
     "import_batch", "undo_switch", "search_switch")
)  # fmt: skip
GOES_BY_CHOICE = frozenset(
    ("pain", "gap", "action", "fix", "touchpoint", "feedback", "evidence", "suggestion",
     "follow_up", "why")
)  # fmt: skip
HABIT = "HABIT"
"""What stands for the practice of the week among the short ids."""


class OpenItem(NamedTuple):
    """Something that could be carried over: a pain point, a gap, an open action, a habit."""

    ref: str
    title: str


class EarlierReset(NamedTuple):
    """A reset that is over, in a workbook of its own."""

    number: int
    path: Path
    start_on: date


class _Thread(NamedTuple):
    """Row numbers of what is carried over."""

    pains: set[int]
    gaps: set[int]
    actions: set[int]
    fixes: set[int]
    touchpoints: set[int]


def open_items(file: WorkbookFile) -> list[OpenItem]:
    """Pain points, gaps and open actions, in this order and each by number."""
    with guarded(file.path):
        return [OpenItem(*row) for row in file.connection.execute(_OPEN)]


def earlier_resets(workbook: Path) -> list[EarlierReset]:
    """The resets before the one at `workbook`, the first first; what cannot be read is left out."""
    workbook = real(workbook)
    name = re.compile(
        re.escape(workbook.stem) + r"\.thirty-([1-9]\d{0,3})" + re.escape(workbook.suffix)
    )
    found = []
    for path in workbook.parent.glob("*.thirty-*"):
        match = name.fullmatch(path.name)
        if match:
            with suppress(sqlite3.Error, TypeError, ValueError), closing(connect(path)) as opened:
                (start,) = opened.execute("SELECT start_on FROM reset").fetchone()
                found.append(EarlierReset(int(match[1]), path, date.fromisoformat(start)))
    return sorted(found)


def is_earlier(workbook: Path) -> bool:
    """Is it the workbook of a reset that is over, kept beside the one that goes on?"""
    return re.search(r"\.thirty-[1-9]\d{0,3}$", real(workbook).stem) is not None


def begin_next(
    file: WorkbookFile,
    refs: Collection[str],
    start_on: date,
    today: date,
    frozen_on: date | None = None,
) -> Path:
    """Begin the next thirty days at the workbook's place; returns where the one before is kept.

    `refs` are short ids of what goes along. A carried action takes its fix, gap and pain point
    with it, a gap its touchpoint and pain point, a pain point its comments: no thread is cut.
    `frozen_on` is the day on which a second sample stands still. Both
    files are whole at every moment, and a second window cannot write meanwhile. The open `file`
    is to be closed afterwards. Raises NotSaved, BackupError or WorkbookBusy, with all as it was.
    """
    workbook = real(file.path)
    kept = _free_name(workbook)
    fresh = temporary_beside(workbook, "next")
    try:
        with file.held():
            copy_to(workbook, fresh)
            _clear(fresh, refs, start_on, today, frozen_on)
            settle(fresh)
            copy_to(workbook, kept)
            replace(fresh, workbook)
            sync_folder(workbook.parent)
    except OSError as error:
        raise NotSaved(
            _("The next thirty days could not begin: {strerror}. All is as it was.").format(
                strerror=error.strerror
            )
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return kept


def _free_name(workbook: Path) -> Path:
    number = max((each.number for each in earlier_resets(workbook)), default=0)
    while True:
        number += 1
        path = workbook.with_name(f"{workbook.stem}.thirty-{number}{workbook.suffix}")
        if not os.path.lexists(path):
            return path


def _clear(
    fresh: Path, refs: Collection[str], start_on: date, today: date, frozen_on: date | None
) -> None:
    """Make a copy of the workbook the beginning of the next reset."""
    with closing(open_workbook(fresh)) as file:
        with file.transaction(recorded=False) as connection:
            _leave_behind(connection, refs)
            daily = Daily(file)
            settings = daily.settings()._replace(start_on=start_on)
            daily.change_settings(settings)
            connection.execute("UPDATE practice_choice SET taken_on = ?", (start_on.isoformat(),))
            connection.execute(
                "UPDATE reset SET created_on = ?, frozen_on = ?, place = 'today'",
                (today.isoformat(), frozen_on.isoformat() if frozen_on else None),
            )
        file.connection.execute("VACUUM")


def _threads(connection: sqlite3.Connection, refs: Collection[str]) -> _Thread:
    """What is named by `refs`, with all that it hangs on."""
    pains, gaps, actions = (_numbers(refs, letter) for letter in "PGA")
    fixes: set[int] = set()
    touchpoints: set[int] = set()
    rows = connection.execute("SELECT id, fix_id, gap_id, pain_id FROM action").fetchall()
    for _action, fix, gap, pain in [row for row in rows if row[0] in actions]:
        fixes.add(fix)
        gaps.add(gap)
        pains.add(pain)
    for number, gap, pain in connection.execute("SELECT id, gap_id, pain_id FROM fix").fetchall():
        if number in fixes:
            gaps.add(gap)
            pains.add(pain)
        elif gap in gaps or pain in pains:
            fixes.add(number)
    rows = connection.execute("SELECT id, touchpoint_id, pain_id FROM gap").fetchall()
    for _gap, touchpoint, pain in [row for row in rows if row[0] in gaps]:
        touchpoints.add(touchpoint)
        pains.add(pain)
    return _Thread(pains=pains, gaps=gaps, actions=actions, fixes=fixes, touchpoints=touchpoints)


def _numbers(refs: Collection[str], letter: str) -> set[int]:
    return {int(ref[1:]) for ref in refs if ref[:1] == letter and ref[1:].isdecimal()}


def _leave_behind(connection: sqlite3.Connection, refs: Collection[str]) -> None:
    """Delete all that does not go along."""
    thread = _threads(connection, refs)
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (name,) in rows:
        ours = name.startswith(("sqlite_", "feedback_search", "feedback_count", "search_"))
        if not ours and name not in GOES_WHOLE | GOES_BY_CHOICE:
            quoted = name.replace('"', '""')
            connection.execute(f'DELETE FROM "{quoted}"')  # noqa: S608 - quoted
    for table, kept in (
        ("action", thread.actions),
        ("fix", thread.fixes),
        ("gap", thread.gaps),
        ("touchpoint", thread.touchpoints),
        ("pain", thread.pains),
    ):
        numbers = json.dumps(sorted(number for number in kept if number is not None))
        connection.execute(
            f"DELETE FROM {table} WHERE id NOT IN (SELECT value FROM json_each(?))",  # noqa: S608
            (numbers,),
        )
    if HABIT not in refs:
        connection.execute("DELETE FROM practice_choice")
    connection.execute("DELETE FROM follow_up WHERE done OR action_id IS NULL")
    connection.execute("DELETE FROM suggestion WHERE pain_id IS NULL")
    connection.execute("DELETE FROM why WHERE pain_id IS NULL")
    # those that say the same go along together: all their voices count
    connection.execute(
        "DELETE FROM feedback WHERE coalesce(group_id, id) NOT IN (SELECT coalesce(group_id, id)"
        " FROM feedback JOIN evidence ON evidence.feedback_id = feedback.id)"
    )
