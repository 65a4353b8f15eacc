"""From an older layout to a newer one: with a backup first, whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.base.errors import WorkbookUnusable
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage import layout
from cxreset.workbook.storage.backup import backups_of, fault_of
from cxreset.workbook.storage.backup_names import BEFORE_UPGRADE
from cxreset.workbook.storage.layout import TABLES, migrations
from scripts.layout import objects
from tests.paths import ROOT

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("schema-*.cxreset"))
NEXT = (
    "ALTER TABLE pain ADD COLUMN mood TEXT NOT NULL DEFAULT '';\n"
    "CREATE TABLE weather (id INTEGER PRIMARY KEY, sky TEXT NOT NULL) STRICT;\n"
    "INSERT INTO weather (sky) VALUES ('grey');\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of the present layout."""
    (tmp_path / "at").mkdir()
    file = create_workbook(tmp_path / "at" / "my.cxreset")
    Daily(file).answer("day.1", "question", "a word")
    file.close()
    return file.path


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The schema's folder with a step more."""
    folder = tmp_path / "schema"
    shutil.copytree(layout.SCHEMA, folder)
    (folder / f"{migrations()[-1][0] + 1:04}_next.sql").write_text(NEXT)
    with monkeypatch.context() as patch:
        patch.setattr(layout, "SCHEMA", folder)
        (folder / "objects.sql").write_text(objects())
    return folder


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def ledger(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT version FROM ledger ORDER BY 1")]


def test_the_tables_looked_for_at_each_start_are_those_of_the_first_layout(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert set(TABLES) <= found


@pytest.mark.parametrize("stored", FIXTURES, ids=lambda path: str(path.stem))
def test_every_stored_layout_is_brought_up_to_date(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    shutil.copy(stored, path)
    file = open_workbook(path)
    daily = Daily(file)
    assert daily.settings().name == "Dana Okafor"
    assert daily.tally()["pains"] >= 5
    assert daily.ticks()
    file.close()
    assert version(path) == migrations()[-1][0]
    assert fault_of(path) == ""
    assert [b.kind for b in backups_of(path)] == (
        [BEFORE_UPGRADE] if version(stored) < version(path) else []
    )


def test_a_step_comes_with_a_backup_its_ledger_row_and_the_words_stay(
    path: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version(path)
    monkeypatch.setattr(layout, "SCHEMA", newer)
    file = open_workbook(path)
    assert Daily(file).answers("day.1") == {"question": "a word"}
    file.close()
    assert version(path) == before + 1
    assert ledger(path) == list(range(1, before + 2))
    (kept,) = backups_of(path)
    assert kept.kind == BEFORE_UPGRADE
    assert version(kept.path) == before
    open_workbook(path).close()
    assert len(backups_of(path)) == 1, "only an upgrade makes one"


def test_without_a_backup_no_upgrade(
    path: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(layout, "SCHEMA", newer)
    (path.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(WorkbookUnusable, match="no backup could be made"):
        open_workbook(path)
    assert path.read_bytes() == before


KILLED = """
    import os, sys
    from pathlib import Path
    from cxreset.workbook.opening import open_workbook
    from cxreset.workbook.storage import connection, layout
    left = int(sys.argv[3])
    real = connection.Connection.execute
    def execute(self, sql, parameters=(), /):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real(self, sql, parameters)
    connection.Connection.execute = execute
    layout.SCHEMA = Path(sys.argv[2])
    open_workbook(Path(sys.argv[1])).close()
"""


def test_killed_at_every_statement_it_is_old_or_new(
    path: Path, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = version(path)
    whole, program = path.read_bytes(), textwrap.dedent(KILLED)
    seen = set()
    before = path.stat()
    # With the backup there from the first round on, only the upgrade itself is run and killed.
    for left in [900, *range(32), *range(32, 900, 16)]:
        path.write_bytes(whole)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        pid = os.fork()
        if pid == 0:  # a fork: a new interpreter for each would take a minute
            monkeypatch.setattr(sys, "argv", ["", str(path), str(newer), str(left)])
            try:
                exec(program, {})
            except BaseException:  # noqa: BLE001 - only the number goes back
                os._exit(5)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert code in (0, 9), left
        now = version(path)
        assert ledger(path) == list(range(1, now + 1))
        assert now == old or all(fault_of(kept.path) == "" for kept in backups_of(path))
        seen.add((now, code))
        if code == 0 and left < 900:
            break
    assert (old, 9) in seen
    assert (old + 1, 0) in seen


def test_two_that_open_it_at_once_upgrade_it_once(path: Path, newer: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cxreset.workbook.opening import open_workbook;"
        "from cxreset.workbook.storage import connection, layout;"
        "layout.SCHEMA = Path(sys.argv[2]); connection.LOCK_WAIT_SECONDS = 5;"
        "open_workbook(Path(sys.argv[1])).close()"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(newer)], cwd=ROOT)
        for _ in range(2)
    ]
    assert [one.wait(timeout=600) for one in both] == [0, 0]
    assert ledger(path) == list(range(1, version(path) + 1))
