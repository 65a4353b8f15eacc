"""Put a backup in the workbook's place. What was there is kept beside it and can be put back.

The order makes it safe to be killed anywhere: a checked copy of the backup first, then a second
name for the present file, and only then, in one step, the copy takes the workbook's name.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import BackupError, NotSaved, UsageError, WorkbookBusy, WorkbookUnusable
from cxreset.base.language.words import N_, _
from cxreset.base.paths import (
    give_name,
    make_private_dir,
    new_private_file,
    temporary_beside,
)
from cxreset.base.platforms.flushing import sync_folder
from cxreset.base.platforms.modes import make_private
from cxreset.base.platforms.replacing import must_be_closed_first, replace
from cxreset.workbook.maintenance.encryption import decrypted, write_private
from cxreset.workbook.storage.backup import Backup, backups_of, fault_of, new_backup, real, settle
from cxreset.workbook.storage.backup_names import BEFORE_RESTORE
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.layout import check_file
from cxreset.workbook.storage.messages import guarded, why
from cxreset.workbook.undo.restored import note_in
from cxreset.workbook.unsaved.notes import forget_notes

COUNTED = (  # what is told of a workbook's content: (words, table)
    (N_("comments"), "feedback"),
    (N_("pain points"), "pain"),
    (N_("touchpoints"), "touchpoint"),
    (N_("gaps"), "gap"),
    (N_("fixes"), "fix"),
    (N_("actions"), "action"),
    (N_("pilots"), "pilot"),
    (N_("lessons"), "lesson"),
    (N_("answers"), "answer"),
    (N_("ticked steps"), "step_tick"),
)


class Change(NamedTuple):
    """What a restore would change: how many there are now, and how many there were then."""

    what: str
    now: int
    then: int


def counts(path: Path) -> dict[str, int] | None:
    """How much a workbook holds; None when it cannot be read."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return None
        with closing(connect(path)) as connection, guarded(path, opening=True):
            return counts_in(connection)
    except (OSError, WorkbookUnusable, WorkbookBusy):
        return None


def counts_in(connection: sqlite3.Connection) -> dict[str, int]:
    """How much an open workbook holds."""
    return {
        what: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for what, table in COUNTED
    }


def changes(now: dict[str, int], then: dict[str, int]) -> list[Change]:
    """Only what differs."""
    return [Change(what, now[what], then[what]) for what in now if now[what] != then[what]]


def newest_good(workbook: Path) -> Backup | None:
    """The newest backup that is whole; those kept aside count too, for one may be the best left."""
    found = backups_of(workbook)
    return next((backup for backup in found if not fault_of(backup.path)), None)


def named(workbook: Path, name: str) -> Path:
    """The backup that a name means: a file's name in the folder, an only part of one, or a path.

    Raises UsageError when it means none or several.
    """
    found = [backup.path for backup in backups_of(workbook)]
    for path in found:
        if name == path.name:
            return path
    given = Path(name)
    fitting = [path for path in found if name and name in path.name]
    if (os.sep in name or not fitting) and os.path.isfile(given):  # noqa: PTH113 - never raises
        return given
    if len(fitting) == 1:
        return fitting[0]
    message = _("several backups fit") if fitting else _("there is no backup")
    raise UsageError(
        _("For the name {name!r} {message}. List them with `cxreset restore`.").format(
            name=name, message=message
        )
    )


def restore(
    workbook: Path, backup: Path, now: datetime, passphrase: str | None = None
) -> Path | None:
    """Put `backup` in the workbook's place; returns where the present file is kept, if one was.

    With a passphrase the backup is an encrypted one (`encryption.py`).

    Raises BackupError when that cannot be done and WorkbookBusy when another program writes to the
    workbook; either way the present file stays in its place.
    """
    target = real(workbook)
    if os.path.lexists(target) and not os.path.isfile(target):  # noqa: PTH113 - never raises
        raise BackupError(
            _(
                "{workbook} is not an ordinary file, so no backup was put in its place. "
                "Move it away first."
            ).format(workbook=workbook)
        )
    temporary = temporary_beside(target)
    try:
        if target.exists() and target.samefile(backup):
            raise BackupError(
                _("{backup} is the workbook itself; nothing was changed.").format(backup=backup)
            )
        if passphrase is None:
            _copy(backup, temporary)
        else:
            write_private(temporary, decrypted(backup, passphrase))
        fault = fault_of(temporary)
        if fault:
            raise BackupError(
                _("{backup} cannot be put back: {fault}. Nothing was changed.").format(
                    backup=backup, fault=fault
                )
            )
        if not target.exists():
            give_name(temporary, target)
            return None
        aside = new_backup(target, now, BEFORE_RESTORE).path
        if not _journal(target).exists() and not fault_of(target):  # else undo had nothing whole
            note_in(temporary, f"restored {backup.name}", aside, now)
            settle(temporary)
        with _held(target):
            _keep_aside(target, aside)
            replace(temporary, target)
            sync_folder(target.parent)
            forget_notes(target)  # what the backup lacks is in the file kept aside
            return aside
    except (OSError, ValueError, NotSaved) as error:
        reason = error.__cause__ if isinstance(error.__cause__, sqlite3.Error) else error
        raise BackupError(
            _("{backup} cannot be put back: {why}. The present file is as it was.").format(
                backup=backup, why=why(reason)
            )
        ) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)
            _journal(temporary).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """The same bytes in a new file of this user's, on the disk for good."""
    with source.open("rb") as old, open(new_private_file(target), "wb") as new:  # noqa: PTH123
        shutil.copyfileobj(old, new)
    settle(target)


@contextmanager
def _held(target: Path) -> Iterator[None]:
    """Nobody writes to the present file meanwhile, and no half change is left beside it.

    A damaged file cannot be held by SQLite's lock; nobody can write to it either.
    """
    try:
        check_file(target)  # before SQLite, which would play a journal into whatever is there
        with guarded(target, opening=True):
            connection = connect(target)
            try:
                connection.execute("BEGIN EXCLUSIVE")  # undoes a change that was cut off, too
            except sqlite3.Error:
                connection.close()
                raise
    except WorkbookUnusable:
        yield
        return
    with closing(connection):
        if must_be_closed_first():
            connection.close()
        yield


def _keep_aside(target: Path, aside: Path) -> None:
    """A second name for the present file; its journal, if one is left, moves along.

    The journal of a change that was cut off belongs to the present bytes alone: left where it is,
    SQLite would play it into the restored file.
    """
    make_private_dir(aside.parent)
    _second_name(target, aside)
    sync_folder(aside.parent)
    journal = _journal(target)
    if journal.exists():
        _second_name(journal, _journal(aside))
        sync_folder(aside.parent)
        journal.unlink()
        sync_folder(journal.parent)


def _journal(path: Path) -> Path:
    """Where SQLite keeps what a change that is going on has replaced."""
    return path.with_name(path.name + "-journal")


def _second_name(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as a USB stick
        temporary = temporary_beside(other)
        try:
            _copy(path, temporary)
            give_name(temporary, other)
        finally:
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # where the file is someone else's
        make_private(other)
