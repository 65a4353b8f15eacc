"""One workbook file: make it, open it safely, write to it in whole transactions.

What else belongs to a change (undo records it, the search index learns of it) is handed in as
`Hooks`: see `workbook/opening.py`. Standard library only: this is on the way of every start.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import cached_property
from os import PathLike
from time import time

from cxreset.base.errors import NotSaved, WorkbookReplaced
from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.workbook.storage.connection import Connection, connect
from cxreset.workbook.storage.layout import migrations, open_checked
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import (
    add_stamp,
    footprint,
    has_grown_from,
    newest_on_disk,
    newest_stamp,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path


class Commit(Record):
    """A change about to be stored: what it is called (empty: nobody named it), when it is made in
    seconds since 1970, and whether it can be undone."""

    name: str
    at: float
    recorded: bool


class Hooks(Record):
    """What is done beside every change, in the same transaction.

    `begin` is called when a transaction has begun, with whether undo records it. `before_commit`
    tells whether anything changed that the leader can undo. `after_upgrade` is called in the
    transaction that brought the layout up to date; it returns a sentence for the leader, or ''.
    """

    begin: Callable[[sqlite3.Connection, bool], None]
    before_commit: Callable[[sqlite3.Connection, Commit], bool]
    after_upgrade: Callable[[sqlite3.Connection], str]


class Revision(Record):
    """Which content a workbook has: equal to an earlier one as long as nobody wrote to it.

    `own` counts rows changed through this connection, `others` tells whether another one wrote.
    """

    own: int
    others: int


class WorkbookFile:
    """An open workbook. Every write goes through `transaction`; close it when done."""

    def __init__(
        self,
        path: str | PathLike[str],
        connection: sqlite3.Connection,
        hooks: Hooks,
        *,
        stamped: bool = True,
    ) -> None:
        """`stamped` is False for a file of a layout that knows no stamps yet."""
        self.location = os.fspath(path)
        self._stamped = stamped
        self.connection = connection
        self._hooks = hooks
        self._footprint = footprint(path)
        self._stamp: bytes | None = None  # of the version seen last; None: not looked at yet
        self._changes = 0  # rows changed before the transaction going on
        self.refusal = ""  # why nothing may be written from here, when another window writes
        self.notice = ""  # what the leader is to be told of the opening
        self._change = ""  # what the change going on is called
        self._uncounted = 0  # rows changed that no screen shows
        self.clock: Callable[[], float] = time
        self.on_change: Callable[[], None] = lambda: None
        # Looks at each recorded change before it is stored; what it returns is called with the
        # change's stamp once it is (`workbook/unsaved/edits.py`).
        self.note: Callable[[sqlite3.Connection], Callable[[bytes], None] | None] | None = None

    @cached_property
    def path(self) -> Path:
        """Where the file is; a start is content with `location`, the same as text."""
        from pathlib import Path

        return Path(self.location)

    @classmethod
    def open(cls, path: str | PathLike[str], hooks: Hooks) -> WorkbookFile:
        """Open the workbook at `path`.

        Raises WorkbookMissing when nothing is there, WorkbookUnusable when what is there is no
        workbook that this release can read (it is left as it is), WorkbookBusy when locked.
        """
        connection = open_checked(path)
        try:
            with guarded(path, opening=True):
                notice = _bring_up_to_date(path, connection, hooks)
        except BaseException:
            connection.close()
            raise
        file = cls(path, connection, hooks)
        file.notice = notice
        return file

    def limit_reads(self) -> None:
        """Somebody waits at a screen from now on: a read that takes too long raises ReadStopped."""
        from cxreset.workbook.storage.read_limit import READ_SECONDS, ReadLimit

        if isinstance(self.connection, Connection):
            self.connection.limit_reads(ReadLimit(READ_SECONDS))

    def revision(self) -> Revision:
        """Which content it has now; raises WorkbookBusy when that cannot be read."""
        with guarded(self.location):
            (others,) = self.connection.execute("PRAGMA data_version").fetchone()
        return Revision(own=self.connection.total_changes - self._uncounted, others=others)

    # contextlib is imported where it is used: a start that only reads does without.

    def uncounted(self) -> AbstractContextManager[None]:
        """What is written inside leaves the revision as it is: it is about no content."""
        from contextlib import contextmanager

        return contextmanager(self._leave_out)()

    def _leave_out(self) -> Iterator[None]:
        before = self.connection.total_changes
        try:
            yield
        finally:
            self._uncounted += self.connection.total_changes - before

    def transaction(
        self, name: str = "", *, recorded: bool = True
    ) -> AbstractContextManager[sqlite3.Connection]:
        """All that is written inside is stored together, or nothing of it is.

        It is one change for undo, called `name` (the outermost that has one; else one is made up
        from the rows changed), such as `deleted pain point P2`. With `recorded` False it cannot be
        undone. Raises WorkbookBusy or NotSaved; both leave the file as it was.
        """
        from contextlib import contextmanager

        return contextmanager(self._transaction)(name, recorded)

    def _transaction(self, name: str, recorded: bool) -> Iterator[sqlite3.Connection]:
        connection = self.connection
        if connection.in_transaction:  # a part of a larger change
            self._change = self._change or name
            yield connection
            return
        with guarded(self.location):
            self._begin()
            self._change = name
            try:
                self._hooks.begin(connection, recorded)
                yield connection
                noted = self.note(connection) if self.note and recorded else None
                commit = Commit(self._change, self.clock(), recorded)
                changed = self._hooks.before_commit(connection, commit)
                stamp = self._stamp
                if self._stamped and connection.total_changes != self._changes:
                    stamp = add_stamp(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        self._saw(stamp)
        if noted is not None and stamp:
            noted(stamp)
        if changed:
            self.on_change()

    def held(self) -> AbstractContextManager[None]:
        """Nobody writes meanwhile, from here or elsewhere; raises as a write does."""
        from contextlib import contextmanager

        return contextmanager(self._hold)()

    def _hold(self) -> Iterator[None]:
        with guarded(self.location):
            self._begin()
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    def take_content(self, source: Path) -> None:
        """Replace all that is in the workbook by what is in `source`, whole or not at all.

        Raises WorkbookBusy or NotSaved; both leave the file as it was.
        """
        with guarded(self.location):
            self._begin()
            self.connection.execute("ROLLBACK")  # it could be begun; the copy begins by itself
            other = connect(source)
            try:
                other.backup(self.connection)
            finally:
                other.close()
            _bring_up_to_date(self.location, self.connection, self._hooks)
            self._saw(newest_stamp(self.connection))

    def notice_other_version(self) -> None:
        """Raises WorkbookReplaced when the file at the path is no longer what was seen here: moved,
        deleted, replaced, or written over by another version. What other windows and commands
        write is seen and is well. Raises WorkbookBusy when that cannot be told just now.
        """
        if self.connection.in_transaction or not self._stamped:
            return
        if self._stamp is None:
            with guarded(self.location):
                self._stamp = newest_stamp(self.connection)
        now = footprint(self.location)
        if now == self._footprint:
            return
        if now is None or not now.is_same_file(self._footprint):
            raise WorkbookReplaced(
                _(
                    "Not saved: {location} was moved, deleted or replaced while it was "
                    "open here. Your words are kept on this screen; put the file back, "
                    "or leave and open it again."
                ).format(location=self.location)
            )
        stamp = newest_on_disk(self.location, self._stamp)
        # SQLite's own view is asked as well: an equal counter makes it believe its cache
        if stamp is None or not self._has(stamp):
            raise WorkbookReplaced(
                _(
                    "Not saved: another program has written another version over "
                    "{location} while it was open here. Your words are kept on this "
                    "screen; nothing is written over that version."
                ).format(location=self.location)
            )
        self._saw(stamp)
        self._footprint = now  # as it was before it was read: what came since is seen next time

    @property
    def is_at_its_path(self) -> bool:
        """Does the path still lead to the file that is open, whatever was written into it?"""
        now = footprint(self.location)
        return now is not None and now.is_same_file(self._footprint)

    def _has(self, stamp: bytes) -> bool:
        with guarded(self.location):
            return has_grown_from(self.connection, stamp)

    def _saw(self, stamp: bytes | None) -> None:
        self._stamp = stamp
        self._footprint = footprint(self.location)

    def _begin(self) -> None:
        """Take the right to write; what is written must go where the path leads."""
        if self.refusal:
            raise NotSaved(self.refusal)
        self.notice_other_version()
        self._changes = self.connection.total_changes
        self.connection.execute("BEGIN IMMEDIATE")
        if isinstance(self.connection, Connection):
            self.connection.found_free()

    def close(self) -> None:
        self.connection.close()


def _bring_up_to_date(
    path: str | PathLike[str], connection: sqlite3.Connection, hooks: Hooks
) -> str:
    """Returns what the leader is to be told of it, or nothing."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == migrations()[-1][0]:
        return ""
    from cxreset.workbook.storage.upgrade import upgrade  # a start hardly ever needs it

    return upgrade(path, connection, hooks.after_upgrade)
