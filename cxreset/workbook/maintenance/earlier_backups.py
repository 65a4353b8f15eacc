"""Backups that were made while the workbook had another name or lay in another folder.

Their names do not lead to it any more, but their content does: every backup holds stamps of the
changes that the workbook has gone through, and none but its copies have these.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError
from cxreset.workbook.maintenance.second_folder import copies_in
from cxreset.workbook.storage.backup import backups_of, real
from cxreset.workbook.storage.backup_names import BACKUPS, backed_up_in
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import stamps_in
from cxreset.workbook.unsaved.notes import earlier_paths


class Earlier(NamedTuple):
    """What was found: backups of the workbook, and such as cannot be read and belong to no workbook
    that is there."""

    backups: list[Path]
    unknown: list[Path]


def earlier_backups(workbook: Path, second: Path | None = None) -> Earlier:
    """Those in the folder for backups, in those of the folders where the workbook is known to have
    lain, and their copies in the `second` place. Raises as opening the workbook does."""
    with guarded(workbook, opening=True), closing(connect(workbook)) as connection:
        ours, lay_at = stamps_in(connection), earlier_paths(workbook, connection)
    folders = {each.parent for each in (real(workbook), *lay_at)}
    named = {folder / name for folder in folders for name in backed_up_in(folder / BACKUPS)}
    found, unknown = [], []
    for earlier in sorted({*named, *lay_at} - {workbook, real(workbook)}):
        if _shares(ours, earlier):
            continue  # a copy that is there still: these backups are its own
        copies = copies_in(second, earlier) if second else []
        for backup in [*backups_of(earlier), *copies]:
            shared = _shares(ours, backup.path)
            if shared:
                found.append(backup.path)
            elif shared is None and not earlier.exists():
                unknown.append(backup.path)
    return Earlier(found, unknown)


def _shares(ours: set[bytes], path: Path) -> bool | None:
    """Has it a change in common with the workbook? None where it cannot be read."""
    try:
        with guarded(path, opening=True), closing(connect(path)) as theirs:
            return not ours.isdisjoint(stamps_in(theirs))
    except CxresetError:
        return None
