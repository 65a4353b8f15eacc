"""Marks, the practice of the week, ticks by day, and a fire that becomes a pain point."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import NotFound, NotSaved, WorkbookDamaged
from cxreset.workbook import checkup
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.journal import counts, make_pain, pain_of
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.tables import CheckupMark, Journal, Pain

DAY = date(2026, 9, 7)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    made = create_workbook(tmp_path / "a.cxreset")
    yield made
    made.close()


def test_marks_are_kept_by_day_changed_and_taken_back(file: WorkbookFile) -> None:
    checkup.set_mark(file, 1, "silos", 2, 4)
    checkup.set_mark(file, 1, "silos", 1, 3)
    checkup.set_mark(file, 29, "silos", 1, 5)
    checkup.set_mark(file, 1, "silos", 2, 2)
    assert checkup.marks(file, 1) == {"silos": {1: 3, 2: 2}}
    assert checkup.marks(file, 29) == {"silos": {1: 5}}
    checkup.set_mark(file, 1, "silos", 1, None)
    assert checkup.marks(file, 1) == {"silos": {2: 2}}
    with pytest.raises(NotSaved):
        checkup.set_mark(file, 1, "silos", 2, 6)
    rows = Workbook(file).rows(CheckupMark)
    assert [(row.day, row.statement, row.mark) for row in rows] == [(1, 2, 2), (29, 1, 5)]


def test_a_practice_is_taken_up_for_seven_days(file: WorkbookFile) -> None:
    assert checkup.taken(file) is None
    checkup.take(file, "promise-audit", DAY)
    checkup.take(file, "micro-wins", date(2026, 9, 8))
    held = checkup.taken(file)
    assert held == checkup.Taken("micro-wins", date(2026, 9, 8))
    assert [held.holds(date(2026, 9, day)) for day in (7, 8, 14, 15)] == [False, True, True, False]
    with file.transaction() as connection:
        connection.execute("UPDATE practice_choice SET taken_on = 'soon'")
    with pytest.raises(WorkbookDamaged, match="date"):
        checkup.taken(file)


def test_ticks_are_told_by_day_also_outside_the_thirty(file: WorkbookFile) -> None:
    daily, late = Daily(file), date(2026, 11, 2)
    daily.tick_practice("micro-wins", 3, DAY)
    for on in (late, date(2026, 11, 3)):
        daily.tick_practice("micro-wins", checkup.day_key(None, on), on)
    days = checkup.practice_days(file)["micro-wins"]
    assert days[3] == DAY
    assert sorted(on for number, on in days.items() if number < 0) == [late, date(2026, 11, 3)]


def test_a_fire_that_returns_becomes_one_pain_point(file: WorkbookFile) -> None:
    book = Workbook(file)
    fire = book.add(
        Journal(written_on=DAY, kind="fire", text="A van left\nwithout papers. Third time.")
    )
    book.add(Journal(written_on=DAY, kind="win", text="\n\u3000"))
    assert pain_of(book, fire.key) is None
    pain = make_pain(book, fire.key)
    assert pain.title == "A van left without papers"
    found = pain_of(book, fire.key)
    assert found is not None
    assert found.ref == pain.ref
    book.remove(Pain, pain.key)
    assert pain_of(book, fire.key) is None
    assert counts(file) == {"fire": 1}  # a line without words is not counted
    with pytest.raises(NotFound):
        make_pain(book, 99)
    assert book.rows(Pain) == []


def test_the_small_win_of_today_is_a_line_of_the_journal(file: WorkbookFile) -> None:
    Daily(file).write_win(DAY, "The stamp worked.")
    (line,) = Workbook(file).rows(Journal)
    Workbook(file).set(Journal, line.key, text="The new stamp worked.")
    assert Daily(file).win(DAY) == "The new stamp worked."
    assert counts(file) == {"win": 1}
