"""A whole session in real terminals: two windows, who may read the files, no network."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Row, stored, to_touchpoint
from tests.faults.terminal import PROGRAM, Terminal
from tests.paths import ROOT

WATCH = """
import os, sys
LOUD = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
def heard(event, given):
    if event in LOUD:
        target = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
        if isinstance(target, (str, bytes)) and event.endswith(("connect", "sendto")):
            return  # a local socket
        with open(os.environ["HEARD"], "a") as file:
            file.write(f"{event} {target}\\n")
        raise OSError("there is no network here")
sys.addaudithook(heard)
"""


def test_two_windows(begun: Path, row: Row) -> None:
    with Terminal() as first, Terminal() as second:
        first.sees("SMALL WIN")
        second.sees("SMALL WIN")
        lookers: list[Terminal] = []  # whichever comes second looks on, and says so

        def one_looks() -> bool:
            first.read(0.01)
            lookers[:] = [each for each in (first, second) if "Read only" in each.text]
            return bool(lookers)

        second.until(one_looks, what="one of the two was read only")
        writer, looker = (second, first) if lookers == [first] else (first, second)
        to_touchpoint(writer)
        writer.write(b"Help desk")
        writer.until(lambda: stored(begun) == ["Help desk"], what="the edit was stored")
        looker.press("2")
        looker.sees("Help desk")
        writer.write(b" by phone")
        writer.until(lambda: stored(begun) == ["Help desk by phone"], what="the edit was stored")
        looker.until(lambda: "Help desk by p" in looker.text, what="the new words were seen")
        writer.signal(9)
        took = looker.until(lambda: "Read only" not in looker.text, what="it took over")
        looker.press("n")
        looker.sees("where the customer meets you")
        looker.write(b"mine")
        looker.until(lambda: stored(begun) == ["Help desk by phone", "mine"], what="it was stored")
    row(f"two windows; the second takes over {took:.2f} s after kill -9 of the first", 1, 0)


def run(*words: str, env: dict[str, str]) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'umask 0; exec "$@"', "sh", *PROGRAM, *words],
        env={**os.environ, **env}, cwd=env["PLACE"], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def too_open(folder: Path) -> list[str]:
    """What below a folder others may read, write or enter."""
    found = []
    for path in folder.rglob("*"):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:  # a journal is gone as soon as its change is stored
            continue
        if mode & 0o077 and not stat.S_ISLNK(mode):
            found.append(f"{path.relative_to(folder)} {mode & 0o777:o}")
    return found


@pytest.mark.long
def test_everything_is_for_this_user_alone(home: Path, tmp_path: Path, row: Row) -> None:
    """Umask 0: only what the program itself asks for keeps others out."""
    elsewhere = tmp_path / "place"
    elsewhere.mkdir()
    env = {"PLACE": str(elsewhere), "PYTHONPATH": str(ROOT)}
    run("start", "--name", "Dana", "--from", "today", "--workdays", "mon-sun", env=env)
    feedback = elsewhere / "in.csv"
    feedback.write_text("text\nIt came late\nNobody answered\n", encoding="utf-8")
    feedback.chmod(0o600)
    run("import", str(feedback), env=env)
    seen: set[str] = set()
    command = ("/bin/sh", "-c", 'umask 0; exec "$@"', "sh", *PROGRAM)
    with Terminal(command=command) as terminal:
        to_touchpoint(terminal)
        for letter in "words typed while somebody looks at the folder":
            terminal.write(letter.encode())
            terminal.read(0.02)
            seen.update(too_open(home))
        terminal.press("ctrl+q")
        assert terminal.ended() is not None, terminal.text
    run("backup", env=env)
    run("backup", "-o", str(elsewhere / "copy.cxreset"), env=env)
    run("export", "-o", str(elsewhere / "plan.html"), env=env)
    run("template", "meeting-invitation", "-o", str(elsewhere / "mail.md"), env=env)
    code = "import os; os.umask(0); from cxreset.base.crash import keep; keep(ValueError())"
    subprocess.run([sys.executable, "-c", code], env={**os.environ, **env}, check=True)
    made = {path.name for path in home.rglob("*")} | {path.name for path in elsewhere.iterdir()}
    assert {"reset.cxreset", "backups", ".reset.cxreset.lock", "cxreset.log"} <= made, made
    assert not seen.union(too_open(home), too_open(elsewhere))
    row("files and folders of a session, readable by others under umask 0", len(made), 0)


def test_the_journal_is_for_this_user_alone(begun: Path) -> None:
    """The journal holds what the file held before; it is there only while something is written."""
    code = (
        "import os, sys; os.umask(0)\n"
        "from pathlib import Path; from cxreset.workbook.opening import open_workbook\n"
        "path = Path(sys.argv[1]); file = open_workbook(path)\n"
        "with file.transaction(recorded=False) as connection:\n"
        "    connection.execute('PRAGMA cache_size = 1')\n"
        "    connection.execute('UPDATE reset SET name = ?', ('x' * 100000,))\n"
        "    journal = path.with_name(path.name + '-journal')\n"
        "    print(oct(journal.stat().st_mode & 0o777))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(begun)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "0o600"


@pytest.mark.long
def test_nothing_goes_to_the_network(begun: Path, tmp_path: Path, row: Row) -> None:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    heard = tmp_path / "heard"
    env = {"PYTHONPATH": f"{tmp_path / 'watch'}:{ROOT}", "HEARD": str(heard)}
    code = "import socket; socket.create_connection(('192.0.2.1', 9), 1)"
    subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **env}, check=False, capture_output=True
    )
    assert "192.0.2.1" in heard.read_text(encoding="utf-8")  # else the watch hears nothing
    heard.unlink()
    with Terminal(env=env) as terminal:
        to_touchpoint(terminal)
        terminal.write(b"words")
        for keys in (["a"], ["h"], ["j"], ["e"], ["1"], ["3"], ["4"], ["t"], ["f1"]):
            terminal.press("escape", *keys)
            terminal.read(0.3)
        terminal.press("ctrl+q")
        assert terminal.ended() is not None, terminal.text
    assert not heard.exists(), heard.read_text(encoding="utf-8")
    row("attempts by Python's sockets to reach the network in one session on a terminal", 1, 0)
