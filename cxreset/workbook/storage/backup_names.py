"""Which backups there are and whether one is due, by their names and times alone.

They lie in `backups/` beside the workbook, named `reset.2026-11-28T194100Z.cxreset`, with a kind
before the moment where they were made for a reason. Every command that writes asks first, so this
is kept apart from how they are made, and light.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from os import PathLike

from cxreset.base.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE_RESTORE, BEFORE_UPGRADE, REPAIRED = "before-restore", "before-upgrade", "repaired"
BACKUPS = "backups"
"""The folder of the backups, beside the workbook."""
PAUSE = timedelta(minutes=30)
STAMP = "%Y-%m-%dT%H%M%SZ"
_SHAPE = "0000-00-00T000000Z"
_DIGITS = str.maketrans("123456789", "000000000")


class Name(Record):
    """What a backup's name says. `kind` is empty for a usual one; `taken` is in UTC."""

    path: str
    taken: datetime
    kind: str


def real(workbook: str | PathLike[str]) -> str:
    """The workbook itself where its path is a symbolic link."""
    return os.path.realpath(workbook)


def folder_of(workbook: str | PathLike[str]) -> str:
    return os.path.join(os.path.dirname(real(workbook)), BACKUPS)


def name_for(workbook: str | PathLike[str], taken: datetime, kind: str) -> str:
    """The path of a backup made then; `taken` is in UTC."""
    stem, ending = os.path.splitext(os.path.basename(real(workbook)))
    middle = f"{kind}{'-' if kind else ''}{taken.strftime(STAMP)}"
    return os.path.join(folder_of(workbook), f"{stem}.{middle}{ending}")


def names_of(workbook: str | PathLike[str]) -> list[Name]:
    """The backups of this workbook, newest first; none where the folder cannot be listed."""
    return names_in(folder_of(workbook), workbook)


def names_in(folder: str | PathLike[str], workbook: str | PathLike[str]) -> list[Name]:
    """The backups of this workbook that lie in a folder; otherwise as `names_of`."""
    try:
        found = list(_named(folder, workbook))
    except OSError:
        return []
    return sorted(found, key=lambda name: (name.taken, name.path), reverse=True)


def _named(folder: str | PathLike[str], workbook: str | PathLike[str]) -> Iterator[Name]:
    stem, ending = os.path.splitext(os.path.basename(real(workbook)))
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not (name.startswith(f"{stem}.") and name.endswith(ending)):
                continue
            kind, taken = _read(name[len(stem) + 1 : len(name) - len(ending)])
            if taken is not None and entry.is_file(follow_symlinks=False):
                yield Name(entry.path, taken, kind)


def backed_up_in(folder: str | PathLike[str]) -> set[str]:
    """The names of the workbooks whose backups lie in a folder, by what the backups are called."""
    try:
        names = os.listdir(folder)
    except OSError:
        return set()
    found = set()
    for name in names:
        front, ending = os.path.splitext(name)
        stem, _dot, middle = front.rpartition(".")
        if stem and _read(middle)[1] is not None:
            found.add(f"{stem}{ending}")
    return found


def _read(middle: str) -> tuple[str, datetime | None]:
    """(kind, moment) of the middle of a name; no moment when it is none of ours."""
    rest, stamp = middle[: -len(_SHAPE)], middle[-len(_SHAPE) :]
    known = rest in ("", *(f"{kind}-" for kind in (BEFORE_RESTORE, BEFORE_UPGRADE, REPAIRED)))
    if not known or stamp.translate(_DIGITS) != _SHAPE:
        return "", None
    try:
        return rest.removesuffix("-"), datetime.fromisoformat(stamp)
    except ValueError:  # such as a thirteenth month
        return "", None


def is_due(workbook: str | PathLike[str], now: datetime) -> bool:
    """Is the last backup over half an hour old, and has the workbook changed since?

    A backup bears the modification time of what it was made from, so a look at two times tells.
    The workbook itself is not opened: closing it again would drop the locks of this process.
    """
    try:
        changed = os.stat(real(workbook)).st_mtime_ns
        for backup in names_of(workbook):
            if not backup.kind:
                old = abs(now - backup.taken) >= PAUSE
                return old and os.stat(backup.path).st_mtime_ns != changed
    except OSError:
        return False
    return True
