"""What opening each screen costs in CPU, against the whole start of the smallest Textual app.

    python -m benchmarks.screens [--rounds 3] [--steps screens,sheets,typing,palette]
                                [--again 20] [--idle 8] [--other NAME=PYTHON …]

The sample is opened on a pseudo-terminal of 100 by 32 in a home of its own, and keys are sent as a
leader sends them. A step ends when no thread of the program has anything left to do. CPU seconds
hardly depend on what else the machine does, so the ratios hold on a busy one too. `--other` runs
another installed cxreset (an older commit's environment) in turn, so that both are measured alike.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.startup import MINIMAL

RUN = "from cxreset.cli import run; run()"
QUIET = 0.8  # seconds with almost no work: a step is over
IDLE_SHARE = 0.03  # of a core; a cursor may go on blinking
LIMIT = 90.0
SCREENS = {
    "week 1": "1", "week 2": "2", "week 3": "3", "week 4": "4", "actions": "a",
    "practices": "h", "journal": "j", "share": "e", "help": "?",
}  # fmt: skip
Steps = list[tuple[str, str]]


def screens() -> Steps:
    """Each screen twice, Today between."""
    steps: Steps = []
    for name, key in SCREENS.items():
        steps += [(name, key), ("to Today", "t")] * 2
    return steps


def sheets() -> Steps:
    """Each week's worksheets forth and back, and its guidance."""
    steps: Steps = []
    for week in "1234":
        steps += [(f"week {week}", week), *((f"week {week} next sheet", "]") for _ in range(3))]
        steps += [(f"week {week} sheet again", "[") for _ in range(3)]
        steps += [(f"week {week} guidance", "g"), (f"week {week} guidance away", "g")]
    return steps


def typing() -> Steps:
    """A new line in the journal, letter by letter."""
    return [("journal", "j"), ("new line", "n"), *(("a letter", c) for c in "the shop was late")]


def palette() -> Steps:
    """The palette and its first letters."""
    return [
        ("palette", "\x10"), ("palette first letter", "s"), ("palette next letter", "h"),
        ("palette away", "\x1b"),
    ]  # fmt: skip


SETS = {"screens": screens, "sheets": sheets, "typing": typing, "palette": palette}


class Program:
    """A program on a pseudo-terminal, with the CPU clock of its process."""

    def __init__(self, command: list[str], home: str) -> None:
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(home)
            os.execvpe(command[0], command, environment(home))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 32, 100, 0, 0))
        self._clock = (~self.process << 3) | 2  # clock_getcpuclockid(3)

    def cpu(self) -> float:
        """CPU seconds of all threads so far."""
        return time.clock_gettime(self._clock)

    def memory(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.process}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def send(self, key: str) -> float:
        """Send a key and wait until all it caused is done; the CPU seconds it took."""
        before = self.cpu()
        os.write(self.terminal, key.encode())
        self.settle()
        return self.cpu() - before

    def settle(self) -> None:
        """Wait until the program has been almost idle for `QUIET` seconds."""
        limit = time.monotonic() + LIMIT
        while time.monotonic() < limit:
            before, begun = self.cpu(), time.monotonic()
            while time.monotonic() - begun < QUIET:
                self._read(0.05)
            if self.cpu() - before < IDLE_SHARE * (time.monotonic() - begun):
                return
        raise SystemExit(f"the program did not come to rest within {LIMIT:.0f} s")

    def idle(self, seconds: float) -> float:
        """Per cent of a core that it takes while nothing is pressed."""
        before, begun = self.cpu(), time.monotonic()
        while time.monotonic() - begun < seconds:
            self._read(0.05)
        return 100 * (self.cpu() - before) / (time.monotonic() - begun)

    def _read(self, seconds: float) -> None:
        if not select.select([self.terminal], [], [], seconds)[0]:
            return
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            raise SystemExit("the program ended by itself") from None
        if b"\x1b[?2026$p" in data:  # can it draw in one go? a terminal of today says yes
            os.write(self.terminal, b"\x1b[?2026;2$y")


@contextmanager
def running(command: list[str], home: str) -> Iterator[Program]:
    """The program from its start until it is at rest; ended in the end."""
    program = Program(command, home)
    try:
        program.settle()
        yield program
    finally:
        os.kill(program.process, signal.SIGKILL)
        os.waitpid(program.process, 0)
        os.close(program.terminal)


def environment(home: str) -> dict[str, str]:
    """A home of its own, a terminal of today."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return env | {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def smallest(python: str, home: str) -> float:
    """CPU seconds of the smallest Textual app's whole start."""
    with running([python, "-c", MINIMAL], home) as program:
        return program.cpu()


Figures = dict[tuple[str, str], list[float]]


def at_rest(program: Program, seconds: float) -> None:
    """Print what it takes at rest on Today, and with a cursor blinking in a field."""
    program.send("t")
    today = program.idle(seconds)
    for key in "jn":
        program.send(key)
    print(f"at rest {today:.2f} % of a core, cursor blinking {program.idle(seconds):.2f} %")


def measure(python: str, steps: Steps, again: int, idle: float) -> tuple[Figures, dict[str, float]]:
    """(step, first or later) -> CPU seconds; and memory in MB after the steps and after rounds."""
    with tempfile.TemporaryDirectory() as home:
        command = [python, "-c", f"import sys; sys.argv = ['cxreset', 'demo']; {RUN}"]
        subprocess.run(command, env=environment(home), capture_output=True, check=True)
        figures: Figures = {}
        with running(command, home) as program:
            figures["start", "first"] = [program.cpu()]
            for name, key in steps:
                when = "later" if (name, "first") in figures else "first"
                figures.setdefault((name, when), []).append(program.send(key))
            memory = {"after all steps": program.memory()}
            for _ in range(again):
                for key in SCREENS.values():
                    program.send(key)
            if again:
                memory[f"after {again} rounds more"] = program.memory()
            if idle:
                at_rest(program, idle)
        return figures, memory


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, in turn (3)")
    parser.add_argument("--steps", default="screens", help=f"of {', '.join(SETS)} (screens)")
    parser.add_argument("--again", type=int, default=0, help="rounds through all screens (0)")
    parser.add_argument("--idle", type=float, default=0, help="seconds at rest to measure (0)")
    parser.add_argument("--other", action="append", default=[], help="NAME=PYTHON of another one")
    asked = parser.parse_args()
    programs = dict(each.split("=", 1) for each in asked.other) | {"this": sys.executable}
    steps = [step for name in asked.steps.split(",") for step in SETS[name]()]
    ratios: dict[str, Figures] = {name: {} for name in programs}
    memories: dict[str, dict[str, float]] = {}
    for _ in range(asked.rounds):
        for name, python in programs.items():
            with tempfile.TemporaryDirectory() as home:
                floor = statistics.median(smallest(python, home) for _ in range(3))
            figures, memories[name] = measure(python, steps, asked.again, asked.idle)
            for step, seconds in figures.items():
                ratio = statistics.median(seconds) / floor
                ratios[name].setdefault(step, []).append(ratio)
    table(ratios, memories)


def table(ratios: dict[str, Figures], memories: dict[str, dict[str, float]]) -> None:
    """Print the medians of the ratios: a row a step, two columns a program."""
    names = list(ratios)
    print("| what | " + " | ".join(f"{name}: first | later" for name in names) + " |")
    print("|---|" + "---:|---:|" * len(names))
    for step in dict.fromkeys(step for step, _ in ratios[names[-1]]):
        cells = []
        for name in names:
            for when in ("first", "later"):
                found = ratios[name].get((step, when))
                cells.append(f"{statistics.median(found):.2f}" if found else "")
        print(f"| {step} | " + " | ".join(cells) + " |")
    for name, memory in memories.items():
        line = ", ".join(f"{what} {megabytes:.0f} MB" for what, megabytes in memory.items())
        print(f"{name}: {line}")


if __name__ == "__main__":
    main()
