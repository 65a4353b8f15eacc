"""A terminal without a screen: runs a command in a pseudo-terminal, types, and reads what it draws.

The reader knows as little as it needs: where text is put, and every sequence that is no text.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from rich.cells import cell_len

from tests.paths import ROOT

PROGRAM = (sys.executable, "-c", "from cxreset.cli import run; run()")
PATIENCE_SECONDS = 30.0  # for what should come at once: a busy machine; it ends early
KEYS = {
    "enter": b"\r", "tab": b"\t", "escape": b"\x1b", "space": b" ", "down": b"\x1b[B",
    "up": b"\x1b[A", "f1": b"\x1bOP", "f2": b"\x1bOQ", "ctrl+q": b"\x11", "ctrl+z": b"\x1a",
    "backspace": b"\x7f", "delete": b"\x1b[3~",
}  # fmt: skip
LEFT = b"\x1b[?1049l"  # the alternate screen, which every full-screen program must leave
CURSOR_SHOWN = b"\x1b[?25h"
# One thing in a stream: a CSI sequence, an OSC/DCS/APC/PM/SOS string, another escape, or text.
_PART = re.compile(
    r"(?P<csi>(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])"
    r"|(?P<string>(?:\x1b[\]P_^X]|[\x9d\x90\x9f\x9e\x98]).*?(?:\x07|\x1b\\|\x9c))"
    r"|(?P<escape>\x1b[ -/]*[0-OQ-WYZ\\`-~])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)|(?P<control>[\x00-\x1f\x7f-\x9f])",
    re.DOTALL,
)


class Drawn:
    """What a stream has drawn on a screen of so many rows."""

    def __init__(self, rows: int) -> None:
        self.lines: list[dict[int, str]] = [{} for _ in range(rows)]
        self.sequences: set[str] = set()
        self._row = self._column = 0
        self._rest = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def feed(self, data: bytes) -> None:
        text, self._rest = self._rest + self._decoder.decode(data), ""
        start = text.rfind("\x1b")
        if start >= 0 and (found := _PART.match(text, start)) and found.lastgroup == "control":
            text, self._rest = text[:start], text[start:]  # a sequence cut in two
        for part in _PART.finditer(text):
            kind, words = part.lastgroup, part.group()
            if kind == "text":
                self._put(words)
            elif words == "\r":
                self._column = 0
            elif words == "\n":
                self._row, self._column = self._row + 1, 0
            else:
                self.sequences.add(words)
                self._move(words)

    def _move(self, sequence: str) -> None:
        position = re.fullmatch(r"\x1b\[(\d*);?(\d*)H", sequence)
        if position:
            self._row, self._column = (int(number or 1) - 1 for number in position.groups())
        elif sequence == "\x1b[2J":
            for line in self.lines:
                line.clear()

    def _put(self, text: str) -> None:
        if not 0 <= self._row < len(self.lines):
            return
        for char in text:
            self.lines[self._row][self._column] = char
            self._column += cell_len(char)

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(
            "".join(line.get(column, " ") for column in range(max(line, default=-1) + 1)).rstrip()
            for line in self.lines
        )


class Terminal:
    """A command in a pseudo-terminal. Leave the `with` block and it is killed if it still runs."""

    def __init__(
        self,
        *words: str,
        command: tuple[str, ...] = PROGRAM,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (30, 100),
        folder: Path | None = None,
    ) -> None:
        settings = {**os.environ, **(env or {})}
        settings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": ":".join(
            part for part in (settings.get("PYTHONPATH", ""), str(ROOT)) if part)}  # fmt: skip
        for name in ("COLUMNS", "LINES"):  # they would be believed before the terminal's own size
            settings.pop(name, None)
        self.stream = bytearray()
        self.drawn = Drawn(size[0])
        self.code: int | None = None  # what `os.waitstatus_to_exitcode` says
        self._open = True
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if folder is not None:
                os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.execvpe(command[0], [*command, *words], settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.ended()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal's window."""
        if self._open:
            os.close(self.fd)
            self._open = False

    # -- looking

    def read(self, seconds: float) -> None:
        """Take in what is drawn for so long."""
        end = monotonic() + seconds
        while self._open and (left := end - monotonic()) > 0:
            if not select.select([self.fd], [], [], left)[0]:
                return
            try:
                more = os.read(self.fd, 65536)
            except OSError:  # the other side is closed
                sleep(min(left, 0.01))
                return
            self.stream += more
            self.drawn.feed(more)

    def until(
        self, true: Callable[[], bool], seconds: float = PATIENCE_SECONDS, what: str = ""
    ) -> float:
        """Wait until something is true; returns how many seconds it took."""
        began = monotonic()
        while not true():
            assert monotonic() - began < seconds, f"{what} not within {seconds} s:\n{self.text}"
            self.read(0.02)
        return monotonic() - began

    def sees(self, words: str, seconds: float = PATIENCE_SECONDS) -> float:
        """Wait until the screen shows `words`; returns how many seconds it took."""
        return self.until(lambda: words in self.text, seconds, f"{words!r} was")

    @property
    def text(self) -> str:
        return self.drawn.text

    # -- doing

    def press(self, *keys: str, pause: float = 0.05) -> None:
        """Press keys by name, or letters, with time to be drawn between them."""
        for key in keys:
            self.write(KEYS.get(key, key.encode()))
            self.read(0.2 if key == "escape" else pause)  # else it is Alt and the next key

    def write(self, data: bytes) -> None:
        os.write(self.fd, data)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def ended(self, seconds: float = PATIENCE_SECONDS) -> float | None:
        """Wait for the process to end; the seconds it took, or None when it has not."""
        began = monotonic()
        while monotonic() - began < seconds:
            if self.code is not None:
                return monotonic() - began
            self.read(0.01)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
                self.read(0.05)
            elif not self._open:
                sleep(0.01)
        return None
