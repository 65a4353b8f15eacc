"""Short runs are part of the suite; CXRESET_FAULTS=long (`make faults`) makes them long.

Each test tells what it did in one row; the long run prints the rows as a table.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cxreset.programme.model import Pack
from cxreset.reset.reset import begin_reset
from cxreset.workbook.daily import Settings
from tests.faults.terminal import Terminal

LONG = os.environ.get("CXRESET_FAULTS") == "long"
ROW = "fault row"
Row = Callable[[str, int, int], None]
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace injects these faults and is not installed"
)


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Row:
    """Tell the table what was done: a name, how often, how often it went wrong."""

    def tell(name: str, runs: int, bad: int) -> None:
        request.node.user_properties.append((ROW, (name, runs, bad)))

    return tell


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if not LONG:
        return
    reports = [
        each for kind in ("passed", "failed") for each in terminalreporter.stats.get(kind, [])
    ]
    rows = [value for each in reports for key, value in each.user_properties if key == ROW]
    terminalreporter.write_line("\n| what | runs | bad |\n|---|---:|---:|")
    for name, runs, bad in sorted(map(tuple, rows)):
        terminalreporter.write_line(f"| {name} | {runs:,} | {bad:,} |")


# -- a workbook for the real program


@pytest.fixture
def begun(home: Path, pack: Pack) -> Path:
    """A workbook where the program looks for it, on its third day as the program will see it."""
    path = home / "cxreset" / "reset.cxreset"
    start = date.today() - timedelta(days=2)
    settings = Settings("Dana", "Harbour & Pine", start, tuple(range(7)), None, start)
    begin_reset(path, pack, date.today, settings).file.close()
    return path


def to_touchpoint(terminal: Terminal) -> None:
    """From the first screen to the first field of a new touchpoint."""
    terminal.sees("SMALL WIN")
    terminal.press("2")
    terminal.sees("New touchpoint")
    terminal.press("n")
    terminal.sees("where the customer meets you")


def stored(path: Path, sql: str = "SELECT name FROM touchpoint") -> list[Any]:
    """One column of what is on the disk now."""
    with closing(sqlite3.connect(path, timeout=5)) as connection:
        return [value for (value,) in connection.execute(sql)]
