"""Two versions of one workbook: the one open here, and the one that another program put in its
place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cxreset.base.errors import CxresetError, NotSaved
from cxreset.base.language.words import _
from cxreset.base.paths import give_name, new_private_file, temporary_beside
from cxreset.workbook.maintenance.restore import Change, changes, counts, counts_in
from cxreset.workbook.storage.backup import fault_of, settle, vacuum_into
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded, why


def differences(file: WorkbookFile) -> list[Change] | None:
    """How many of each there are here (`now`) and in the file in its place (`then`).

    None where that cannot be told: written over, its bytes are gone from here too.
    """
    there = counts(file.path)
    if there is None or file.is_at_its_path:
        return None
    with suppress(CxresetError), guarded(file.path):
        return changes(counts_in(file.connection), there)
    return None


def keep_beside(file: WorkbookFile, now: datetime) -> Path:
    """Write the version open here to a new file beside the workbook; returns where.

    Only one that was moved, deleted or replaced can be had: SQLite holds it open. Raises NotSaved.
    """
    path = file.path.with_name(f"{file.path.stem} as open at {now:%Y-%m-%d %H.%M.%S}.cxreset")
    temporary = temporary_beside(path)
    try:
        os.close(new_private_file(temporary))
        with guarded(file.path):
            vacuum_into(file.connection, temporary)
        fault = fault_of(temporary)
        if fault:
            raise NotSaved(
                _("No copy was made: it did not come out whole ({fault}).").format(fault=fault)
            )
        settle(temporary)
        give_name(temporary, path)
    except (OSError, sqlite3.Error) as error:
        raise NotSaved(
            _("No copy was made at {path}: {why}.").format(path=path, why=why(error))
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path
