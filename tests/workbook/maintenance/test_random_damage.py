"""Whatever a screen calls damaged the doctor finds and names, and a repaired copy opens.

Values of any kind are written past every rule into any column of the filled sample, as another
program could; then the pages of today, of status and of the plan are made.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cxreset.base.errors import CxresetError
from cxreset.programme.model import Pack
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.status import status
from cxreset.reset.today import today_page
from cxreset.workbook.maintenance.doctor import inside
from cxreset.workbook.maintenance.repair import repair
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.tables import RECORDS, Answer, StepTick
from tests.paths import ROOT

NOW = datetime(2026, 9, 9, 12, tzinfo=UTC)
FIXTURES = ROOT / "tests" / "workbook" / "storage" / "fixtures"
FILLED = max(FIXTURES.glob("schema-*.cxreset"), key=lambda path: (len(path.stem), path.stem))
STRANGE = ("", " ", "yesterday", "2026-02-30", "2026-9-1", "31.12.2026", "0", "9,9", "0000-01-01")
STRANGE_NUMBERS = (-1, 0, 7, 2**62, -(2**62))
OWN = ("sqlite_", "undo_", "search_", "feedback_", "ledger", "version_stamp")
BY_HAND = [
    "DELETE FROM reset",
    "UPDATE reset SET start_on = '9999-12-31'",
    "UPDATE reset SET start_on = '0001-01-01'",
    "UPDATE reset SET workdays = ''",
    "UPDATE reset SET workdays = '0,0,0,0,0,0,0'",
    "UPDATE step_tick SET done_on = '2026-09-31'",
    "UPDATE action SET deadline = 'soon'",
    "UPDATE feedback SET received_on = '2026-00-00'",
    "INSERT OR REPLACE INTO holiday VALUES ('Easter', 'a day')",
    "INSERT INTO pause (first_on, last_on) VALUES ('2026-09-09', '2026-09-01')",
]
SEEDS = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 80))]


def damage(connection: sqlite3.Connection, seed: int) -> None:
    """Write a few strange values, each into one column of one row."""
    chance = random.Random(seed)
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    names = [name for (name,) in rows if not name.startswith(OWN)]
    for _ in range(chance.randrange(1, 4)):
        table = chance.choice([*names, "reset", "reset"])
        columns = connection.execute(
            "SELECT name, type FROM pragma_table_info(?)", (table,)
        ).fetchall()
        column, kind = chance.choice(columns)
        value = chance.choice(STRANGE if kind == "TEXT" else STRANGE_NUMBERS)
        with suppress(sqlite3.IntegrityError, sqlite3.OperationalError):  # such as two of one key
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = ? WHERE rowid ='
                f' (SELECT rowid FROM "{table}" ORDER BY rowid LIMIT 1 OFFSET ?)',
                (value, chance.randrange(5)),
            )


def use(reset: Reset) -> None:
    """What screens and commands read."""
    today_page(reset)
    status(reset)
    checkup_progress(reset, checkup_day(reset))
    for table in RECORDS:
        reset.book.rows(table)
    reset.book.rows(Answer), reset.book.rows(StepTick)
    reset.book.settings(), reset.book.ticks(), reset.book.meeting()


def found_damaged(path: Path, pack: Pack) -> str:
    """What the program says of it; empty when all can be read."""
    try:
        reset = open_reset(path, pack, lambda: date(2026, 9, 9))
    except CxresetError as error:
        return error.sentence
    with closing(reset.file):
        try:
            use(reset)
        except CxresetError as error:
            return error.sentence
    return ""


def check(path: Path, pack: Pack) -> None:
    sentence = found_damaged(path, pack)
    if not sentence:
        return
    troubles = [finding.text for finding in inside(path, NOW) if not finding.well]
    assert troubles, f"the doctor finds nothing, the program says: {sentence}"
    done = repair(path, NOW)
    assert found_damaged(done.path, pack) == "", (sentence, troubles, done.lines)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my.cxreset"
    shutil.copy(FILLED, path)
    open_workbook(path).close()  # brought up to date where a later layout has no fixture yet
    return path


@pytest.mark.parametrize("sql", BY_HAND)
def test_what_another_program_wrote(sql: str, path: Path, pack: Pack) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)
    check(path, pack)


@pytest.mark.parametrize("seed", SEEDS)
def test_anything_written_anywhere(seed: int, path: Path, pack: Pack) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        damage(connection, seed)
    check(path, pack)
