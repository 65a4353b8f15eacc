"""The last picture of Today at once: only while it is true, and the terminal as it was after."""

from __future__ import annotations

import os
import select
import sys
import time
from pathlib import Path

import pytest

from cxreset.base.first_frame import frame_path, load, save, stamp
from cxreset.cli import main
from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from tests.paths import ROOT

DAY = "2026-09-09"


def valid(reset: Reset, day: str = DAY, columns: int = 80, rows: int = 24) -> str:
    return stamp(str(reset.file.path), day, columns, rows)


def test_a_picture_is_shown_while_nothing_has_changed(reset: Reset) -> None:
    path = str(reset.file.path)
    save(path, valid(reset), "the picture\r\nof Today")
    assert load(path, valid(reset)) == "the picture\r\nof Today"
    assert Path(frame_path(path)).stat().st_mode & 0o777 == 0o600


def test_any_change_takes_it_away(reset: Reset, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(reset.file.path)
    save(path, valid(reset), "the picture")
    assert load(path, valid(reset, day="2026-09-10")) == ""
    assert load(path, valid(reset, columns=120)) == ""
    assert load(path, valid(reset, rows=40)) == ""
    with monkeypatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        assert load(path, valid(reset)) == ""
    assert load(path, valid(reset)) == "the picture"
    tick(reset, "listen.review")
    assert load(path, valid(reset)) == ""


def test_no_picture_of_a_workbook_in_the_middle_of_a_change(reset: Reset) -> None:
    journal = Path(f"{reset.file.path}-journal")
    journal.write_bytes(b"half")
    assert valid(reset) == ""
    journal.unlink()
    assert valid(reset) != ""


def test_no_picture_of_what_is_no_workbook(tmp_path: Path) -> None:
    assert stamp(str(tmp_path / "none"), DAY, 80, 24) == ""
    (tmp_path / "text").write_text("words")
    assert stamp(str(tmp_path / "text"), DAY, 80, 24) == ""


def test_switched_off_the_old_picture_goes(reset: Reset, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(reset.file.path)
    save(path, valid(reset), "the picture")
    monkeypatch.setenv("CXRESET_NO_FIRST_FRAME", "1")
    save(path, valid(reset), "another")
    assert not Path(frame_path(path)).exists()


pty = pytest.importorskip("pty", reason="a system without pseudo-terminals")


DRAWN = b"SMALL WIN"  # on Today, however narrow


class Terminal:
    """The program on a pseudo-terminal of 80 by 24."""

    def __init__(self, program: str) -> None:
        import fcntl
        import struct
        import termios

        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(ROOT)
            os.execv(sys.executable, [sys.executable, "-c", program])
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.shown = b""

    def until(self, words: bytes | None) -> bytes:
        """What was written, once `words` are among it; to the end for None."""
        limit = time.monotonic() + 60
        while words is None or words not in self.shown:
            readable, _, _ = select.select([self.end], [], [], max(0, limit - time.monotonic()))
            assert readable, self.shown[-400:]
            try:
                self.shown += os.read(self.end, 65536)
            except OSError:  # it has ended
                assert words is None, self.shown[-400:]
                break
        return self.shown

    def type(self, keys: bytes) -> None:
        os.write(self.end, keys)


PROGRAM = "from cxreset.cli import run; run()"
WITHOUT_SCREEN = f"import sys; sys.modules['textual'] = None; {PROGRAM}"


@pytest.fixture
def left_once(home: Path) -> None:
    """A workbook whose screen was opened and left once."""
    assert main(["start", "--name", "Dana"]) == 0
    first = Terminal(PROGRAM)
    first.until(DRAWN)
    first.type(b"\x11")
    first.until(None)
    os.waitpid(first.process, 0)
    assert list(home.rglob(".reset.cxreset.frame"))


@pytest.mark.usefixtures("left_once")
def test_it_is_there_before_the_screens_are_loaded() -> None:
    second = Terminal(WITHOUT_SCREEN)
    written = second.until(None)
    _, status = os.waitpid(second.process, 0)
    assert DRAWN in written, "the picture needs no Textual"
    assert os.waitstatus_to_exitcode(status) == 1
    shown, hidden = written.index(b"\x1b[?1049h"), written.index(b"\x1b[?1049l")
    assert shown < written.index(DRAWN) < hidden < written.index(b"Something went wrong")


@pytest.mark.usefixtures("left_once")
def test_it_is_kept_when_the_terminal_is_closed(home: Path) -> None:
    (frame,) = home.rglob(".reset.cxreset.frame")
    frame.unlink()
    second = Terminal(PROGRAM)
    second.until(DRAWN)
    time.sleep(0.5)  # until it heeds signals: before that the system ends it
    os.close(second.end)
    os.waitpid(second.process, 0)
    assert DRAWN.decode() in frame.read_text()


@pytest.mark.usefixtures("left_once")
def test_keys_typed_meanwhile_arrive() -> None:
    second = Terminal(PROGRAM)
    second.until(DRAWN)
    second.type(b"j")
    second.until(b"New")
    second.type(b"\x11")
    second.until(None)
    _, status = os.waitpid(second.process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
