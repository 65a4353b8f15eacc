"""Values that a screen cannot read: the doctor finds and names each, a repaired copy opens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cxreset.cli import main
from cxreset.programme.model import Pack
from cxreset.reset.reset import open_reset
from cxreset.workbook.maintenance.repair import repair
from cxreset.workbook.maintenance.values import wrong_values

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
WRONG = {  # what another program wrote: how the doctor names it
    "UPDATE reset SET start_on = '2026-02-30'": "start_on is “2026-02-30”, which is no date",
    "UPDATE reset SET workdays = 'mon'": "workdays is “mon”, which is no list of working days",
    "UPDATE reset SET workdays = '0,,8'": "workdays is “0,,8”, which is no list of working days",
    "INSERT INTO step_tick VALUES ('a.b', 'yesterday')": "step_tick a.b: done_on is “yesterday”",
    "INSERT INTO action (title, deadline) VALUES ('Call', '1.2.2026')": "deadline is “1.2.2026”",
    "INSERT INTO journal (written_on, text) VALUES ('', 'a win')": "written_on is “”",
    "INSERT INTO feedback (text, received_on) VALUES ('slow', '2026-13-01')": "“2026-13-01”",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my.cxreset"
    assert main(["start", "--name", "Dana", "--workbook", str(path)]) == 0
    return path


@pytest.mark.parametrize("sql", WRONG)
def test_each_is_named_and_a_copy_opens(
    sql: str, path: Path, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert wrong_values(connection) == []
        connection.execute(sql)
    assert main(["doctor", "--workbook", str(path)]) == 1
    assert WRONG[sql] in capsys.readouterr().out
    done = repair(path, NOW)
    assert any(WRONG[sql] in line for line in done.lines), "what was there is said"
    reset = open_reset(done.path, pack, lambda: date(2026, 11, 28))
    assert reset.calendar.days and reset.settings
    assert wrong_values(reset.file.connection) == []
    reset.file.close()


@pytest.mark.parametrize("days", ["0", "0,1,2,3,4", "6,0,1,2,3", "2,4"])
def test_working_days_that_are_some(days: str, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE reset SET workdays = ?", (days,))
        assert wrong_values(connection) == []
