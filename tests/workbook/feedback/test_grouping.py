"""Groups of comments that say the same, and the search index, through all that can happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight import duplicates
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.feedback import bulk_insert, grouping
from cxreset.workbook.feedback.comments import (
    Batch,
    Cancelled,
    CommentRepository,
    Counts,
    Filter,
)
from cxreset.workbook.feedback.grouping import Find, Folded
from cxreset.workbook.feedback.incoming import by_column
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.search import stale
from cxreset.workbook.undo.history import History

DAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 8, 12).astimezone()
FIND = Find(duplicates.keys, duplicates.groups)


class Row(NamedTuple):
    row_number: int
    text: str
    received_on: date | None = None
    channel: str = "other"
    rating: float | None = None
    customer: str = ""
    category: str = ""
    cells: tuple[str, ...] = ()
    title: str = ""
    approximate: bool = False


def put(
    repository: CommentRepository, *texts: str, on: date | None = DAY, customer: str = ""
) -> Folded:
    rows = [Row(at, text, on, customer=customer) for at, text in enumerate(texts, 1)]
    batch = Batch("own.csv", "f" * 64, DAY, "other", "comment")
    return repository.store(batch, by_column(rows), lambda: Counts(len(rows), 0, 0), find=FIND)


def found(repository: CommentRepository, words: str) -> list[int]:
    return list(repository.ids(Filter(words=words)))


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[CommentRepository]:
    begun = Settings("Dana", "", DAY, (0, 1, 2, 3, 4), None, DAY)
    file = create_workbook(tmp_path / "a.cxreset", lambda file: Daily(file).begin(begun))
    yield CommentRepository(file)
    file.close()


@pytest.fixture(params=[grouping.NEAR, 2])
def near(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many, and so few that what is equal is grouped by the table put aside."""
    monkeypatch.setattr(grouping, "NEAR", request.param)
    return int(request.param)


def test_new_ones_join_the_groups_of_older_imports(
    repository: CommentRepository, near: int
) -> None:
    assert put(repository, "Good", "Late again", "good!") == Folded(1, 1, 0)
    assert put(repository, "GOOD", "Refund is slow", "late again.") == Folded(2, 2, 0)
    assert [repository.group_size(number) for number in range(1, 7)] == [3, 2, 3, 3, 1, 2]
    assert repository.members(4) == [1, 3, 4]
    assert list(repository.ids(Filter(grouped=True))) == [1, 2, 5]
    assert list(repository.ids(Filter(grouped=True), 2)) == [1, 2]
    assert [comment.voices for comment in repository.page([1, 2, 5])] == [3, 2, 1]


def test_taking_an_import_back_leaves_older_comments_as_they_were(
    repository: CommentRepository, near: int
) -> None:
    put(repository, "Good", "Late again")
    before = repository.file.connection.execute("SELECT * FROM feedback").fetchall()
    put(repository, "good", "late again")
    after = repository.file.connection.execute("SELECT * FROM feedback").fetchall()
    history = History(repository.file)
    assert history.undo() == "imported own.csv"
    assert repository.file.connection.execute("SELECT * FROM feedback").fetchall() == before
    assert found(repository, "good") == [1]
    history.redo()
    assert repository.file.connection.execute("SELECT * FROM feedback").fetchall() == after
    assert found(repository, "good") == [1, 3]
    assert not stale(repository.file.connection)


def test_a_group_that_was_split_stays_split(repository: CommentRepository, near: int) -> None:
    put(repository, "Good", "good", "Good!")
    assert repository.split_group(2) == 3
    assert [repository.group_size(number) for number in (1, 2, 3)] == [1, 1, 1]
    assert put(repository, "good", "GOOD") == Folded(1, 1, 0)
    assert repository.members(5) == [4, 5]
    history = History(repository.file)
    history.undo()
    assert history.undo() == "split the group of C2"
    assert repository.members(2) == [1, 2, 3]


def test_a_group_outlives_its_first(repository: CommentRepository, near: int) -> None:
    put(repository, "Good", "good", "GOOD")
    repository.remove(1)
    put(repository, "good.")
    assert repository.members(4) == [2, 3, 4]
    assert list(repository.ids(Filter(grouped=True))) == [2]
    assert repository.page([2])[0].voices == 3


def test_what_an_earlier_file_had_is_counted(repository: CommentRepository, near: int) -> None:
    put(repository, "Good", "Late again", customer="c1")
    assert put(repository, "Good", "late again", "new", customer="c1") == Folded(2, 2, 1)
    assert put(repository, "Good", customer="c2").repeated == 0
    put(repository, "Fine", on=None)
    assert put(repository, "Fine", on=None).repeated == 0, (
        "neither day nor customer tells it is one"
    )


def test_stopping_while_grouping_stores_nothing(repository: CommentRepository) -> None:
    heard: list[int] = []

    def find(texts: object, known: int, go_on: object) -> list[int]:
        assert callable(go_on)
        heard.append(0)
        go_on()
        raise AssertionError("it went on")

    rows = [Row(at, "Good") for at in range(3)]
    batch = Batch("own.csv", "f" * 64, DAY, "other", "comment")
    with pytest.raises(Cancelled):
        repository.store(
            batch,
            by_column(rows),
            lambda: Counts(3, 0, 0),
            lambda stored: not heard,
            Find(duplicates.keys, find),
        )
    assert len(repository.ids()) == 0
    assert not stale(repository.file.connection)


def test_an_index_set_aside_during_an_import_is_there_again(
    repository: CommentRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_insert, "BATCH", 2)
    monkeypatch.setattr(bulk_insert, "MANY", 4)
    put(repository, *(f"word{at}" for at in range(9)))
    assert len(repository.ids(Filter(newest_first=True))) == 9
    assert repository.file.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four comments are a large import already."""
    monkeypatch.setattr(bulk_insert, "BATCH", 2)
    monkeypatch.setattr(bulk_insert, "MANY", 4)


NEARLY = ("The parcel came late again", "Good", "The parcel came laet again", "good!", "Fine")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("at_hand", [100, 1])
def test_a_large_import_groups_what_is_equal_and_leaves_the_rest(
    repository: CommentRepository, monkeypatch: pytest.MonkeyPatch, at_hand: int
) -> None:
    monkeypatch.setattr(grouping, "AT_HAND", at_hand)
    put(repository, "GOOD")
    assert put(repository, *NEARLY) == Folded(2, 1, 0, rest=True)
    assert repository.members(1) == [1, 3, 5]
    assert repository.group_size(2) == 1
    assert put(repository, "fine", "new").rest is False
    assert repository.members(6) == [6, 7]
    assert grouping.ungrouped(repository.file) == [2]
    assert grouping.fold_rest(repository.file, FIND, lambda: None) == 1
    assert repository.members(4) == [2, 4]
    assert repository.members(1) == [1, 3, 5]
    assert grouping.ungrouped(repository.file) == []
    assert grouping.fold_rest(repository.file, FIND, lambda: None) == 0
    history = History(repository.file)
    assert history.undo() == history.undo() == "imported own.csv"
    assert list(repository.ids()) == [1]
    history.redo()
    assert repository.members(4) == [2, 4]
    assert not stale(repository.file.connection)


@pytest.mark.usefixtures("large")
def test_grouping_the_rest_can_be_stopped_and_taken_up(
    repository: CommentRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "WRITTEN", 1)
    put(repository, *NEARLY, "The refund is stuck in the bank", "The refund is stcuk in the bank")
    asked: list[int] = []

    def go_on() -> None:
        asked.append(repository.group_size(3) - 1 + repository.group_size(7) - 1)
        if asked[-1]:
            raise Cancelled

    with pytest.raises(Cancelled):
        grouping.fold_rest(repository.file, FIND, go_on)
    assert asked[-1] == 1, "it stopped between two transactions"
    assert grouping.ungrouped(repository.file) == [1]
    assert grouping.fold_rest(repository.file, FIND, lambda: None) > 0
    assert (repository.group_size(3), repository.group_size(7)) == (2, 2)
    assert grouping.ungrouped(repository.file) == []


@pytest.mark.usefixtures("large")
def test_who_was_set_apart_stays_apart_when_the_rest_is_grouped(
    repository: CommentRepository,
) -> None:
    put(repository, *NEARLY)
    repository.split_group(2)
    assert grouping.fold_rest(repository.file, FIND, lambda: None) == 1
    assert repository.group_size(2) == repository.group_size(4) == 1


@pytest.mark.usefixtures("large")
def test_a_large_import_leaves_the_layout_as_it_was(repository: CommentRepository) -> None:
    layout = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    before = repository.file.connection.execute(layout).fetchall()
    put(repository, *(f"word{at}" for at in range(9)))
    assert repository.file.connection.execute(layout).fetchall() == before
    number = repository.capture("a zebra", "call", None)
    assert found(repository, "zebra") == [number], "the triggers are at work again"


@given(st.lists(st.text("ab \n:é'"), min_size=1))
def test_keys_are_the_same_for_the_same_words(texts: list[str]) -> None:
    plain = [duplicates.plain(text).replace(" ", "").encode() for text in texts]
    assert duplicates.keys(texts) == plain


@given(st.text())
def test_plain_words_do_not_hang_on_case_or_signs(text: str) -> None:
    assert duplicates.plain(text.upper().lower()) == duplicates.plain(text.upper().lower().strip())
    if text.isascii():
        assert duplicates.plain(text) == duplicates.plain(text.upper())


def test_search_follows_every_change(repository: CommentRepository) -> None:
    book, history = Workbook(repository.file), History(repository.file)
    number = repository.capture("The lift was out", "call", None)
    assert found(repository, "lift") == [number]
    book.set(t.Feedback, number, text="The stairs were wet")
    assert (found(repository, "lift"), found(repository, "stair")) == ([], [number])
    history.undo()
    assert (found(repository, "lift"), found(repository, "stair")) == ([number], [])
    book.remove(t.Feedback, number)
    assert found(repository, "lift") == []
    history.undo()
    assert found(repository, "lift") == [number]
    book.add(t.Feedback(text="Lift again"))
    with closing(open_workbook(repository.file.path)) as other:  # another window
        theirs = CommentRepository(other)
        assert len(theirs.ids(Filter(words="lift"))) == 2
        theirs.remove(number)
    assert found(repository, "lift") == [number + 1]
    assert not stale(repository.file.connection)
