"""A second place for backups: a folder on another drive or a share, kept in step with the first.

A backup beside the workbook is no help when the whole disk is gone. The newest one is copied to the
second place whenever one is made and the place can be reached; a place that is away is no fault,
but `cxreset doctor` says how far it is behind. Which folder it is, is always passed in.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cxreset.base.errors import BackupError, CxresetError
from cxreset.base.language.words import _
from cxreset.base.paths import give_name, make_private_dir, new_private_file, temporary_beside
from cxreset.workbook.storage.backup import Backup, backups_of, fault_of, kept, real, settle
from cxreset.workbook.storage.backup_names import names_in
from cxreset.workbook.storage.messages import why


def folder_for(second: Path, workbook: Path) -> Path:
    """Where this workbook's copies lie in the place; workbooks of one name do not mix there."""
    location = real(workbook)
    mark = sha256(os.fsencode(location)).hexdigest()[:8]
    return second / f"{location.stem[:60]}-{mark}"


def copies_in(second: Path, workbook: Path) -> list[Backup]:
    """The copies of this workbook's backups in the place, newest first; none while it is away."""
    found = names_in(folder_for(second, workbook), workbook)
    return [Backup(Path(name.path), name.taken, name.kind) for name in found]


def check_second(second: Path, workbook: Path) -> None:
    """Can copies be put there? Raises BackupError, which says why not."""
    if not second.is_dir():
        raise BackupError(
            _(
                "The second place for backups, {second}, is not there just now. Connect "
                "the drive or the share; the next backup is copied to it by itself."
            ).format(second=second)
        )
    if second.resolve() in (real(workbook).parent, real(workbook).parent / "backups"):
        raise BackupError(
            _(
                "{second} is where the first backups are: name a folder on another drive or share."
            ).format(second=second)
        )


def copy_newest(second: Path, workbook: Path) -> Path | None:
    """Copy the newest backup to the place unless it is there, and thin out what lies there.

    Returns the copy, or None when nothing had to be done. Raises BackupError when it cannot be.
    """
    newest = next((backup for backup in backups_of(workbook) if not backup.kind), None)
    if newest is None:
        return None
    target = folder_for(second, workbook) / newest.path.name
    try:
        check_second(second, workbook)
        if target.exists():
            if not fault_of(target, quick=True):
                return None
            target.unlink()  # cut off, or spoilt since
        make_private_dir(target.parent)
        _copy(newest.path, target)
    except OSError as error:
        raise BackupError(
            _("No copy of the backup was made at {target}: {why}.").format(
                target=target, why=why(error)
            )
        ) from error
    _thin_out(second, workbook)
    return target


def _copy(source: Path, target: Path) -> None:
    temporary = temporary_beside(target)
    try:
        os.close(new_private_file(temporary))
        shutil.copyfile(source, temporary)
        settle(temporary)
        fault = fault_of(temporary)
        if fault:
            raise BackupError(
                _("The copy of the backup at {target} did not come out whole: {fault}.").format(
                    target=target, fault=fault
                )
            )
        shutil.copystat(source, temporary)
        give_name(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _thin_out(second: Path, workbook: Path) -> None:
    copies = copies_in(second, workbook)
    stay = kept(copy.taken for copy in copies)
    for copy in copies:
        if copy.taken not in stay:
            with suppress(OSError):
                copy.path.unlink()


def behind(second: Path, workbook: Path, now: datetime) -> timedelta | None:
    """How old the newest whole copy there is while a newer backup is here; nothing while it is the
    newest. None when there is no whole copy, or the place is away."""
    newest = next((backup for backup in backups_of(workbook) if not backup.kind), None)
    for copy in copies_in(second, workbook):
        if not fault_of(copy.path, quick=True):
            current = newest is None or copy.taken >= newest.taken
            return timedelta() if current else max(now - copy.taken, timedelta(seconds=1))
    return None


def keep_up(second: Path, workbook: Path) -> str:
    """As `copy_newest`, but what prevents it is returned as a sentence; empty when it is well."""
    try:
        copy_newest(second, workbook)
    except CxresetError as error:
        return error.sentence
    return ""
