"""What in a workbook's file is not of our making: it could change what the leader writes."""

from __future__ import annotations

import re
import sqlite3
from os import PathLike

from cxreset.base.errors import WorkbookUnusable
from cxreset.base.language.words import _
from cxreset.base.text import listed as in_words
from cxreset.base.text import one_line

Object = tuple[str, str, str]
"""Type, name and SQL, as SQLite keeps them."""
_HEAD = re.compile(r"^-- (table|index|view|trigger) (.+)$", re.MULTILINE)
_GENERATED = (2, 3)  # what `table_xinfo` says of a generated column that is not, or is, stored
_OUR_TRIGGERS = ("undo_", "search_", "count_")
SHOWN = 5


def refuse_foreign(
    path: str | PathLike[str],
    connection: sqlite3.Connection,
    found: list[Object],
    listing: str,
    *,
    newest: bool,
) -> None:
    """Raises WorkbookUnusable, with the names, when anything in the file is not ours.

    `listing` is what `layout.known_objects` says; `newest`: the file is of that layout.
    """
    names = _of_newest(found, listing) if newest else _of_older(found)
    names += _generated(connection, found)
    if names:
        more = len(names) - SHOWN
        shown = in_words(names[:SHOWN] if more <= 0 else [*names[:SHOWN], f"{more} more"])
        raise WorkbookUnusable(
            _(
                "{path} holds what cxreset did not make: {shown}. That could change what "
                "you write, so it was left as it is. A clean copy is made by: cxreset "
                "doctor --repair"
            ).format(path=path, shown=shown)
        )


def _of_newest(found: list[Object], listing: str) -> list[str]:
    """By kind and name. A table may be written otherwise; an index or a trigger acts by its SQL."""
    known = _read(listing)
    return [
        _named(kind, name)
        for kind, name, sql in found
        if (kind, name) not in known or (kind != "table" and known[kind, name] != sql)
    ]


def _of_older(found: list[Object]) -> list[str]:
    """Views, and triggers by their names: an index or a table may be one of that layout's own."""
    return [
        _named(kind, name)
        for kind, name, _ in found
        if kind == "view" or (kind == "trigger" and not name.startswith(_OUR_TRIGGERS))
    ]


def _named(kind: str, name: str) -> str:
    return _("the {kind} {name}").format(kind=kind, name=one_line(name, 40))


def missing(found: list[Object], listing: str) -> list[str]:
    """What the newest layout has and the file has not, by kind and name."""
    there = {(kind, name) for kind, name, _ in found}
    return [
        _("the {kind} {name}").format(kind=kind, name=name)
        for kind, name in _read(listing)
        if (kind, name) not in there
    ]


def _read(listing: str) -> dict[tuple[str, str], str]:
    heads = list(_HEAD.finditer(listing))
    ends = [head.start() for head in heads[1:]] + [len(listing)]
    return {
        (head[1], head[2]): listing[head.end() + 1 : end].removesuffix(";\n")
        for head, end in zip(heads, ends, strict=True)
    }


def _generated(connection: sqlite3.Connection, found: list[Object]) -> list[str]:
    names = []
    for kind, table, _sql in found:
        if kind != "table" or table == "feedback_search":
            continue
        columns = connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,))
        names += [
            _("the generated column {name} of {table}").format(
                name=one_line(name, 40), table=one_line(table, 40)
            )
            for name, hidden in columns
            if hidden in _GENERATED
        ]
    return names
