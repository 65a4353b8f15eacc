"""Children that do one thing and can be killed at any moment of it.

The two harnesses that fork (`killing.py`, `faulty.py`) run as programs of their own, with one
thread and no open workbook, so a fork is safe and takes a millisecond instead of a start.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self

from cxreset.base.errors import CxresetError
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.opening import create_workbook, open_workbook

START = date(2026, 9, 7)
DONE, REFUSED = b"done", b"refused "


class Found(NamedTuple):
    """What a harness found: how often it ran, how often the result was bad, and how."""

    runs: int
    bad: int
    problems: list[str]
    edits: int = 0  # acknowledged edits, where they are counted


class Child:
    """A forked child that runs `work`, which is given a socket to tell and to hear."""

    def __init__(self, work: Callable[[socket.socket], None]) -> None:
        self.ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self.ours.close()
            code = 1
            try:
                work(theirs)
                code = 0
            except CxresetError as error:
                theirs.send(REFUSED + error.sentence.encode())
                code = 0
            finally:
                os._exit(code)
        theirs.close()

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def finish(self) -> tuple[int, bytes]:
        """Its exit code (negative: the signal that ended it) and all it told."""
        output = b""
        while more := self.ours.recv(65536):
            output += more
        self.ours.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), output

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.ours.close()


def new_workbook(path: Path) -> None:
    """A workbook in which a reset has begun."""
    settings = Settings("Dana", "Harbour & Pine", START, (0, 1, 2, 3, 4), None, START)
    create_workbook(path, lambda file: Daily(file).begin(settings)).close()


def whole(path: Path) -> str:
    """What SQLite and the program say against a file; empty when it is whole."""
    try:
        file = open_workbook(path)
    except CxresetError as error:
        return error.sentence
    with closing(file):
        try:
            ((message,),) = file.connection.execute("PRAGMA integrity_check(1)").fetchall()
            strays = file.connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.Error as error:
            return f"integrity_check: {error}"
    return "" if message == "ok" and not strays else f"{message} {strays[:1]}"


def fresh_copy(of: Path, at: Path) -> None:
    """Put `of` at `at`, with nothing left of what was there before."""
    for stale in (at, at.with_name(at.name + "-journal")):
        stale.unlink(missing_ok=True)
    shutil.copy(of, at)
