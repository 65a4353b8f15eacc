"""The repository of comments: filters as the model has them, imports whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import NotSaved, WorkbookBusy
from cxreset.workbook.feedback.bulk_insert import BATCH, MANY
from cxreset.workbook.feedback.comments import (
    Batch,
    Cancelled,
    CommentRepository,
    Counts,
    Filter,
)
from cxreset.workbook.feedback.incoming import AT_ONCE, by_column
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.search import stale
from tests.examples import examples
from tests.workbook.feedback.model import Remark, filters, in_order, remarks

DAY = date(2026, 9, 7)
BATCH_OF = Batch("own.csv", "f" * 64, DAY, "other", "comment", "", "1-5")


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


def put(repository: CommentRepository, *rows: Row) -> None:
    repository.store(BATCH_OF, by_column(rows), lambda: Counts(len(rows), 0, 0))


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[CommentRepository]:
    file = create_workbook(tmp_path / "a.cxreset")
    with file.transaction() as connection:
        connection.executemany("INSERT INTO pain (title) VALUES (?)", [("one",), ("two",)])
    yield CommentRepository(file)
    file.close()


@settings(
    max_examples=examples(100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(remarks, max_size=8), wanted=filters)
def test_filters(repository: CommentRepository, rows: list[Remark], wanted: Filter) -> None:
    connection = repository.file.connection
    connection.execute("PRAGMA synchronous = OFF")
    with repository.file.transaction():
        connection.execute("DELETE FROM feedback")
        put(
            repository,
            *(Row(n, row.text, row.on, row.channel, row.rating) for n, row in enumerate(rows, 1)),
        )
    numbered = dict(zip(repository.ids(), rows, strict=True))
    for number, row in numbered.items():
        for tied in row.pains:
            assert repository.toggle_tie(number, tied)
        if row.preventable is not None:
            repository.mark_preventable(number, row.preventable)
        connection.execute("UPDATE feedback SET seen = ? WHERE id = ?", (row.seen, number))
    groups: dict[int, list[int]] = {}
    for number, row in numbered.items():
        groups.setdefault(row.says, []).append(number)
    for first, *others in groups.values():
        for other in others:
            connection.execute("UPDATE feedback SET group_id = ? WHERE id = ?", (first, other))

    expected = in_order(numbered, wanted)
    assert list(repository.ids(wanted)) == expected
    page = repository.page(expected)
    assert [comment.id for comment in page] == expected
    for comment in page:
        row = numbered[comment.id]
        assert (comment.text, comment.channel, comment.seen) == (row.text, row.channel, row.seen)
        assert comment.preventable is row.preventable
        assert repository.members(comment.id) == groups[row.says]
        assert comment.voices == repository.group_size(comment.id) == len(groups[row.says])
        assert set(comment.pains) == {f"P{tied}" for tied in row.pains}
    assert not stale(connection)
    assert sum(total for total, _ in repository.channel_counts().values()) == len(rows)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("%", ["100% true"]),
        ("_", ["snake_case"]),
        ("\\", ["back\\slash"]),
        ("100%", ["100% true"]),
        ("back\\sl", ["back\\slash"]),
        ("case", ["snake_case"]),
        ("0%", []),
        ('pla" OR "true', []),
        ("pla* NEAR", []),
        ("text : plain", []),
        ("' OR 1=1 --", []),
        ("TRUE 100", ["100% true"]),
        ("\udcff", []),
    ],
)
def test_search_words_are_literal(
    repository: CommentRepository, words: str, found: list[str]
) -> None:
    put(repository, *(Row(1, text) for text in ("100% true", "snake_case", "back\\slash", "plain")))
    assert [
        comment.text for comment in repository.page(repository.ids(Filter(words=words)))
    ] == found


def test_half_characters_are_stored_as_the_replacement_sign(repository: CommentRepository) -> None:
    put(repository, Row(1, "a\udcff", customer="\ud800", category="\udfff", cells=("a\udcff",)))
    number = repository.capture("b\udcff", "chat", None)
    assert [comment.text for comment in repository.page(repository.ids())] == ["a\ufffd", "b\ufffd"]
    (raw,) = repository.file.connection.execute("SELECT raw FROM feedback WHERE id = 1").fetchone()
    assert raw == "a\ufffd"
    assert number == 2


def test_captured_by_hand(repository: CommentRepository) -> None:
    number = repository.capture("The lift was out again", "call", DAY)
    comment = repository.get(number)
    assert comment is not None
    assert (comment.source, comment.seen, comment.received_on) == (
        "captured by hand",
        True,
        "2026-09-07",
    )
    with pytest.raises(NotSaved):
        repository.capture("x", "fax", None)
    repository.remove(number)
    assert repository.get(number) is None
    assert repository.capture("next", "call", None) == number + 1


@pytest.mark.parametrize("gone", ["mark_seen", "remove", "mark_preventable", "toggle_tie"])
def test_what_is_gone_is_said(repository: CommentRepository, gone: str) -> None:
    arguments = {"mark_preventable": (9, True), "toggle_tie": (9, 1)}.get(gone, (9,))
    with pytest.raises(NotSaved):
        getattr(repository, gone)(*arguments)


def test_a_tie_to_a_pain_that_is_gone(repository: CommentRepository) -> None:
    put(repository, Row(1, "x"))
    with pytest.raises(NotSaved):
        repository.toggle_tie(1, 9)
    comment = repository.get(1)
    assert comment is not None
    assert not comment.seen, "the whole of a refused change is taken back"


def test_ties_toggle(repository: CommentRepository) -> None:
    put(repository, Row(1, "x"))
    assert repository.toggle_tie(1, 2)
    assert repository.pains() == [(1, "one", 0, False), (2, "two", 1, False)]
    assert not repository.toggle_tie(1, 2)
    assert repository.pains()[1][2] == 0


@pytest.mark.parametrize("at", [1, 2])
def test_an_import_stopped_stores_nothing(repository: CommentRepository, at: int) -> None:
    heard: list[int] = []

    def tell(stored: int) -> bool:
        heard.append(stored)
        return len(heard) < at

    before = repository.file.path.read_bytes()
    with pytest.raises(Cancelled):
        repository.store(
            BATCH_OF,
            by_column(Row(n, "x") for n in range(BATCH + 1)),
            lambda: Counts(0, 0, 0),
            tell,
        )
    assert heard == [BATCH, BATCH + 1][:at]
    assert repository.file.path.read_bytes() == before
    assert repository.earlier_import(BATCH_OF.sha256) is None


def test_a_row_that_cannot_be_stored_takes_the_whole_import_back(
    repository: CommentRepository,
) -> None:
    with pytest.raises(NotSaved):
        put(repository, Row(1, "fine"), Row(2, "wrong", channel="fax"))

    def broken() -> Iterator[Row]:
        yield Row(1, "fine")
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="pulled out"):
        repository.store(BATCH_OF, by_column(broken()), lambda: Counts(0, 0, 0))
    assert len(repository.ids()) == 0
    put(repository, Row(1, "fine"))
    assert repository.earlier_import(BATCH_OF.sha256) == ("own.csv", DAY, 1)


def test_a_large_import_holds_few_rows_at_a_time(repository: CommentRepository) -> None:
    connection, waiting = repository.file.connection, []

    def rows() -> Iterator[Row]:
        for number in range(MANY + 3 * AT_ONCE + 1):
            if number > MANY:
                (stored,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
                waiting.append(number - stored)
            yield Row(number, f"x {number}")

    repository.store(BATCH_OF, by_column(rows()), lambda: Counts(0, 0, 0))
    assert max(waiting) < AT_ONCE
    assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (
        MANY + 3 * AT_ONCE + 1,
    )


def test_a_page_keeps_its_order_and_leaves_out_what_is_gone(repository: CommentRepository) -> None:
    put(repository, *(Row(n, str(n), rating=n / 2) for n in range(1, 5)))
    repository.remove(2)
    page = repository.page([4, 2, 1])
    assert [(comment.text, comment.rating) for comment in page] == [("4", 2.0), ("1", 0.5)]
    assert page[0].source == "own.csv, row 4"
    assert repository.page([]) == []


def test_reading_a_held_workbook_is_a_sentence(
    tmp_path: Path, repository: CommentRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.file.connection.execute("PRAGMA busy_timeout = 20")
    other = open_workbook(repository.file.path)
    other.connection.execute("BEGIN EXCLUSIVE")
    for read in (
        repository.ids,
        repository.channel_counts,
        repository.pains,
        lambda: repository.get(1),
    ):
        with pytest.raises(WorkbookBusy):
            read()
    other.close()
