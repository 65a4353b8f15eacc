"""Faults while the workbook is open: the screen answers, says so, keeps the words, saves later."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest

from cxreset.workbook.opening import open_workbook
from cxreset.workbook.unsaved.notes import forget_notes
from tests.faults.conftest import LONG, Row, needs_strace, stored, to_touchpoint
from tests.faults.terminal import PATIENCE_SECONDS, Terminal

HELD_SECONDS = 12.0 if LONG else 3.0
Fault = Callable[[Terminal, Path], AbstractContextManager[None]]


@contextmanager
def held(terminal: Terminal, path: Path) -> Iterator[None]:
    """Another program holds the workbook, against reading too."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def limited(terminal: Terminal, path: Path) -> Iterator[None]:
    """No file of the program may grow any more."""
    before = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (512, before[1]))
    yield
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def moved(terminal: Terminal, path: Path) -> Iterator[None]:
    """A sync client has put the workbook elsewhere."""
    elsewhere = path.with_name("elsewhere.cxreset")
    path.rename(elsewhere)
    yield
    assert not path.exists()  # nothing was made in its place
    elsewhere.rename(path)


@contextmanager
def injected(terminal: Terminal, fault: str, *paths: Path) -> Iterator[None]:
    """The kernel answers a call with an error."""
    words = ["strace", "-f", "-qq", "-p", str(terminal.pid), "-e", f"inject={fault}"]
    words += ["-e", f"trace={fault.partition(':')[0]}", "-o", "/dev/null"]
    for path in paths:
        words += ["-P", str(path)]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as tracer:
        terminal.read(0.3)
        if tracer.poll() is not None:
            pytest.skip("strace may not attach to another process here")
        yield
        tracer.send_signal(signal.SIGINT)


def full(terminal: Terminal, path: Path) -> AbstractContextManager[None]:
    return injected(terminal, "pwrite64:error=ENOSPC")


def broken(terminal: Terminal, path: Path) -> AbstractContextManager[None]:
    return injected(terminal, "fsync,fdatasync:error=EIO")


def read_only(terminal: Terminal, path: Path) -> AbstractContextManager[None]:
    journal = path.with_name(path.name + "-journal")
    return injected(terminal, "openat:error=EROFS", journal)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (f"the workbook is held elsewhere for {HELD_SECONDS:.0f} s", held),
        pytest.param("files may not grow", limited, marks=pytest.mark.long),
        pytest.param("the workbook is moved away", moved, marks=pytest.mark.long),
        pytest.param("the disk is full", full, marks=needs_strace),
        pytest.param("the disk cannot be written", broken, marks=[needs_strace, pytest.mark.long]),
        pytest.param("the folder is read-only", read_only, marks=[needs_strace, pytest.mark.long]),
    ],
)
def test_a_fault_while_open(name: str, fault: Fault, begun: Path, row: Row) -> None:
    with Terminal() as terminal:
        to_touchpoint(terminal)
        terminal.write(b"Before ")
        terminal.until(lambda: stored(begun) == ["Before "], what="the first word was stored")
        typed, slowest = "Before ", 0.0
        with fault(terminal, begun):
            began = monotonic()
            reported = False
            for letter in "and all the while after":
                typed += letter
                terminal.write(letter.encode())
                slowest = max(slowest, terminal.sees(typed[-6:].rstrip()))
                reported = reported or "Not saved" in terminal.text
                terminal.read(0.1)
            while not reported or (fault is held and monotonic() - began < HELD_SECONDS):
                assert monotonic() - began < HELD_SECONDS + PATIENCE_SECONDS, terminal.text
                reported = reported or "Not saved" in terminal.text
                terminal.read(0.1)
        terminal.until(lambda: stored(begun) == [typed], what="what was typed was stored")
        terminal.write(b"!")
        terminal.until(lambda: stored(begun) == [typed + "!"], what="the last key was stored")
    row(f"while open, {name}: slowest answer {slowest:.2f} s", 1, 0)


def test_a_workbook_that_is_gone_is_not_made_again(begun: Path, row: Row) -> None:
    with Terminal() as terminal:
        to_touchpoint(terminal)
        begun.unlink()
        terminal.write(b"words")
        terminal.sees("Not saved")
        terminal.sees("words")
        assert not begun.exists()
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() is not None
    assert not begun.exists()
    row("while open, the workbook is deleted", 1, 0)


def overwritten(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def replaced(path: Path, other: Path) -> None:
    copy = other.with_name("moving")
    copy.write_bytes(other.read_bytes())
    copy.replace(path)


@pytest.mark.parametrize("put", [overwritten, replaced])
def test_another_version_put_in_its_place_is_not_written_over(
    put: Callable[[Path, Path], None], begun: Path, row: Row
) -> None:
    with Terminal() as terminal:
        to_touchpoint(terminal)
        terminal.write(b"Till ")
        terminal.until(lambda: stored(begun) == ["Till "], what="the first word was stored")
        other = begun.with_name("other.cxreset")
        other.write_bytes(begun.read_bytes())
        terminal.write(b"queue ")
        terminal.until(lambda: stored(begun) == ["Till queue "], what="the second was stored")
        with closing(open_workbook(other)) as file, file.transaction("elsewhere") as connection:
            connection.execute("UPDATE touchpoint SET name = 'From elsewhere'")
        there = other.read_bytes()
        put(begun, other)
        terminal.write(b"is long")
        took = terminal.sees("Another version of the workbook")
        terminal.sees("Till queue is long")
        terminal.write(b"o")  # a letter decides nothing
        left = 1 if put is overwritten else 2
        terminal.write(b"\x1b[D" * left + b"\r")
        terminal.sees("Typed earlier, and not saved then")
        terminal.sees("Till queue is long")
    (kept,) = begun.parent.glob("*unsaved words.txt")
    assert "Till queue is long" in kept.read_text(encoding="utf-8")
    assert begun.read_bytes()[:24] == there[:24] and stored(begun) == ["From elsewhere"]
    row(f"while open, the workbook is {put.__name__}: said and asked in {took:.2f} s", 1, 0)


@pytest.mark.long
@pytest.mark.parametrize("noted", [True, False])
def test_stored_words_under_an_older_copy_are_shown_at_the_next_start(
    noted: bool, begun: Path, row: Row
) -> None:
    """`noted` False is the control: without the notes of the session they are nowhere."""
    older = begun.read_bytes()
    with Terminal() as terminal:
        to_touchpoint(terminal)
        backups = begun.parent / "backups"
        terminal.until(lambda: any(backups.glob("*.cxreset")), what="the first backup was made")
        terminal.write(b"Till queue")
        terminal.until(lambda: stored(begun) == ["Till queue"], what="the words were stored")
        begun.write_bytes(older)
        terminal.signal(signal.SIGKILL)
        assert terminal.ended() is not None
    if not noted:
        forget_notes(begun)
    with Terminal() as terminal:
        if noted:
            terminal.sees("Typed earlier, and not saved then")
            terminal.sees("Till queue")
        else:
            terminal.sees("SMALL WIN")
    lost = not list(begun.parent.glob("*unsaved words.txt"))
    assert lost is not noted
    name = "words stored since the last backup, an older copy written over the open workbook"
    row(name if noted else f"control: {name}, without the session's notes", 1, int(lost))
