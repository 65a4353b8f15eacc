"""The program as a process of its own: pipes that close, terminals that lack the marks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxreset.cli import main
from tests.paths import ROOT

CALL = [sys.executable, "-c", "from cxreset.cli import run; run()"]


@pytest.fixture(autouse=True)
def begun(home: Path) -> None:
    assert main(["start", "--name", "Dana"]) == 0


@pytest.mark.parametrize(
    "words", [["today"], ["export", "--format", "html", "-o", "-"]], ids=["little", "much"]
)
def test_a_reader_that_has_seen_enough(words: list[str]) -> None:
    with subprocess.Popen(
        [*CALL, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as called:
        assert called.stdout is not None
        assert called.stderr is not None
        called.stdout.close()
        assert called.stderr.read() == b""
    assert called.returncode == 141  # as a shell says of a program that nobody listens to


def test_a_terminal_that_lacks_the_marks() -> None:
    result = subprocess.run(
        [*CALL, "today"],
        env=dict(os.environ) | {"PYTHONIOENCODING": "ascii"},
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Next      1.1" in result.stdout


def test_the_exit_code_is_the_shell_s() -> None:
    result = subprocess.run(
        [*CALL, "done", "9.9"], cwd=ROOT, capture_output=True, timeout=600, check=False
    )
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.startswith(b"cxreset: ")
