"""Pains that are joined take everything along that was tied to them, and undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import NotFound, NotSaved
from cxreset.workbook import suggestions, tables
from cxreset.workbook.book import Workbook
from cxreset.workbook.journal import make_pain, pain_of
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.pains import join
from cxreset.workbook.suggestions import DROPPED, OPEN, Decision
from cxreset.workbook.tables import Action, Feedback, Fix, Gap, Insight, Journal, Pain
from cxreset.workbook.thread import tied_to
from cxreset.workbook.undo.history import History


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Workbook]:
    file = create_workbook(tmp_path / "my.cxreset")
    yield Workbook(file)
    file.close()


def tied_pains(book: Workbook) -> tuple[int, int]:
    """Two pains; to the second is tied whatever can be tied to one."""
    kept = book.add(Pain(title="Late")).key
    line = book.add(Journal(written_on=date(2026, 9, 9), kind="fire", text="Too late."))
    dropped = make_pain(book, line.key).key
    comment = book.add(Feedback(text="It came late."))
    book.tie(dropped, [comment.key])
    for row in (Gap(pain_id=dropped), Fix(pain_id=dropped), Action(pain_id=dropped)):
        book.add(row)
    book.add(Insight(pain_id=dropped))
    for table in (tables.Decision, tables.AgendaItem, tables.Why):
        book.add(table(pain_id=dropped))
    suggestions.accept(book.file, "driver:late", dropped)
    return kept, dropped


def test_joining_takes_every_tie_along(book: Workbook) -> None:
    kept, dropped = tied_pains(book)
    everything = tied_to(book, dropped)
    assert everything == ["1 comment", "G1", "F1", "A1", "1 insight", "1 journal line"]
    join(book, dropped, kept)
    assert tied_to(book, kept) == everything
    assert suggestions.decisions(book.file) == {"driver:late": Decision(pain_id=kept)}
    assert (pain := pain_of(book, 1)) is not None and pain.key == kept
    assert book.get(Pain, dropped) is None
    assert History(book.file).undo() == f"joined P{dropped} with P{kept}"
    assert tied_to(book, dropped) == everything and tied_to(book, kept) == []
    assert suggestions.decisions(book.file) == {"driver:late": Decision(pain_id=dropped)}


def pain_columns(book: Workbook) -> list[tuple[str, str]]:
    """(table, column) of everything in the file that refers to a pain."""
    read = book.file.connection.execute
    tables = [name for (name,) in read("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        (table, row[3])
        for table in tables
        for row in read(f'PRAGMA foreign_key_list("{table}")')
        if row[2] == "pain"
    ]


def test_joining_forgets_no_column_that_refers_to_a_pain(book: Workbook) -> None:
    kept, dropped = tied_pains(book)

    def rows(pain: int) -> dict[tuple[str, str], int]:
        return {
            (table, column): book.file.connection.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?',
                (pain,),
            ).fetchone()[0]
            for table, column in pain_columns(book)
        }

    before = rows(dropped)
    assert len(before) >= 7 and all(before.values()), "a new column: tie one in tied_pains"
    join(book, dropped, kept)
    assert rows(kept) == before and not any(rows(dropped).values())


def test_the_quote_chosen_for_a_pain_goes_along_and_a_removed_one_is_forgotten(
    book: Workbook,
) -> None:
    kept, dropped = tied_pains(book)
    book.set(Pain, dropped, quote_id=1)
    join(book, dropped, kept)
    pain = book.get(Pain, kept)
    assert pain is not None and pain.quote_id == 1
    book.remove(Feedback, 1)
    pain = book.get(Pain, kept)
    assert pain is not None and pain.quote_id is None
    History(book.file).undo()
    pain = book.get(Pain, kept)
    assert pain is not None and pain.quote_id == 1


def test_deleting_cuts_every_tie_and_keeps_the_rows(book: Workbook) -> None:
    _, dropped = tied_pains(book)
    book.remove(Pain, dropped)
    assert suggestions.decisions(book.file) == {"driver:late": Decision()}
    assert pain_of(book, 1) is None and book.count(Journal) == 1
    History(book.file).undo()
    assert suggestions.decisions(book.file) == {"driver:late": Decision(pain_id=dropped)}
    assert pain_of(book, 1) is not None


def test_a_join_with_one_that_is_gone_changes_nothing(book: Workbook) -> None:
    kept, dropped = tied_pains(book)
    with pytest.raises(NotFound):
        join(book, dropped, 99)
    assert len(tied_to(book, dropped)) == 6 and tied_to(book, kept) == []


def test_a_decision_takes_the_one_before_back_and_the_name_stays(book: Workbook) -> None:
    file, pain = book.file, book.add(Pain()).key
    suggestions.name(file, "a", "My name")
    suggestions.accept(file, "a", pain)
    suggestions.put(file, "a", DROPPED)
    assert suggestions.decisions(file)["a"] == Decision("My name", DROPPED)
    suggestions.merge(file, "a", "b")
    assert suggestions.decisions(file)["a"] == Decision("My name", merged_into="b")
    suggestions.merge(file, "b", "c")
    assert suggestions.decisions(file)["a"].merged_into == "c", "guests come along"
    suggestions.put(file, "a", OPEN)
    assert suggestions.decisions(file)["a"] == Decision("My name")
    with pytest.raises(NotSaved):
        suggestions.accept(file, "a", 99)
