"""Copies of the workbook, made while it is used: whole, checked, for this user alone.

Where they lie and how they are named stands in `backup_names.py`. What time it is, is always
passed in.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import BackupError, CxresetError, WorkbookUnusable
from cxreset.base.language.words import _
from cxreset.base.paths import give_name, make_private_dir, new_private_file, temporary_beside
from cxreset.base.platforms.flushing import flush
from cxreset.base.text import one_line
from cxreset.workbook.storage import backup_names
from cxreset.workbook.storage.backup_names import BEFORE_UPGRADE, is_due
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.layout import APPLICATION_ID, migrations
from cxreset.workbook.storage.messages import guarded, why

KEEP_LAST, KEEP_DAYS, KEEP_WEEKS = 12, 14, 8


class Backup(NamedTuple):
    """A file in the backups' folder. `kind` is empty for a usual one; `taken` is in UTC."""

    path: Path
    taken: datetime
    kind: str


def real(workbook: Path) -> Path:
    """The workbook itself where its path is a symbolic link."""
    return Path(backup_names.real(workbook))


def folder_of(workbook: Path) -> Path:
    return Path(backup_names.folder_of(workbook))


def backups_of(workbook: Path) -> list[Backup]:
    """The backups of this workbook, newest first."""
    return [
        Backup(Path(name.path), name.taken, name.kind) for name in backup_names.names_of(workbook)
    ]


def new_backup(workbook: Path, now: datetime, kind: str = "") -> Backup:
    """A name that is not taken yet, for a file of that kind made now."""
    taken = now.astimezone(UTC).replace(microsecond=0)
    while True:
        path = Path(backup_names.name_for(workbook, taken, kind))
        if not os.path.lexists(path):
            return Backup(path, taken, kind)
        taken += timedelta(seconds=1)


def back_up_if_due(workbook: Path, now: datetime) -> Backup | None:
    """A backup when one is due, and the oldest ones thinned; raises as `back_up` does."""
    if not is_due(workbook, now):
        return None
    made = back_up(workbook, now)
    thin_out(workbook)
    return made


def back_up(workbook: Path, now: datetime, kind: str = "") -> Backup:
    """A checked copy of the workbook in the folder of its backups.

    Raises BackupError when it cannot be made, WorkbookUnusable for a damaged workbook,
    WorkbookBusy when another program holds it.
    """
    backup = new_backup(workbook, now, kind)
    try:
        make_private_dir(backup.path.parent)
    except OSError as error:
        raise _not_made(backup.path.parent, error) from error
    copy_to(workbook, backup.path)
    return backup


def copy_to(workbook: Path, target: Path) -> None:
    """A checked copy of the workbook at `target`, where nothing may be yet; raises as `back_up`."""
    workbook = real(workbook)
    temporary = temporary_beside(target)
    try:
        status = workbook.stat()  # before the copy: what is written meanwhile is not in it
        os.close(new_private_file(temporary))
        _vacuum(workbook, temporary)
        fault = fault_of(temporary)
        if fault:
            raise BackupError(
                _("No backup was made: the copy did not come out whole ({fault}).").format(
                    fault=fault
                )
            )
        settle(temporary)
        os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))
        give_name(temporary, target)
    except FileExistsError as error:
        raise BackupError(
            _("{target} exists already and was left as it is. Name another file.").format(
                target=target
            )
        ) from error
    except (OSError, ValueError) as error:
        raise _not_made(target, error) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def _vacuum(workbook: Path, temporary: Path) -> None:
    with closing(connect(workbook)) as connection, guarded(workbook, opening=True):
        try:
            vacuum_into(connection, temporary)
        except sqlite3.OperationalError as error:
            if any(sign in str(error) for sign in ("full", "readonly", "unable to open")):
                raise _not_made(temporary.parent, error) from error
            raise


def vacuum_into(connection: sqlite3.Connection, target: Path) -> None:
    """Write what a connection sees to an empty file; raises sqlite3.OperationalError."""
    # as bytes, for a name on a disk need not be text
    connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(target),))


def settle(path: Path) -> None:
    """Make a file's bytes last through a power cut."""
    with path.open("rb+") as file:
        flush(file.fileno())


def fault_of(path: Path, *, quick: bool = False) -> str:
    """What is wrong with a workbook file; empty when it is whole, ours and of no newer release."""
    try:
        status = path.lstat()
        if not path.is_file() or path.is_symlink() or status.st_size == 0:
            return _("it is empty") if path.is_file() else _("it is not an ordinary file")
        with closing(connect(path)) as connection, guarded(path, opening=True):
            (kind,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if kind != APPLICATION_ID:
                return _("it is a database of another program")
            if not 0 < version <= migrations()[-1][0]:
                return _("its layout ({version}) is not known to this release").format(
                    version=version
                )
            return next(iter(faults(connection, quick=quick)), "")
    except OSError as error:
        return why(error)
    except CxresetError as error:
        return (
            why(error.__cause__) if isinstance(error.__cause__, sqlite3.Error) else error.sentence
        )


def faults(connection: sqlite3.Connection, *, quick: bool = False) -> list[str]:
    """What SQLite finds wrong with an open file, at most a hundred sentences.

    Some releases of SQLite (3.40 is one) see a NULL in every key column of a WITHOUT ROWID table
    whose key is in another order than its columns; so a NULL is looked for before it is believed.
    """
    check = "quick_check" if quick else "integrity_check"
    found = []
    for (message,) in connection.execute(f"PRAGMA {check}(100)").fetchall():
        table, dot, column = message.removeprefix("NULL value in ").partition(".")
        if dot and message.startswith("NULL value in ") and table.isidentifier():
            sql = f'SELECT 1 FROM "{table}" WHERE typeof("{column}") = \'null\' LIMIT 1'  # noqa: S608
            if connection.execute(sql).fetchone() is None:
                continue
        if message != "ok":
            found.append(one_line(message))
    return found


def _not_made(where: Path, error: Exception) -> BackupError:
    return BackupError(
        _("No backup was made at {where}: {why}. The workbook itself is as it was.").format(
            where=where, why=why(error)
        )
    )


def before_upgrade(workbook: Path) -> None:
    """A backup before a newer release changes the layout; without one the upgrade is refused.

    It is dated by the workbook's last change, so an upgrade tried again makes no second one.
    """
    changed = datetime.fromtimestamp(int(real(workbook).stat().st_mtime), UTC)
    try:
        if not _is_there(workbook, changed):
            back_up(workbook, changed, BEFORE_UPGRADE)
    except BackupError as error:
        if _is_there(workbook, changed):  # another window made it at the same moment
            return
        raise WorkbookUnusable(
            _(
                "{workbook} is of an older release and was left as it is, because no "
                "backup could be made before bringing it up to date: {why}"
            ).format(workbook=workbook, why=why(error))
        ) from error


def _is_there(workbook: Path, taken: datetime) -> bool:
    made = [(backup.taken, backup.kind) for backup in backups_of(workbook)]
    return (taken, BEFORE_UPGRADE) in made


# -- which ones stay


def kept(taken: Iterable[datetime]) -> set[datetime]:
    """Which backups stay: the last 12, then the last of a day for the last 14 days that have any,
    and the last of a week (Monday to Sunday, UTC) for the last 8 weeks that have any.

    Days and weeks are counted by what there is and not by today's date, so a wrong clock or a
    long rest takes nothing away.
    """
    newest_first = sorted(set(taken), reverse=True)
    stay = set(newest_first[:KEEP_LAST])
    days: dict[object, datetime] = {}
    weeks: dict[object, datetime] = {}
    for moment in newest_first:
        days.setdefault(moment.date(), moment)
        weeks.setdefault(moment.isocalendar()[:2], moment)
    return stay | set([*days.values()][:KEEP_DAYS]) | set([*weeks.values()][:KEEP_WEEKS])


def thin_out(workbook: Path) -> list[Path]:
    """Delete the usual backups that need not stay; those made before a restore always do."""
    usual = [backup for backup in backups_of(workbook) if not backup.kind]
    stay = kept(backup.taken for backup in usual)
    gone = []
    for backup in usual:
        if backup.taken not in stay:
            with suppress(OSError):
                backup.path.unlink()
                gone.append(backup.path)
    return gone
