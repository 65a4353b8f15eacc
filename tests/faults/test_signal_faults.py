"""Asked to end or to pause: the words typed just before are kept, and the terminal is put right."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from time import sleep

import pytest

from tests.faults.conftest import Row, stored, to_touchpoint
from tests.faults.terminal import CURSOR_SHOWN, LEFT, Terminal
from tests.paths import ROOT


def restored(terminal: Terminal) -> bool:
    """Was the alternate screen left, and the cursor shown after the last time it was hidden?"""
    stream = bytes(terminal.stream)
    hidden = stream.rfind(b"\x1b[?25l")
    return stream.rfind(LEFT) > stream.rfind(b"\x1b[?1049h") and stream.rfind(CURSOR_SHOWN) > hidden


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_order(asked: signal.Signals, begun: Path, row: Row) -> None:
    with Terminal() as terminal:
        to_touchpoint(terminal)
        terminal.write(b"typed just before")
        terminal.sees("typed just before")
        terminal.signal(asked)
        took = terminal.ended()
        assert took is not None, terminal.text
        assert restored(terminal)
        assert terminal.code == 128 + asked
    assert stored(begun) == ["typed just before"]
    row(f"{asked.name}: words kept, terminal restored, gone in {took:.2f} s", 1, 0)


@pytest.mark.long
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_beside_two_endless_loops(
    asked: signal.Signals, begun: Path, row: Row
) -> None:
    with ExitStack() as running, Terminal() as terminal:
        to_touchpoint(terminal)
        for _ in range(2):
            loop = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            running.callback(loop.wait)
            running.callback(loop.kill)
        terminal.write(b"typed just before")
        terminal.sees("typed just before")
        terminal.signal(asked)
        took = terminal.ended()
        assert took is not None, terminal.text
        assert restored(terminal)
    assert stored(begun) == ["typed just before"]
    row(f"{asked.name} beside two endless loops: words kept, gone in {took:.2f} s", 1, 0)


SLOW_TO_STORE = """
import asyncio, os, signal, time
from cxreset.tui.shell import signals
signals.PATIENCE_SECONDS = 0.1
def leave(code):
    time.sleep(0.5)  # a busy machine, a slow disk
    print("stored", flush=True)
async def main():
    signals.on_signals(leave, lambda: None)
    os.kill(os.getpid(), signal.SIGHUP)
    await asyncio.sleep(60)  # the terminal is gone, and holds it for ever
asyncio.run(main())
"""


def test_storing_is_not_cut_short_by_the_wait_for_the_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_TO_STORE], capture_output=True, text=True, cwd=ROOT
    )
    assert (done.stdout, done.returncode) == ("stored\n", 128 + signal.SIGHUP), done.stderr


def test_a_closed_terminal_ends_it_in_order(begun: Path, row: Row) -> None:
    with Terminal() as terminal:
        to_touchpoint(terminal)
        terminal.write(b"typed just before")
        terminal.sees("typed just before")
        terminal.hang_up()
        took = terminal.ended()
        assert took is not None
    assert stored(begun) == ["typed just before"]
    row(f"the terminal's window is closed: words kept, gone in {took:.2f} s", 1, 0)


def test_it_can_be_suspended_and_resumed(begun: Path, row: Row) -> None:
    def state() -> str:
        status = Path(f"/proc/{terminal.pid}/stat").read_text(encoding="utf-8")
        return status.rpartition(")")[2].split()[0]

    with Terminal() as terminal:
        to_touchpoint(terminal)
        terminal.write(b"typed just before")
        terminal.sees("typed just before")
        terminal.signal(signal.SIGTSTP)
        terminal.until(lambda: state() == "T", what="it was stopped")
        terminal.read(0.1)
        assert restored(terminal)
        assert stored(begun) == ["typed just before"]
        terminal.signal(signal.SIGCONT)
        terminal.until(lambda: not restored(terminal), what="it was drawn again")
        sleep(0.3)
        terminal.write(b" and after")
        terminal.until(
            lambda: stored(begun) == ["typed just before and after"], 3, "the rest was stored"
        )
    row("suspended and resumed: words kept, terminal restored and drawn again", 1, 0)
