"""A start where little is to be had: a tiny terminal, and a workbook's path that leads nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cxreset.programme.model import Pack
from cxreset.reset.reset import begin_reset
from cxreset.workbook.daily import Settings
from tests.faults.conftest import Row
from tests.faults.terminal import PATIENCE_SECONDS, PROGRAM, Terminal

TINY = (5, 20)  # rows, columns


@pytest.mark.long
def test_a_tiny_terminal_says_what_comes_first(home: Path, pack: Pack, row: Row) -> None:
    """The first start has no picture of the last one; the second has."""
    today = date.today()
    settings = Settings("Dana", "Harbour & Pine", today, tuple(range(7)), None, today)
    begin_reset(home / "cxreset" / "reset.cxreset", pack, date.today, settings).file.close()
    took = []
    for _ in range(4):
        with Terminal(size=TINY) as terminal:
            took.append(terminal.sees("FIRST"))
            assert all(len(line) <= TINY[1] for line in terminal.text.splitlines())
            terminal.press("ctrl+q")
            assert terminal.ended() is not None
    row(f"20×5: what comes first after {min(took):.2f} to {max(took):.2f} s", 4, 0)


def leads_nowhere(kind: str, path: Path) -> None:
    if kind == "a dangling link":
        path.symlink_to(path.parent / "gone" / "away.cxreset")
    elif kind == "a link to itself":
        path.symlink_to(path)
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.mkdir()


@pytest.mark.parametrize(
    "kind",
    [
        "a dangling link",
        *(pytest.param(kind, marks=pytest.mark.long) for kind in ("a link to itself", "a pipe")),
        pytest.param("a folder", marks=pytest.mark.long),
    ],
)
def test_a_path_that_leads_nowhere_is_said_and_nothing_hangs(
    kind: str, tmp_path: Path, row: Row
) -> None:
    path = tmp_path / "mine.cxreset"
    leads_nowhere(kind, path)
    words = ["--workbook", str(path)]
    for command in (["today"], ["start", "--name", "Dana"], ["doctor"], ["backup"], ["export"]):
        done = subprocess.run(
            [sys.executable, *PROGRAM[1:], *command, *words],
            capture_output=True, text=True, check=False, timeout=PATIENCE_SECONDS,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode not in (0, 70) and "Traceback" not in done.stderr, done.stderr
        assert str(path) in done.stderr + done.stdout, (command, done.stderr)
    with Terminal(*words) as terminal:
        terminal.sees(str(path)[-20:])
        terminal.press("q")
        assert terminal.ended() is not None, terminal.text
    row(f"{kind} where the workbook is to be: said, nothing hangs", 6, 0)
