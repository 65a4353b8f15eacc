"""What in a workbook's file is not of our making: it could change what the leader writes."""

from __future__ import annotations

import re
import sqlite3
from os import PathLike

from cxreset.base.errors import WorkbookUnusable
from cxreset.base.text import listed as in_words
from cxreset.base.text import one_line
from cxreset.workbook.storage.layout import known_objects, migrations

Object = tuple[str, str, str]
"""Type, name and SQL, as SQLite keeps them."""
_HEAD = re.compile(r"^-- (table|index|view|trigger) (.+)$", re.MULTILINE)
_GENERATED = (2, 3)  # what `table_xinfo` says of a generated column that is not, or is, stored
_OUR_TRIGGERS = ("undo_", "search_")
SHOWN = 5


def refuse_foreign(
    path: str | PathLike[str], connection: sqlite3.Connection, found: list[Object]
) -> None:
    """Raises WorkbookUnusable, with the names, when anything in the file is not ours."""
    names = foreign(connection, found)
    if names:
        more = len(names) - SHOWN
        shown = in_words(names[:SHOWN] if more <= 0 else [*names[:SHOWN], f"{more} more"])
        raise WorkbookUnusable(
            f"{path} holds what cxreset did not make: {shown}. That could change what you write, "
            "so it was left as it is. A clean copy is made by: cxreset doctor --repair"
        )


def foreign(connection: sqlite3.Connection, found: list[Object]) -> list[str]:
    """What is not ours, by kind and name. Of an older layout only views, and triggers by their
    names, are known to be foreign: an index or a table may be one of its own."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    known = _known()
    newest = migrations()[-1][0]
    names = []
    for kind, name, sql in found:
        if version != newest:
            strange = kind == "view" or (kind == "trigger" and not name.startswith(_OUR_TRIGGERS))
        elif kind == "table":
            strange = (kind, name) not in known
        else:
            strange = known.get((kind, name)) != sql
        if strange:
            names.append(f"the {kind} {one_line(name, 40)}")
    return names + _generated(connection, found)


def missing(found: list[Object]) -> list[str]:
    """What the newest layout has and the file has not, by kind and name."""
    there = {(kind, name) for kind, name, _ in found}
    return [f"the {kind} {name}" for kind, name in _known() if (kind, name) not in there]


def _known() -> dict[tuple[str, str], str]:
    text = known_objects()
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {
        (head[1], head[2]): text[head.end() + 1 : end].removesuffix(";\n")
        for head, end in zip(heads, ends, strict=True)
    }


def _generated(connection: sqlite3.Connection, found: list[Object]) -> list[str]:
    names = []
    for kind, table, _ in found:
        if kind != "table" or table == "feedback_search":
            continue
        columns = connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,))
        names += [
            f"the generated column {one_line(name, 40)} of {one_line(table, 40)}"
            for name, hidden in columns
            if hidden in _GENERATED
        ]
    return names
