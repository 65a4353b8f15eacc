"""A workbook opened or begun, with all that belongs to its changes: undo and the search index.

This is where storage, undo and search meet, so that none of them needs to know of the others.
"""

# Undo and search are imported when first written: a start that writes nothing needs neither.

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from os import PathLike

from cxreset.base.language.words import _
from cxreset.workbook.storage.file import Commit, Hooks, WorkbookFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

HISTORY_ENDED = (
    "This workbook was brought up to date for this release, and a backup was made first. "
    "What was changed before can no longer be undone."
)


def open_workbook(path: str | PathLike[str]) -> WorkbookFile:
    """Open the workbook at `path`; raises as `WorkbookFile.open` does."""
    return WorkbookFile.open(path, HOOKS)


def create_workbook(
    path: Path,
    fill: Callable[[WorkbookFile], None] = lambda file: None,
    layout: int | None = None,
) -> WorkbookFile:
    """Make a new workbook at `path` with what `fill` writes into the tables of `layout` (or of the
    newest); raises as `create`."""
    from cxreset.workbook.storage.create import create  # a start hardly ever needs it

    return create(path, HOOKS, fill, layout)


def _begin(connection: sqlite3.Connection, recorded: bool) -> None:
    from cxreset.workbook.undo.log import set_logging

    if not recorded:
        set_logging(connection, False)


def _before_commit(connection: sqlite3.Connection, commit: Commit) -> bool:
    from cxreset.workbook.search import settle
    from cxreset.workbook.undo.log import record, set_logging

    changed = False
    if commit.recorded:
        changed = record(connection, commit.name, commit.at)
    else:
        set_logging(connection, True)
    settle(connection)
    return changed


def _after_upgrade(connection: sqlite3.Connection) -> str:
    from cxreset.workbook.search import fill_new
    from cxreset.workbook.undo.log import make_triggers

    fill_new(connection)
    return _(HISTORY_ENDED) if make_triggers(connection) else ""


HOOKS = Hooks(begin=_begin, before_commit=_before_commit, after_upgrade=_after_upgrade)
