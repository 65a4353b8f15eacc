"""A word is found in every script, written in any of the ways a reader would call the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxreset.workbook.feedback.comments import CommentRepository
from cxreset.workbook.feedback.filters import Filter
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.search import rebuild, stale
from tests.paths import ROOT
from tests.workbook.feedback.test_grouping import put

LAYOUT_4 = ROOT / "tests" / "workbook" / "storage" / "fixtures" / "schema-4.cxreset"


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[CommentRepository]:
    shutil.copyfile(LAYOUT_4, tmp_path / "book.cxreset")
    file = open_workbook(tmp_path / "book.cxreset")
    yield CommentRepository(file)
    file.close()


def found(repository: CommentRepository, words: str) -> set[str]:
    return {comment.text for comment in repository.page(repository.ids(Filter(words=words)))}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Η ΠΑΡΑΔΟΣΗ άργησε", "παράδοση"),
        ("παράδοση", "ΠΑΡΑΔΟΣΗ"),
        ("ο δρόμος", "ΔΡΟΜΟΣ"),
        ("ещё не пришло", "еще"),
        ("все еще жду", "ещё"),
        ("Café closed", "cafe"),
        ("Cafe\N{COMBINING ACUTE ACCENT} closed", "café"),
        ("Trop de r\N{LATIN SMALL LETTER E WITH ACUTE}servations", "reservations"),
        ("ıstanbul çok geç", "istanbul"),
        ("İstanbul", "istanbul"),
        ("Rück\N{SOFT HYPHEN}sendung", "rucksendung"),
        ("the \N{LATIN SMALL LIGATURE FI}rst bill", "first"),
        ("ＤＥＬＩＶＥＲＹ late", "delivery"),
        ("कपड़े में दाग", "में"),
        ("பொருள் வரவில்லை", "பொருள்"),
    ],
)
def test_what_a_reader_calls_the_same_is_found(
    repository: CommentRepository, text: str, typed: str
) -> None:
    put(repository, text)
    assert text in found(repository, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("मेरा पार्सल", "में"),  # another vowel sign is another word
        ("பார்சல்", "பொ"),
        ("unusable", "usable"),
    ],
)
def test_another_word_is_not(repository: CommentRepository, text: str, typed: str) -> None:
    put(repository, text)
    assert text not in found(repository, typed)


def test_an_older_workbook_is_indexed_anew(repository: CommentRepository) -> None:
    assert found(repository, "delivery")
    assert not stale(repository.file.connection)


def test_an_index_that_says_something_else_is_noticed(repository: CommentRepository) -> None:
    connection = repository.file.connection
    connection.execute(
        "INSERT INTO feedback_search (feedback_search, rowid, text) VALUES ('delete', 1,"
        " (SELECT lower(text) FROM feedback WHERE id = 1))"
    )
    assert stale(connection)
    with repository.file.transaction():
        rebuild(connection)
    assert not stale(connection)
