"""The row that a comment came from is stored once, and can be read whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cxreset.workbook.feedback.comments import Batch, CommentRepository, Counts
from cxreset.workbook.feedback.incoming import by_column
from cxreset.workbook.feedback.original import as_line, as_lines, original_row, row_of
from cxreset.workbook.opening import create_workbook

CELLS = st.text('ab\t\n\r\\N"é', max_size=4)
HEADER = ("Id", "Their\twords", "Back\\slash")
DAY = date(2026, 9, 7)


@given(st.lists(st.tuples(st.tuples(CELLS, CELLS, CELLS), st.booleans()), min_size=1))
def test_every_row_is_read_as_it_was_written(rows: list[tuple[tuple[str, ...], bool]]) -> None:
    """In most the comment is one of the cells; in others it was cleaned."""
    texts = [cells[1] if same else "another" for cells, same in rows]
    lines = as_lines([cells for cells, _ in rows], texts)
    header = as_line(HEADER)
    for (cells, _), text, line in zip(rows, texts, lines, strict=True):
        assert row_of(line, header, text) == dict(zip(HEADER, cells, strict=True))


def test_the_words_are_not_stored_twice() -> None:
    assert as_lines([("7", "late", "x")], ["late"]) == ["7\t\\N\tx"]


def test_a_row_of_an_older_layout_and_none_at_all() -> None:
    assert row_of('{"Id": "7", "Words": "late"}', "", "late") == {"Id": "7", "Words": "late"}
    assert row_of("", "", "said on the phone") == {}


def test_the_row_behind_a_comment(tmp_path: Path) -> None:
    file = create_workbook(tmp_path / "a.cxreset")
    repository = CommentRepository(file)
    cells = ("7", "It came late", "a\\b")
    row = (3, "It came late", DAY, "call", None, "", "", cells, "", False)
    batch = Batch("own.csv", "f" * 64, DAY, "other", "Their\twords", columns=HEADER)
    repository.store(batch, by_column([row]), lambda: Counts(1, 0, 0))
    number = repository.capture("said on the phone", "call", None)
    assert original_row(file, 1) == dict(zip(HEADER, cells, strict=True))
    assert original_row(file, number) == {}
    assert original_row(file, 99) == {}
    file.close()
