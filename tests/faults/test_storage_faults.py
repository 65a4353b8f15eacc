"""The storage under kill -9 and under failing system calls; the harness itself can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.faults.conftest import LONG, Row, needs_strace
from tests.paths import ROOT

KILLS = 1000 if LONG else 40
# How many of an operation's faults a short run passes over for each that it tries.
STRIDES = {"save": 6, "begin": 25, "upgrade": 45, "import": 20, "undo-import": 20, "backup": 21,
           "second-copy": 15, "encrypted-copy": 60, "restore": 18,
           "undo-restore": 90, "export": 3, "export-new": 3}  # fmt: skip

# A passphrase is made slow to guess: of these a long run passes over some as well.
LONG_STRIDES = {"encrypted-copy": 12}


def harness(name: str, *words: str) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{name}", *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_no_acknowledged_edit_is_lost(row: Row) -> None:
    found = harness("killing", "--kills", str(KILLS))
    row(f"kill -9 at random while saving ({found['edits']:,} edits)", found["runs"], found["bad"])
    assert found["bad"] == 0, found["problems"]
    assert found["edits"] > KILLS  # a harness in which nothing is saved proves nothing


def test_the_harness_finds_lost_edits_without_a_journal(row: Row) -> None:
    found = harness("killing", "--kills", str(KILLS // 4), "--journal", "OFF")
    row("control: the same with the journal switched off", found["runs"], found["bad"])
    assert found["bad"] > 0


@needs_strace
@pytest.mark.parametrize(
    "operation",
    [pytest.param(name, marks=[pytest.mark.long] * (name in LONG_STRIDES)) for name in STRIDES],
)
def test_every_system_call_may_fail(operation: str, row: Row) -> None:
    stride = LONG_STRIDES.get(operation, 1) if LONG else STRIDES[operation]
    found = harness("faulty", operation, "--every", str(stride))
    row(f"a system call of “{operation}” fails or kills", found["runs"], found["bad"])
    assert found["bad"] == 0, found["problems"]
    assert found["runs"] > 3


@needs_strace
def test_failing_calls_do_harm_without_a_journal(row: Row) -> None:
    found = harness("faulty", "save", "--journal", "OFF", "--every", "1" if LONG else "3")
    row("control: “save” with the journal switched off", found["runs"], found["bad"])
    assert found["bad"] > 0
