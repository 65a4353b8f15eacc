"""Long work on the workbook that the leader may stop: an import, and taking one back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cxreset.workbook.storage.connection import Connection
from cxreset.workbook.storage.read_limit import OPERATIONS


class Cancelled(Exception):
    """The leader stopped it; nothing of it was stored."""


@contextmanager
def heard(connection: sqlite3.Connection, go_on: Callable[[], None]) -> Iterator[None]:
    """Inside, `go_on` is called even while one statement takes long, and may raise Cancelled."""
    stopped: list[Cancelled] = []

    def look() -> int:
        try:
            go_on()
        except Cancelled as why:
            stopped.append(why)
        return len(stopped)

    connection.set_progress_handler(look, OPERATIONS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise Cancelled from None
        raise
    finally:
        if isinstance(connection, Connection):
            connection.watch_reads()
        else:
            connection.set_progress_handler(None, 0)
