"""One workbook file: make it, open it safely, write to it in whole transactions.

Standard library only: this is on the way of every start.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import time
from typing import Any, Self

from cxreset.base.errors import (
    NotSaved,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookUnusable,
)
from cxreset.base.paths import give_name, make_private_dir, new_private_file

APPLICATION_ID = 0x43585253  # "CXRS" in the file's header: this is a workbook of ours
SCHEMA = Path(__file__).parents[1] / "schema"
LOCK_WAIT_SECONDS = 0.5
HELD_WAIT_SECONDS = 0.05  # once it was found held: many fields may ask again, and none should stall
TABLES = (  # of the first layout; a file that lacks one of them is damaged
    "ledger", "reset", "step_tick", "practice_tick", "answer", "draft", "focus_timer",
    "channel_seen", "import_batch", "feedback", "pain", "evidence", "touchpoint", "gap", "fix",
    "action", "meeting", "person", "agenda_item", "insight", "decision", "follow_up", "pilot",
    "measurement", "voice", "lesson", "procedure", "share_out", "journal", "checkup_mark", "metric",
)  # fmt: skip

# One copied file is the whole workbook, so the rollback journal stays (no WAL); what the file
# holds is not trusted to run anything; what is deleted is overwritten.
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA recursive_triggers = ON",  # else a row that REPLACE takes away leaves nothing to undo
)


def storable(text: str) -> str:
    """SQLite cannot hold lone surrogates; they become the replacement character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


class _Cursor(sqlite3.Cursor):
    """Makes every text storable: a terminal or a name on a disk can hand in half a character."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except UnicodeEncodeError:
            clean = [storable(value) if isinstance(value, str) else value for value in parameters]
            return super().execute(sql, clean)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                self.connection.found_held()  # type: ignore[attr-defined]
            raise


class _Connection(sqlite3.Connection):
    """Waits a moment for a file that is held, then hardly at all until it could be written to:
    a screen reads many times to draw itself, and none of them should stall."""

    held = False

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return _Cursor(self).execute(sql, parameters)

    def found_held(self) -> None:
        if not self.held:
            self.held = True
            self._wait(HELD_WAIT_SECONDS)

    def found_free(self) -> None:
        if self.held:
            self.held = False
            self._wait(LOCK_WAIT_SECONDS)

    def _wait(self, seconds: float) -> None:
        super().execute(f"PRAGMA busy_timeout = {round(seconds * 1000):d}")


def migrations() -> list[tuple[int, Path]]:
    """The schema's steps in order: (version, SQL file); raises WorkbookUnusable without any."""
    steps = sorted((int(path.name[:4]), path) for path in SCHEMA.glob("[0-9]*.sql"))
    if not steps:  # a folder that cannot be listed looks like an empty one
        raise incomplete()
    return steps


def incomplete() -> WorkbookUnusable:
    """What to say when the program's own files cannot be read."""
    return WorkbookUnusable(
        f"cxreset cannot read its own files in {SCHEMA}. Nothing was changed; "
        "install cxreset again, or try once more when the disk can be read."
    )


class WorkbookFile:
    """An open workbook. Every write goes through `transaction`; close it when done."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._identity = _identity(path)
        self.refusal = ""  # why nothing may be written from here, when another window writes
        self._change = ""  # what the change going on is called
        self.clock: Callable[[], float] = time
        self.on_change: Callable[[], None] = lambda: None

    @classmethod
    def open(cls, path: Path) -> WorkbookFile:
        """Open the workbook at `path`.

        Raises WorkbookMissing when nothing is there, WorkbookUnusable when what is there is no
        workbook that this release can read (it is left as it is), WorkbookBusy when locked.
        """
        connection = _opened(path)
        try:
            with guarded(path, opening=True):
                _bring_up_to_date(path, connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    @classmethod
    def create(
        cls, path: Path, fill: Callable[[WorkbookFile], None] = lambda file: None
    ) -> WorkbookFile:
        """Make a new workbook, readable by this user alone; never over an existing file.

        It is made whole under a temporary name first, with what `fill` writes into it, so an
        interruption leaves nothing behind that looks like a workbook. Raises WorkbookUnusable
        when something is there or nothing can be made there, and what `fill` raises.
        """
        if os.path.lexists(path):
            raise WorkbookUnusable(
                f"{path} exists already, so no new workbook was made there. "
                "Open it, or name another place with --workbook."
            )
        try:
            make_private_dir(path.parent)
            temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
            temporary.unlink(missing_ok=True)
            os.close(new_private_file(temporary))
        except OSError as error:
            raise _cannot_make(path, error) from error
        try:
            with guarded(path), closing(connect(temporary)) as connection:
                _bring_up_to_date(path, connection)
                fill(cls(path, connection))
            give_name(temporary, path)
        except FileExistsError as error:
            raise WorkbookUnusable(f"{path} was made by another window just now.") from error
        except OSError as error:
            raise _cannot_make(path, error) from error
        finally:
            with suppress(OSError):  # else what is said would be about the leftover
                temporary.unlink(missing_ok=True)
        return cls.open(path)

    @contextmanager
    def transaction(self, name: str = "", *, recorded: bool = True) -> Iterator[sqlite3.Connection]:
        """All that is written inside is stored together, or nothing of it is.

        It is one change for undo, called `name` (the outermost that has one; else one is made up
        from the rows changed), such as `deleted pain point P2`. With `recorded` False it cannot be
        undone. Raises WorkbookBusy or NotSaved; both leave the file as it was.
        """
        connection = self.connection
        if connection.in_transaction:  # a part of a larger change
            self._change = self._change or name
            yield connection
            return
        # a start that writes nothing needs neither
        from cxreset.workbook.feedback.search import settle
        from cxreset.workbook.undo.log import record

        with guarded(self.path):
            self._begin()
            self._change = name
            try:
                if recorded:
                    yield connection
                    told = record(connection, self._change, self.clock())
                else:
                    connection.execute("UPDATE undo_switch SET recording = 0")
                    yield connection
                    connection.execute("UPDATE undo_switch SET recording = 1")
                    told = False
                settle(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        if told:
            self.on_change()

    def take_content(self, source: Path) -> None:
        """Replace all that is in the workbook by what is in `source`, whole or not at all.

        Raises WorkbookBusy or NotSaved; both leave the file as it was.
        """
        with guarded(self.path):
            self._begin()
            self.connection.execute("ROLLBACK")  # it could be begun; the copy begins by itself
            with closing(connect(source)) as other:
                other.backup(self.connection)
            _bring_up_to_date(self.path, self.connection)

    def _begin(self) -> None:
        """Take the right to write; what is written must go where the path leads."""
        if self.refusal:
            raise NotSaved(self.refusal)
        if _identity(self.path) != self._identity:
            raise NotSaved(
                f"Not saved: {self.path} was moved, deleted or replaced while it was open here. "
                "Your words are kept on this screen; put the file back, or leave and open it again."
            )
        self.connection.execute("BEGIN IMMEDIATE")
        if isinstance(self.connection, _Connection):
            self.connection.found_free()

    def close(self) -> None:
        self.connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to now."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def connect(path: Path) -> sqlite3.Connection:
    """A connection with every safeguard; nothing is checked yet."""
    with guarded(path, opening=True):
        connection = sqlite3.connect(
            _uri(path),
            uri=True,
            timeout=LOCK_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=_Connection,
        )
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    check_place(path)
    connection = connect(path)
    try:
        with guarded(path, opening=True):
            _check_kind(path, connection)
            _check_tables(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def examine(path: Path) -> None:
    """Look as `WorkbookFile.open` does and raise what it raises, but bring nothing up to date."""
    _opened(path).close()


def _uri(path: Path) -> str:
    """The path for SQLite, so that it opens what is there and never makes an empty file."""
    text = path.absolute().as_posix()
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(sign, code)
    return f"file:{text if text.startswith('/') else '/' + text}?mode=rw"


def _cannot_make(path: Path, error: OSError) -> WorkbookUnusable:
    return WorkbookUnusable(
        f"No workbook can be made at {path}: {error.strerror}. Name another place with --workbook."
    )


def check_place(path: Path) -> None:
    """Nothing there, a folder, a pipe, another kind of file: say so before SQLite touches it."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            raise WorkbookUnusable(f"{path} is {kind}, so it cannot be a workbook.")
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        raise WorkbookMissing(
            f"There is no workbook at {path} yet. Begin one with `cxreset start`, "
            "or open the program and follow the welcome."
        ) from None
    except OSError as error:
        raise WorkbookUnusable(f"{path} cannot be read: {error.strerror or error}.") from error
    if head != b"SQLite format 3\x00":
        what = "is empty" if not head else "is not a workbook"
        raise WorkbookDamaged(
            f"{path} {what}. It was left as it is; name your workbook with --workbook."
        )


def _check_kind(path: Path, connection: sqlite3.Connection) -> None:
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if kind != APPLICATION_ID:
        raise WorkbookUnusable(
            f"{path} is a database of another program. It was left as it is; "
            "name your workbook with --workbook."
        )
    newest = migrations()[-1][0]
    if version > newest:
        raise WorkbookUnusable(
            f"{path} was written by a newer cxreset (layout {version}; this one knows {newest}). "
            "It was left as it is; update cxreset to open it."
        )


def _check_tables(path: Path, connection: sqlite3.Connection) -> None:
    """One cheap look: is everything there that the first layout has?"""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    lost = set(TABLES).difference(name for (name,) in found)
    if lost:
        raise WorkbookDamaged(
            f"{path} is damaged: it lacks the table{'s' if len(lost) > 1 else ''} "
            f"{', '.join(sorted(lost)[:3])}{' and others' if len(lost) > 3 else ''}. "
            "It was left as it is."
        )


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != migrations()[-1][0]:
        from cxreset.workbook.storage.upgrade import upgrade  # a start hardly ever needs it

        upgrade(path, connection)


@contextmanager
def guarded(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn SQLite's errors into sentences; `opening`: nothing is typed yet."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = str(error)
        if "locked" in said or "busy" in said:
            raise WorkbookBusy(
                f"Another program holds {path}, so nothing was written. What you typed is kept; "
                "try again in a moment."
            ) from error
        if any(sign in said for sign in _DAMAGE):
            raise damaged(path, said) from error
        if "decode" in said:  # SQLite's own sentence would quote the words it cannot read
            raise damaged(path, "a text in it cannot be read") from None
        reason = why(error)
        if opening:
            raise WorkbookUnusable(f"{path} cannot be opened: {reason}.") from error
        raise NotSaved(
            f"Not saved to {path}: {reason}. Your words are kept on this screen."
        ) from error
    except sqlite3.IntegrityError as error:
        raise NotSaved(f"Not saved: the workbook refused that value ({error}).") from error
    except OverflowError as error:
        raise NotSaved("Not saved: that number is too large for the workbook.") from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error


_DAMAGE = ("no such table", "no such column", "malformed", "no such index", "has no column")
_REASONS = (
    ("readonly", "the file or its folder is read-only"),
    ("full", "the disk is full"),
    ("unable to open", "its folder is gone or may not be written to"),
    ("disk I/O", "the disk cannot be read or written (disk I/O error)"),
)


def why(error: Exception) -> str:
    """The reason of a failed read or write in plain words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    said = str(error)
    return next((words for sign, words in _REASONS if sign in said), said)


def damaged(path: Path, how: str) -> WorkbookDamaged:
    """What to say of a file whose bytes are no longer whole."""
    return WorkbookDamaged(
        f"{path} is damaged ({how}). It was left as it is; keep a copy of it, and see "
        "`cxreset restore` for its backups."
    )
