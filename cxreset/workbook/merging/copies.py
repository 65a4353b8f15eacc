"""Conflicted copies: what a synchronisation leaves beside a file that two machines changed."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError
from cxreset.workbook.merging.origin import shares_origin
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import examine
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import has_grown_from, newest_stamp
from cxreset.workbook.storage.versions_beside import candidates

OURS = "cxreset"
"""Who made a copy that was kept when another version took the workbook's place."""
# What is put between a file's name and its ending, and by whom. The looser ones stand last.
_SERVICES = (
    (OURS, r" as open at \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d"),  # of another version kept
    ("Syncthing", r"\.sync-conflict-\d{8}-\d{6}(-\w+)?"),
    ("Nextcloud", r" \(conflicted copy \d{4}-\d\d-\d\d \d{4,6}\)|_conflict-\d{8}-\d{6}"),
    ("Seafile", r" \(SFConflict .+\)"),
    ("Dropbox", r" \((.+['’]s |.+ )?conflicted copy( \d{4}-\d\d-\d\d)?.*\)"),
    ("Resilio Sync", r"\.Conflict(\.\d+)?"),
    ("pCloud", r" \[conflicted.*\]"),
    ("Google Drive", r" ?\(\d+\)"),
    ("iCloud", r" \d+"),
    ("OneDrive", r"-[^-/].*"),
)


class Copy(NamedTuple):
    """A copy beside the workbook; `service` is who names files so, as far as is known."""

    path: Path
    service: str


def conflicted_copies(file: WorkbookFile) -> list[Copy]:
    """The copies beside an open workbook that hold what it does not, in the order of their names.

    A name alone makes none: it must have grown from this workbook, and have been written to since.
    """
    found = []
    for path in candidates(file.path):
        service = service_of(file.path, path)
        if service and _holds_more(file, path):
            found.append(Copy(path, service))
    return found


def service_of(workbook: Path, path: Path) -> str:
    """Which service names a conflicted copy of `workbook` like `path`; empty for none."""
    middle = path.name.removeprefix(workbook.stem).removesuffix(workbook.suffix)
    return next((name for name, sign in _SERVICES if re.fullmatch(sign, middle)), "")


def _holds_more(file: WorkbookFile, path: Path) -> bool:
    try:
        examine(path)
        with closing(connect(path)) as other, guarded(path, opening=True):
            stamp = newest_stamp(other)
            known = not stamp or has_grown_from(file.connection, stamp)
            return not known and shares_origin(file.connection, other)
    except CxresetError:  # damaged, or of another layout: doctor names it
        return False
