"""Is this file a workbook of a layout that this release knows? Looks only, changes nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
from os import PathLike

from cxreset.base.errors import WorkbookDamaged, WorkbookMissing, WorkbookUnusable
from cxreset.base.language.words import _, ngettext
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.messages import guarded

APPLICATION_ID = 0x43585253  # "CXRS" in the file's header: this is a workbook of ours
SCHEMA: str | PathLike[str] = os.path.join(os.path.dirname(os.path.dirname(__file__)), "schema")
TABLES = (  # of the first layout; a file that lacks one of them is damaged
    "ledger", "reset", "step_tick", "practice_tick", "answer", "draft", "focus_timer",
    "channel_seen", "import_batch", "feedback", "pain", "evidence", "touchpoint", "gap", "fix",
    "action", "meeting", "person", "agenda_item", "insight", "decision", "follow_up", "pilot",
    "measurement", "voice", "lesson", "procedure", "share_out", "journal", "checkup_mark", "metric",
)  # fmt: skip

SEARCH_TABLES = (  # in which SQLite keeps the search index
    *("feedback_search_config", "feedback_search_content", "feedback_search_data"),
    *("feedback_search_docsize", "feedback_search_idx"),
)


def migrations() -> list[tuple[int, str]]:
    """The schema's steps in order: (version, SQL file); raises WorkbookUnusable without any."""
    try:
        names = sorted(name for name in os.listdir(SCHEMA) if name.endswith(".sql"))
    except OSError:
        names = []
    steps = [(int(name[:4]), os.path.join(SCHEMA, name)) for name in names if name[:4].isdigit()]
    if not steps:
        raise incomplete()
    return steps


def incomplete() -> WorkbookUnusable:
    """What to say when the program's own files cannot be read."""
    return WorkbookUnusable(
        _(
            "cxreset cannot read its own files in {SCHEMA}. Nothing was changed; install "
            "cxreset again, or try once more when the disk can be read."
        ).format(SCHEMA=SCHEMA)
    )


def open_checked(path: str | PathLike[str]) -> sqlite3.Connection:
    check_file(path)
    connection = connect(path)
    try:
        with guarded(path, opening=True):
            version = _check_kind(path, connection)
            found = objects_in(connection)
            _check_tables(path, found)
            ours, newest = known_objects(), version == migrations()[-1][0]
            if listed(found) != ours or not newest:
                from cxreset.workbook.storage.foreign import refuse_foreign  # hardly ever needed

                refuse_foreign(path, connection, found, ours, newest=newest)
    except BaseException:
        connection.close()
        raise
    return connection


def examine(path: str | PathLike[str]) -> None:
    """Look as `open_workbook` does and raise what it raises, but bring nothing up to date."""
    open_checked(path).close()


def check_file(path: str | PathLike[str]) -> None:
    """Nothing there, a folder, a pipe, another kind of file: say so before SQLite touches it."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            kind = _("a folder") if stat.S_ISDIR(mode) else _("not an ordinary file")
            raise WorkbookUnusable(
                _("{path} is {kind}, so it cannot be a workbook.").format(path=path, kind=kind)
            )
        with open(path, "rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        refuse_when_away(path)
        raise WorkbookMissing(
            _(
                "There is no workbook at {path} yet. Begin one with `cxreset start`, or "
                "open the program and follow the welcome."
            ).format(path=path)
        ) from None
    except OSError as error:
        raise WorkbookUnusable(
            _("{path} cannot be read: {strerror}.").format(
                path=path, strerror=error.strerror or error
            )
        ) from error
    if head != b"SQLite format 3\x00":
        what = _("is empty") if not head else _("is not a workbook")
        raise WorkbookDamaged(
            _("{path} {what}. It was left as it is; name your workbook with --workbook.").format(
                path=path, what=what
            )
        )


def refuse_when_away(path: str | PathLike[str]) -> None:
    """Raises WorkbookUnusable when the workbook's drive is not there just now: what is on it is
    not lost, and nothing may be begun in its place."""
    from pathlib import Path  # nobody is here on the way of a start that finds its workbook

    from cxreset.base.drives import away

    drive = away(Path(path))
    if drive is not None:
        raise WorkbookUnusable(
            _(
                "The workbook is to lie at {path}, but {drive} is not there just now. "
                "Connect the drive or the share and try again; nothing was begun anew."
            ).format(path=path, drive=drive)
        )


def _check_kind(path: str | PathLike[str], connection: sqlite3.Connection) -> int:
    """Returns the number of its layout."""
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if kind != APPLICATION_ID:
        raise WorkbookUnusable(
            _(
                "{path} is a database of another program. It was left as it is; name "
                "your workbook with --workbook."
            ).format(path=path)
        )
    newest = migrations()[-1][0]
    if version > newest:
        raise WorkbookUnusable(
            _(
                "{path} was written by a newer cxreset (layout {version}; this one knows "
                "{newest}). It was left as it is; update cxreset to open it."
            ).format(path=path, version=version, newest=newest)
        )
    return int(version)


def objects_in(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The tables, indexes, views and triggers of a file: (type, name, SQL), in the order of both.

    SQLite's own are left out, and the tables in which the search index keeps what it knows.
    """
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return [row for row in rows if row[2] is not None and not _is_internal(row[0], row[1])]


def _is_internal(kind: str, name: str) -> bool:
    return name.startswith("sqlite_") or (kind == "table" and name in SEARCH_TABLES)


def listed(objects: list[tuple[str, str, str]]) -> str:
    """Them as one text, to be compared with `known_objects`."""
    return "".join(f"-- {kind} {name}\n{sql};\n" for kind, name, sql in objects)


def known_objects() -> str:
    """What the newest layout is made of: `schema/objects.sql`, made by `python -m scripts.layout`.

    Raises WorkbookUnusable when that file of ours cannot be read.
    """
    try:
        with open(os.path.join(SCHEMA, "objects.sql"), encoding="utf-8", newline="\n") as file:
            return file.read()
    except OSError as error:
        raise incomplete() from error


def _check_tables(path: str | PathLike[str], found: list[tuple[str, str, str]]) -> None:
    """One cheap look: is everything there that the first layout has?"""
    lost = set(TABLES).difference(name for kind, name, _ in found if kind == "table")
    if lost:
        tables = ", ".join(sorted(lost)[:3])
        if len(lost) > 3:
            tables = _("{tables} and others").format(tables=tables)
        words = ngettext(
            "{path} is damaged: it lacks the table {tables}. It was left as it is.",
            "{path} is damaged: it lacks the tables {tables}. It was left as it is.",
            len(lost),
        )
        raise WorkbookDamaged(words.format(path=path, tables=tables))
