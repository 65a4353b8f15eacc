"""A read for a screen that SQLite works on for too long is ended; nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import cast

import pytest

from cxreset.base.errors import ReadStopped
from cxreset.workbook.daily import Daily
from cxreset.workbook.storage import read_limit
from cxreset.workbook.storage.connection import Connection
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.read_limit import LONGEST_LOOK_SECONDS, ReadLimit
from cxreset.workbook.undo.stopping import heard

NUMBERS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT {}) SELECT {} FROM n"
)
LONG, SHORT, EACH = (NUMBERS.format(*of) for of in ((9_000, "sum(x)"), (9, "sum(x)"), (9_000, "x")))
LOOKS = 10  # of the clock that a read is given here


@pytest.fixture
def limited(file: WorkbookFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkbookFile]:
    """A look after every thousand operations, and a clock that takes an hour for each."""
    monkeypatch.setattr(read_limit, "OPERATIONS", 1_000)
    ticks = count()
    limit = ReadLimit(LOOKS * LONGEST_LOOK_SECONDS, lambda: next(ticks) * 3_600.0)
    cast(Connection, file.connection).limit_reads(limit)
    yield file


def read(file: WorkbookFile, sql: str) -> int:
    with guarded(file.path):
        return int(file.connection.execute(sql).fetchone()[0])


def test_a_long_read_is_ended_with_a_sentence_and_the_next_is_answered(
    limited: WorkbookFile,
) -> None:
    for _ in range(2):
        with pytest.raises(ReadStopped, match="took too long and was stopped"):
            read(limited, LONG)
        assert read(limited, SHORT) == 45
    Daily(limited).answer("day.1", "question", "stored all the same")
    assert Daily(limited).answers("day.1") == {"question": "stored all the same"}


def test_without_a_limit_it_is_read_to_the_end(file: WorkbookFile) -> None:
    assert read(file, LONG) == 9_000 * 9_001 // 2


def test_what_writes_is_not_ended(limited: WorkbookFile) -> None:
    with limited.transaction() as connection:
        assert connection.execute(LONG).fetchone() == (9_000 * 9_001 // 2,)
        connection.execute("INSERT INTO pain (title) VALUES ('after it')")
    assert read(limited, "SELECT count(*) FROM pain") == 1


def test_a_read_that_somebody_can_stop_leaves_the_limit_as_it_was(limited: WorkbookFile) -> None:
    with heard(limited.connection, lambda: None):
        assert read(limited, LONG) == 9_000 * 9_001 // 2
    with pytest.raises(ReadStopped):
        read(limited, LONG)


def test_each_statement_has_its_own_time_and_work_between_rows_is_not_its(
    limited: WorkbookFile,
) -> None:
    with guarded(limited.path):
        rows = limited.connection.execute(EACH)
        fetched = 0
        for _ in rows:  # each with a statement in between, as a list that looks something up
            limited.connection.execute(SHORT).fetchone()
            fetched += 1
    assert fetched == 9_000
    limit = ReadLimit(1.0, iter([0.0, 600.0, 1_200.0]).__next__)
    limit.begin(reads=True)
    assert not limit.is_over() and not limit.is_over(), "two looks count little however far apart"
