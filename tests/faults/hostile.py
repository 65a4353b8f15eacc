"""Texts that would act on a terminal, on a markup language or on a reader's eyes, if they could."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from cxreset.workbook.storage.connection import storable

MARK = "qzx"  # in every text, so that what reaches the screen or the stream can be told
HOSTILE = (
    "\x1b[31mred qzx\x1b[2J\x1b[H",
    "\x1b]52;c;cXp4\x07 qzx",
    "\x1b]0;qzx title\x07",
    "\x1b]8;;https://example.org/qzx\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP1$rqzx\x1b\\ \x1b_qzx\x1b\\ \x1b^qzx\x1b\\",
    "\x9b31m qzx \x9d52;c;cXp4\x9c \x90qzx\x9c \x84\x85\x8d",
    "qzx \x00\x01\x07\x08\x0b\x0c\x0e\x1a\x7f\r",
    "qzx \u202egnp.exe\u202c \u2066left\u2069 \u200f\u200e\u061c",
    "q\u200bz\u200cx\u2060\ufeff\u00ad qzx \U000e0041\U000e007f",
    "qzx \ud800 \udfff half",
    "[/] qzx [/b] [bold",
    "[bold red]qzx[/bold red] [link=https://example.org/qzx]x[/link]",
    "[@click=app.quit]qzx[/] [@click=screen.qzx('x')]x[/]",
    "{qzx} $text-muted %s \\[ \\",
    "=cmd|' /C qzx'!A0",
    "# qzx\n\n![x](https://example.org/qzx) <script>qzx</script> [a](javascript:qzx)",
    "漢字かな交じり文 qzx e\u0301\u0323 👩‍👩‍👧‍👦 🏳️‍🌈 ﷽ นี้",
    "qzx " + "long " * 2000,
    "qzx" + "x" * 5000,
)
# C0 but newline, C1, bidi, zero-width and invisible marks, halves of characters, tags. The joiners
# of emoji are invisible too, and `shown` takes them out.
ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# What Textual itself sends: colours, places, modes, the keyboard protocol, the pointer's shape.
OWN = re.compile(
    r"\x1b\[[\d;:]*m|\x1b\[\d*;?\d*H|\x1b\[\?\d+[hl]|\x1b\[\?\d+\$p|\x1b\[>\d+u|\x1b\[<u"
    r"|\x1b\]22;[a-z-]+\x07"
    r"|\x1b\]11;\?\x1b\\"  # asks whether the terminal's own background is dark
)


def poison(path: Path) -> int:
    """Put hostile texts into every free text column of every table; returns how many columns.

    Columns that hold one of a few words, a day or an id are left: they are checked where they
    are read. Every table that had no row gets its rows first from the sample it is given.
    """
    kept = {"sqlite_sequence", "ledger"}
    columns = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")  # one flush to the disk for all of it
        connection.execute("UPDATE undo_switch SET recording = 0")
        tables = [
            name for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in kept and not name.startswith(("sqlite_", "undo_"))
        ]  # fmt: skip
        for table in tables:
            for _, name, kind, *_, key in connection.execute(f"PRAGMA table_info({table})"):
                if kind != "TEXT" or key or name.endswith(("_on", "_since", "_seen", "deadline")):
                    continue
                rows = [row for (row,) in connection.execute(f"SELECT rowid FROM {table}")]
                done = False
                for number, row in enumerate(rows):
                    text = storable(HOSTILE[(number + columns) % len(HOSTILE)])
                    try:
                        connection.execute(
                            f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (text, row)
                        )
                    except sqlite3.IntegrityError:  # one of a few words
                        break
                    done = True
                columns += done
        connection.execute("UPDATE reset SET workdays = '0,1,2,3,4', place = 'today'")
        connection.execute("UPDATE undo_switch SET recording = 1")
        connection.execute("COMMIT")
    return columns
