"""How the workbook is: the file's inside, and the place it lies in. Looks only, changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.platforms import modes
from cxreset.base.text import count, listed, one_line
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.counts import counts_stale
from cxreset.workbook.maintenance.second_folder import behind
from cxreset.workbook.maintenance.values import Wrong, wrong_values
from cxreset.workbook.merging.copies import service_of
from cxreset.workbook.opening import HOOKS
from cxreset.workbook.search import stale
from cxreset.workbook.storage.backup import backups_of, fault_of, faults, folder_of, real
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.foreign import missing
from cxreset.workbook.storage.layout import examine, known_objects, objects_in
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.synchronised import service_over, synchronised
from cxreset.workbook.storage.versions_beside import candidates

ROOM = 50_000_000  # bytes that should be free, or three times the workbook if that is more
LEFTOVER = (".part", ".new", ".making")
FAULTS_SHOWN = 5


class Finding(NamedTuple):
    """One thing looked at; `well` when there is nothing to do about it."""

    well: bool
    text: str


def look(workbook: Path, now: datetime, second: Path | None = None) -> list[Finding]:
    """Everything that can be told of the workbook at `workbook`, which may be damaged, and of the
    `second` place for its backups."""
    return [*inside(workbook, now), *around(workbook, now), *_second_folder(workbook, now, second)]


def inside(workbook: Path, now: datetime) -> Iterator[Finding]:
    """The file itself: can it be opened, is every page, row, index and tie whole?"""
    try:
        examine(workbook)
    except CxresetError as error:
        yield Finding(False, error.sentence)
        return
    try:
        with closing(connect(workbook)) as connection, guarded(workbook, opening=True):
            found = faults(connection)
            lacking = missing(objects_in(connection), known_objects())
            search, counts = _search(connection), _counts(connection)
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            wrong = wrong_values(connection)
            if not wrong:
                daily = Daily(WorkbookFile(workbook, connection, HOOKS))
                daily.settings(), daily.ticks(), daily.due(now.date())
    except CxresetError as error:
        yield Finding(False, error.sentence)
        return
    yield from _values(wrong)
    stale = [fault for fault in found if "index" in fault]
    for fault in found[:FAULTS_SHOWN]:
        yield Finding(False, _("The file is not whole: {fault}.").format(fault=fault))
    if not found:
        yield Finding(True, _("The file is whole: every page, row and index was read."))
    elif len(stale) == len(found):
        yield Finding(False, _("Only an index is stale; the rows themselves can be read."))
    if search is not None:
        yield search
    if lacking:
        yield Finding(
            False,
            _(
                "The file lacks {lacking}: changes may not be undone, or lists be slow. "
                "A whole copy is made by: cxreset doctor --repair"
            ).format(lacking=listed(lacking)),
        )
    yield counts
    if orphans:
        tables = ", ".join(sorted({row[0] for row in orphans}))
        yield Finding(
            False,
            _("{orphans} ties lead to lines that are gone (in {tables}).").format(
                orphans=len(orphans), tables=tables
            ),
        )
    else:
        yield Finding(True, _("Every tie leads to a line that is there."))


def _values(wrong: list[Wrong]) -> Iterator[Finding]:
    for each in wrong[:FAULTS_SHOWN]:
        yield Finding(False, f"{one_line(each.sentence(), 200)}.")
    if wrong:
        more = (
            _("{wrong} values cannot be read").format(wrong=len(wrong))
            if len(wrong) > 1
            else _("That cannot be read")
        )
        yield Finding(
            False,
            _("{more}. A copy without them is made by: cxreset doctor --repair").format(more=more),
        )


def _search(connection: sqlite3.Connection) -> Finding | None:
    """Does the search index say what the comments say? None where that cannot be asked."""
    try:
        wrong = stale(connection)
    except sqlite3.OperationalError:  # held by another program, or read-only: said elsewhere
        return None
    if not wrong:
        return Finding(True, _("The search finds what the comments say."))
    return Finding(
        False,
        _(
            "The search index no longer fits the comments; the comments themselves are "
            "not touched. A copy with a new one is made by: cxreset doctor --repair"
        ),
    )


def _counts(connection: sqlite3.Connection) -> Finding:
    """Are there as many comments as is kept count of?"""
    if not counts_stale(connection):
        return Finding(True, _("The comments are as many as the screens say."))
    return Finding(
        False,
        _(
            "The counts of comments no longer fit; the comments themselves are not "
            "touched. A copy with new ones is made by: cxreset doctor --repair"
        ),
    )


def around(workbook: Path, now: datetime) -> Iterator[Finding]:
    """The place it lies in: backups, modes, room, a synchronised folder, what was left behind."""
    location = real(workbook)
    yield _backups(workbook, now)
    service = service_over(location)
    if service:
        yield Finding(False, synchronised(service))
    else:
        yield Finding(True, _("It does not lie in a folder of a cloud service known here."))
    yield from _copies(location)
    yield from _modes(workbook)
    yield from _room(location)
    yield from _left_behind(location, now)


def _backups(workbook: Path, now: datetime) -> Finding:
    found = backups_of(workbook)
    good = next((backup for backup in found if not fault_of(backup.path, quick=True)), None)
    if good is None:
        return Finding(False, _("There is no good backup yet. Make one with: cxreset backup"))
    days = (now - good.taken).days
    age = {0: _("less than a day"), 1: _("a day")}.get(
        max(days, 0), _("{days} days").format(days=days)
    )
    many = count(len(found), "backup")
    text = _("{many} in {folder_of}; the newest good one: {age} old.").format(
        many=many, folder_of=folder_of(workbook), age=age
    )
    return Finding(True, text)


def _second_folder(workbook: Path, now: datetime, second: Path | None) -> Iterator[Finding]:
    if second is None:
        text = _(
            "There is no second place for backups. Settle one: cxreset settings set backups PATH"
        )
        yield Finding(True, text)
        return
    age = behind(second, workbook, now)
    if age == timedelta():
        yield Finding(True, _("The newest backup is in {second} too.").format(second=second))
    elif age is not None:
        yield Finding(
            False,
            _(
                "The second place for backups, {second}, is behind: its newest copy is "
                "{days} old. Bring it up with: cxreset backup"
            ).format(second=second, days=count(age.days, "day")),
        )
    elif not second.is_dir():
        yield Finding(
            False,
            _("The second place for backups, {second}, is not there just now.").format(
                second=second
            ),
        )
    else:
        text = _("There is no whole copy in {second} yet. Make one with: cxreset backup").format(
            second=second
        )
        yield Finding(False, text)


def _copies(location: Path) -> Iterator[Finding]:
    for path in candidates(location):
        service = service_of(location, path)
        if service:
            yield Finding(
                False,
                _(
                    "{name} lies beside it, as {service} names another version of a "
                    "file. What it would bring: cxreset merge --dry-run FILE"
                ).format(name=path.name, service=service),
            )


def _modes(workbook: Path) -> Iterator[Finding]:
    if not modes.have_a_meaning():
        return
    location, folder = real(workbook), folder_of(workbook)
    open_ones = []
    for path in (location, folder, *(backup.path for backup in backups_of(workbook))):
        try:
            if modes.is_open_to_others(path):
                open_ones.append(path)
        except OSError:
            continue
    for path in open_ones:
        mode = "700" if path == folder else "600"
        yield Finding(
            False,
            _("Others can read {path}. Close it with: chmod {mode} '{path}'").format(
                path=path, mode=mode
            ),
        )
    if not open_ones:
        yield Finding(True, _("Only you can read the workbook and its backups."))
    for path, what in ((location, "workbook"), (location.parent, _("folder of the workbook"))):
        if os.access(path, os.F_OK) and not os.access(path, os.W_OK):
            yield Finding(
                False,
                _("The {what} is read-only ({path}): nothing can be saved.").format(
                    what=what, path=path
                ),
            )


def _room(location: Path) -> Iterator[Finding]:
    try:
        free = shutil.disk_usage(location.parent).free
        size = location.stat().st_size
    except OSError:
        return
    enough = free >= max(ROOM, 3 * size)
    yield Finding(
        enough, _("{free} MB are free on its disk.").format(free=whole(free // 1_000_000))
    )


def _left_behind(location: Path, now: datetime) -> Iterator[Finding]:
    """Temporary files of a save, a backup or a restore that was cut off over an hour ago."""
    left = []
    for folder in (location.parent, folder_of(location)):
        try:
            found = [*folder.glob(f".{location.stem[:60]}*")]
        except (OSError, ValueError):
            continue
        for path in found:
            try:
                age = now.timestamp() - path.stat().st_mtime
            except OSError:
                continue
            if path.name.endswith(LEFTOVER) and age > timedelta(hours=1).total_seconds():
                left.append(path)
    for path in left:
        yield Finding(
            False,
            _("A temporary file was left behind and can be deleted: {path}").format(path=path),
        )
    if not left:
        yield Finding(True, _("Nothing was left behind by an interrupted save."))
