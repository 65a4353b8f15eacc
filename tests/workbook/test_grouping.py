"""Groups of comments that say the same, and the search index, through all that can happen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight import duplicates
from cxreset.workbook import grouping, storing
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.doctor import inside
from cxreset.workbook.feedback import Batch, Cancelled, Counts, FeedbackShelf, Filter
from cxreset.workbook.file import WorkbookFile
from cxreset.workbook.grouping import Find, Folded
from cxreset.workbook.repair import repair
from cxreset.workbook.search import rebuild, stale
from cxreset.workbook.undo import History

DAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 8, 12).astimezone()
FIND = Find(duplicates.plain, duplicates.groups)


class Row(NamedTuple):
    row_number: int
    text: str
    received_on: date | None = None
    channel: str = "other"
    rating: float | None = None
    customer: str = ""
    category: str = ""
    raw: dict[str, str] = {}


def put(shelf: FeedbackShelf, *texts: str, on: date | None = DAY, customer: str = "") -> Folded:
    rows = [Row(at, text, on, customer=customer) for at, text in enumerate(texts, 1)]
    batch = Batch("own.csv", "f" * 64, DAY, "other", "comment")
    return shelf.store(batch, rows, lambda: Counts(len(rows), 0, 0), find=FIND)


def found(shelf: FeedbackShelf, words: str) -> list[int]:
    return list(shelf.ids(Filter(words=words)))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[FeedbackShelf]:
    begun = Settings("Dana", "", DAY, (0, 1, 2, 3, 4), None, DAY)
    file = WorkbookFile.create(tmp_path / "a.cxreset", lambda file: Daily(file).begin(begun))
    yield FeedbackShelf(file)
    file.close()


@pytest.fixture(params=[grouping.NEAR, 2])
def near(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many, and so few that what is equal is grouped by the table put aside."""
    monkeypatch.setattr(grouping, "NEAR", request.param)
    return int(request.param)


def test_new_ones_join_the_groups_of_older_imports(shelf: FeedbackShelf, near: int) -> None:
    assert put(shelf, "Good", "Late again", "good!") == Folded(1, 1, 0)
    assert put(shelf, "GOOD", "Refund is slow", "late again.") == Folded(2, 2, 0)
    assert [shelf.group_size(number) for number in range(1, 7)] == [3, 2, 3, 3, 1, 2]
    assert shelf.members(4) == [1, 3, 4]
    assert list(shelf.ids(Filter(grouped=True))) == [1, 2, 5]
    assert list(shelf.ids(Filter(grouped=True), 2)) == [1, 2]
    assert [comment.voices for comment in shelf.page([1, 2, 5])] == [3, 2, 1]


def test_taking_an_import_back_leaves_older_comments_as_they_were(
    shelf: FeedbackShelf, near: int
) -> None:
    put(shelf, "Good", "Late again")
    before = shelf.file.connection.execute("SELECT * FROM feedback").fetchall()
    put(shelf, "good", "late again")
    after = shelf.file.connection.execute("SELECT * FROM feedback").fetchall()
    history = History(shelf.file)
    assert history.undo() == "imported own.csv"
    assert shelf.file.connection.execute("SELECT * FROM feedback").fetchall() == before
    assert found(shelf, "good") == [1]
    history.redo()
    assert shelf.file.connection.execute("SELECT * FROM feedback").fetchall() == after
    assert found(shelf, "good") == [1, 3]
    assert not stale(shelf.file.connection)


def test_a_group_that_was_split_stays_split(shelf: FeedbackShelf, near: int) -> None:
    put(shelf, "Good", "good", "Good!")
    assert shelf.split_group(2) == 3
    assert [shelf.group_size(number) for number in (1, 2, 3)] == [1, 1, 1]
    assert put(shelf, "good", "GOOD") == Folded(1, 1, 0)
    assert shelf.members(5) == [4, 5]
    history = History(shelf.file)
    history.undo()
    assert history.undo() == "split the group of C2"
    assert shelf.members(2) == [1, 2, 3]


def test_a_group_outlives_its_first(shelf: FeedbackShelf, near: int) -> None:
    put(shelf, "Good", "good", "GOOD")
    shelf.remove(1)
    put(shelf, "good.")
    assert shelf.members(4) == [2, 3, 4]
    assert list(shelf.ids(Filter(grouped=True))) == [2]
    assert shelf.page([2])[0].voices == 3


def test_what_an_earlier_file_had_is_counted(shelf: FeedbackShelf, near: int) -> None:
    put(shelf, "Good", "Late again", customer="c1")
    assert put(shelf, "Good", "late again", "new", customer="c1") == Folded(2, 2, 1)
    assert put(shelf, "Good", customer="c2").repeated == 0
    put(shelf, "Fine", on=None)
    assert put(shelf, "Fine", on=None).repeated == 0, "neither day nor customer tells it is one"


def test_stopping_while_grouping_stores_nothing(shelf: FeedbackShelf) -> None:
    heard: list[int] = []

    def find(texts: object, known: int, go_on: object) -> list[int]:
        assert callable(go_on)
        heard.append(0)
        go_on()
        raise AssertionError("it went on")

    rows = [Row(at, "Good") for at in range(3)]
    batch = Batch("own.csv", "f" * 64, DAY, "other", "comment")
    with pytest.raises(Cancelled):
        shelf.store(
            batch,
            rows,
            lambda: Counts(3, 0, 0),
            lambda stored: not heard,
            Find(duplicates.plain, find),
        )
    assert len(shelf.ids()) == 0
    assert not stale(shelf.file.connection)


def test_an_index_set_aside_during_an_import_is_there_again(
    shelf: FeedbackShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH", 2)
    monkeypatch.setattr(storing, "MANY", 4)
    put(shelf, *(f"word{at}" for at in range(9)))
    assert len(shelf.ids(Filter(newest_first=True))) == 9
    assert shelf.file.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four comments are a large import already."""
    monkeypatch.setattr(storing, "BATCH", 2)
    monkeypatch.setattr(storing, "MANY", 4)


NEARLY = ("The parcel came late again", "Good", "The parcel came laet again", "good!", "Fine")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("at_hand", [100, 1])
def test_a_large_import_groups_what_is_equal_and_leaves_the_rest(
    shelf: FeedbackShelf, monkeypatch: pytest.MonkeyPatch, at_hand: int
) -> None:
    monkeypatch.setattr(grouping, "AT_HAND", at_hand)
    put(shelf, "GOOD")
    assert put(shelf, *NEARLY) == Folded(2, 1, 0, rest=True)
    assert shelf.members(1) == [1, 3, 5]
    assert shelf.group_size(2) == 1
    assert put(shelf, "fine", "new").rest is False
    assert shelf.members(6) == [6, 7]
    assert grouping.ungrouped(shelf.file) == [2]
    assert grouping.fold_rest(shelf.file, FIND, lambda: None) == 1
    assert shelf.members(4) == [2, 4]
    assert shelf.members(1) == [1, 3, 5]
    assert grouping.ungrouped(shelf.file) == []
    assert grouping.fold_rest(shelf.file, FIND, lambda: None) == 0
    history = History(shelf.file)
    assert history.undo() == history.undo() == "imported own.csv"
    assert list(shelf.ids()) == [1]
    history.redo()
    assert shelf.members(4) == [2, 4]
    assert not stale(shelf.file.connection)


@pytest.mark.usefixtures("large")
def test_grouping_the_rest_can_be_stopped_and_taken_up(
    shelf: FeedbackShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "WRITTEN", 1)
    put(shelf, *NEARLY, "The refund is stuck in the bank", "The refund is stcuk in the bank")
    asked: list[int] = []

    def go_on() -> None:
        asked.append(shelf.group_size(3) - 1 + shelf.group_size(7) - 1)
        if asked[-1]:
            raise Cancelled

    with pytest.raises(Cancelled):
        grouping.fold_rest(shelf.file, FIND, go_on)
    assert asked[-1] == 1, "it stopped between two transactions"
    assert grouping.ungrouped(shelf.file) == [1]
    assert grouping.fold_rest(shelf.file, FIND, lambda: None) > 0
    assert (shelf.group_size(3), shelf.group_size(7)) == (2, 2)
    assert grouping.ungrouped(shelf.file) == []


@pytest.mark.usefixtures("large")
def test_who_was_set_apart_stays_apart_when_the_rest_is_grouped(shelf: FeedbackShelf) -> None:
    put(shelf, *NEARLY)
    shelf.split_group(2)
    assert grouping.fold_rest(shelf.file, FIND, lambda: None) == 1
    assert shelf.group_size(2) == shelf.group_size(4) == 1


@pytest.mark.usefixtures("large")
def test_a_large_import_leaves_the_layout_as_it_was(shelf: FeedbackShelf) -> None:
    layout = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    before = shelf.file.connection.execute(layout).fetchall()
    put(shelf, *(f"word{at}" for at in range(9)))
    assert shelf.file.connection.execute(layout).fetchall() == before
    number = shelf.capture("a zebra", "call", None)
    assert found(shelf, "zebra") == [number], "the triggers are at work again"


@given(st.dictionaries(st.text(), st.text(), max_size=5))
def test_the_row_is_kept_as_it_came(raw: dict[str, str]) -> None:
    assert json.loads(storing.as_json(raw)) == {name: cell for name, cell in raw.items() if cell}


@given(st.text())
def test_plain_words_do_not_hang_on_case_or_signs(text: str) -> None:
    assert duplicates.plain(text.upper().lower()) == duplicates.plain(text.upper().lower().strip())
    if text.isascii():
        assert duplicates.plain(text) == duplicates.plain(text.upper())


def test_search_follows_every_change(shelf: FeedbackShelf) -> None:
    book, history = Workbook(shelf.file), History(shelf.file)
    number = shelf.capture("The lift was out", "call", None)
    assert found(shelf, "lift") == [number]
    book.set(t.Feedback, number, text="The stairs were wet")
    assert (found(shelf, "lift"), found(shelf, "stair")) == ([], [number])
    history.undo()
    assert (found(shelf, "lift"), found(shelf, "stair")) == ([number], [])
    book.remove(t.Feedback, number)
    assert found(shelf, "lift") == []
    history.undo()
    assert found(shelf, "lift") == [number]
    book.add(t.Feedback(text="Lift again"))
    with closing(WorkbookFile.open(shelf.file.path)) as other:  # another window
        theirs = FeedbackShelf(other)
        assert len(theirs.ids(Filter(words="lift"))) == 2
        theirs.remove(number)
    assert found(shelf, "lift") == [number + 1]
    assert not stale(shelf.file.connection)


def test_the_doctor_sees_a_stale_index_and_repair_mends_it(shelf: FeedbackShelf) -> None:
    put(shelf, "late again")
    path = shelf.file.path
    assert all(finding.well for finding in inside(path, NOW))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE search_switch SET noting = 0")
        other.execute("UPDATE feedback SET text = 'something else'")
        other.execute("UPDATE search_switch SET noting = 1")
    before = path.read_bytes()
    said = [finding.text for finding in inside(path, NOW) if not finding.well]
    assert said and "search index" in said[0]
    assert path.read_bytes() == before
    with closing(WorkbookFile.open(repair(path, NOW).path)) as mended:
        assert list(FeedbackShelf(mended).ids(Filter(words="something"))) == [1]
        assert not stale(mended.connection)
    with shelf.file.transaction(recorded=False) as connection:
        rebuild(connection)
    assert found(shelf, "something") == [1]
