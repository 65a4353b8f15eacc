"""What a start costs: commands against an empty Python, the app against the smallest Textual app.

    make bench        (or: python benchmarks/startup.py [-n ROUNDS] [--other NAME=PYTHON ...])

Everything runs in its own process, in turn (A B A B …), on a real pseudo-terminal for the apps;
machines are noisy, so the figure to trust is the median of the ratios within each round. Commands
are measured in CPU seconds, user and system. `paint` is the time until Today is on the screen, of a
workbook that was opened before; `usable` the time until a key, sent then, has had its effect.
`--other` runs the environment of another commit in turn, for a before and an after.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections import defaultdict
from pathlib import Path

MINIMAL = """
from textual.app import App
from textual.widgets import Footer, Header, Label

class Minimal(App):
    BINDINGS = [("space", "bump", "Bump")]

    def compose(self):
        yield Header()
        yield Label("ready", id="label")
        yield Footer()

    def action_bump(self):
        self.query_one("#label").update("Ticked")

Minimal().run()
"""
RUN = "from cxreset.cli import run; run()"
LIMIT = 30.0  # seconds until a run counts as failed
BOUNDS = {"today": 2.7, "status": 2.9, "done 1.1": 3.5, "paint": 0.1, "usable": 1.2}
COMMANDS = ("today", "status", "done 1.1")

Figures = dict[str, float]
"""What was measured -> seconds."""


def cpu(command: list[str], env: dict[str, str]) -> float:
    """CPU seconds a command takes, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, cwd=env["HOME"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class App:
    """An app on a pseudo-terminal of its own."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self._process, self._screen = pty.fork()
        if self._process == 0:
            os.chdir(env["HOME"])  # else `-c` would find the cxreset of this folder
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._drawn = b""

    def until(self, words: bytes) -> float:
        """Seconds from the start until the words are drawn."""
        while words not in self._drawn:
            passed = time.perf_counter() - self.started
            if passed > LIMIT:
                raise SystemExit(f"{words!r} was not drawn within {LIMIT:.0f} s")
            if select.select([self._screen], [], [], 0.5)[0]:
                self._drawn += os.read(self._screen, 65536)
        return time.perf_counter() - self.started

    def press(self, key: bytes) -> None:
        os.write(self._screen, key)

    def rest(self, seconds: float) -> None:
        """Let it go on for a while, as a terminal that reads what is drawn."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self._screen], [], [], 0.05)[0]:
                self._drawn += os.read(self._screen, 65536)

    def close(self) -> None:
        """Ask it to end, and see that it has."""
        os.kill(self._process, signal.SIGTERM)
        end = time.perf_counter() + LIMIT
        while os.waitpid(self._process, os.WNOHANG)[0] == 0:
            if time.perf_counter() > end:
                os.kill(self._process, signal.SIGKILL)
            if select.select([self._screen], [], [], 0.02)[0]:
                try:
                    os.read(self._screen, 65536)
                except OSError:  # it has closed its side
                    time.sleep(0.01)
        os.close(self._screen)


def shown(command: list[str], env: dict[str, str], ready: bytes) -> float:
    """Seconds until `ready` is drawn; the app ends as when its terminal is closed."""
    app = App(command, env)
    try:
        seconds = app.until(ready)
        app.rest(1.0)
        return seconds
    finally:
        app.close()


def usable(
    command: list[str], env: dict[str, str], ready: bytes, effect: bytes = b"Ticked"
) -> float:
    """Seconds until space, sent when `ready` has been drawn, has drawn `effect`."""
    app = App(command, env)
    try:
        app.until(ready)
        app.press(b" ")
        return app.until(effect)
    finally:
        app.close()


def begun(python: str, home: Path) -> dict[str, str]:
    """A home with a workbook begun by that Python's cxreset."""
    home.mkdir()
    env = dict(os.environ, HOME=str(home), TERM="xterm-256color", COLORTERM="truecolor")
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "CXRESET_WORKBOOK", "CXRESET_CONTENT"):
        env.pop(name, None)
    begin = ["start", "--name", "Bench", "--from", "today", "--workdays", "mon-sun"]
    subprocess.run([python, "-c", RUN, *begin], env=env, cwd=home, check=True, capture_output=True)
    return env


def measured(python: str, env: dict[str, str], minimal: str) -> tuple[Figures, Figures]:
    """(ours, the floor beneath each) of one round."""
    program = [python, "-c", RUN]
    ours: Figures = {}
    floor: Figures = {}
    for command in COMMANDS:
        floor[command] = cpu([python, "-c", "pass"], env)
        ours[command] = cpu([*program, *command.split()], env)
    cpu([*program, "undone", "1.1"], env)
    shown(program, env, b"SMALL WIN")  # so that the next one has a picture of it as it is now
    floor["paint"] = shown([python, minimal], env, b"ready")
    ours["paint"] = shown(program, env, b"SMALL WIN")
    floor["usable"] = usable([python, minimal], env, b"ready")
    ours["usable"] = usable(program, env, b"SMALL WIN")
    cpu([*program, "undone", "1.1"], env)
    return ours, floor


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("-n", type=int, default=11, help="rounds (11)")
    parser.add_argument("--other", action="append", default=[], metavar="NAME=PYTHON")
    words = parser.parse_args()
    pythons = {"now": sys.executable} | dict(each.split("=", 1) for each in words.other)
    ratios: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder:
        minimal = Path(folder) / "minimal.py"
        minimal.write_text(MINIMAL, encoding="utf-8")
        envs = {name: begun(python, Path(folder) / name) for name, python in pythons.items()}
        for counted in range(-1, words.n):  # the first round only warms up
            for name, python in pythons.items():
                ours, floor = measured(python, envs[name], str(minimal))
                for what in BOUNDS if counted >= 0 else ():
                    ratios[what][name].append(ours[what] / floor[what])
    print(f"medians of the ratios of {words.n} rounds")
    print(f"{'':<12}" + "".join(f"{name:>10}" for name in pythons) + "   at most")
    for what, bound in BOUNDS.items():
        figures = "".join(f"{statistics.median(ratios[what][name]):10.2f}" for name in pythons)
        print(f"{what:<12}{figures}   {bound}")


if __name__ == "__main__":
    main()
