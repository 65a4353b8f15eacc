"""How fast it starts: `today` against an empty Python, the app against the smallest Textual app.

    make bench        (or: python benchmarks/startup.py [-n ROUNDS])

Everything runs in its own process, in turn (A B A B …), on a real pseudo-terminal for the apps;
machines are noisy, so the figure to trust is the median of the ratios within each round.
`usable` is the time from the start of the process until a key, sent as soon as the first screen
is drawn, has had its effect on the screen.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
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
PROGRAM = [sys.executable, "-c", "from cxreset.cli import run; run()"]
LIMIT = 30.0  # seconds until a run counts as failed


def wall(command: list[str], env: dict[str, str]) -> float:
    """Seconds a command takes, its output thrown away."""
    started = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def usable(command: list[str], env: dict[str, str], ready: bytes) -> float:
    """Seconds until space, sent when `ready` has been drawn, has drawn `Ticked`."""
    started = time.perf_counter()
    process, screen = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, env)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    drawn, sent = b"", False
    try:
        while time.perf_counter() - started < LIMIT:
            if select.select([screen], [], [], 0.5)[0]:
                drawn += os.read(screen, 65536)
            if not sent and ready in drawn:
                os.write(screen, b" ")
                sent = True
            if sent and b"Ticked" in drawn:
                return time.perf_counter() - started
        raise SystemExit(f"{command[:3]} did not become usable within {LIMIT:.0f} s")
    finally:
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(screen)


def row(name: str, ours: list[float], floor: list[float], bound: float) -> str:
    """One line of the table: medians in ms and the median of the ratios."""
    ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
    return (
        f"{name:<34}{statistics.median(floor) * 1000:8.0f}{statistics.median(ours) * 1000:8.0f}"
        f"{ratio:8.2f}   at most {bound}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("-n", type=int, default=11, help="rounds (11)")
    rounds = parser.parse_args().n
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "CXRESET_WORKBOOK", "CXRESET_CONTENT"):
            env.pop(name, None)
        minimal = Path(home) / "minimal.py"
        minimal.write_text(MINIMAL, encoding="utf-8")
        begin = ["start", "--name", "Bench", "--from", "today", "--workdays", "mon-sun"]
        subprocess.run([*PROGRAM, *begin], env=env, check=True, stderr=subprocess.DEVNULL)
        apps: dict[str, list[float]] = {"minimal": [], "cxreset": []}
        commands: dict[str, list[float]] = {"pass": [], "today": [], "status": []}
        for counted in range(-1, rounds):  # the first round only warms up
            found = {
                "pass": wall([sys.executable, "-c", "pass"], env),
                "today": wall([*PROGRAM, "today"], env),
                "status": wall([*PROGRAM, "status"], env),
                "minimal": usable([sys.executable, str(minimal)], env, b"ready"),
                "cxreset": usable(PROGRAM, env, b"Small win"),
            }
            subprocess.run(
                [*PROGRAM, "undone", "1.1"], env=env, stderr=subprocess.DEVNULL, check=True
            )
            if counted >= 0:
                for name, value in found.items():
                    (apps if name in apps else commands)[name].append(value)
    print(f"{'':<34}{'floor':>8}{'ours':>8}{'ratio':>8}   (ms, medians of {rounds} rounds)")
    print(row("today / python -c pass", commands["today"], commands["pass"], 4))
    print(row("status / python -c pass", commands["status"], commands["pass"], 4))
    print(row("app usable / smallest Textual app", apps["cxreset"], apps["minimal"], 1.5))


if __name__ == "__main__":
    main()
