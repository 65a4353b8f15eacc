"""Copies from before there were stamps: which have grown from one workbook, and which have not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import NamedTuple

import pytest

from cxreset.base.errors import UsageError
from cxreset.reset.reset import Reset
from cxreset.workbook.book import Workbook
from cxreset.workbook.merging.copies import conflicted_copies
from cxreset.workbook.merging.merge import merge
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.tables import Pain, Touchpoint

TODAY = date(2026, 9, 9)


class Two(NamedTuple):
    """A workbook, and a copy of it that another machine has gone on with."""

    ours: Workbook
    theirs: Workbook


@contextmanager
def unstamped(reset: Reset, *changes: str) -> Iterator[Two]:
    """Both as copies of an older layout are, with a pain point each of their own; theirs after
    these changes too."""
    reset.book.add(Pain(title="Late"))
    reset.book.add(Touchpoint(name="Till"))
    path = reset.file.path
    reset.file.close()
    other = path.with_name("test (conflicted copy 2026-09-09).cxreset")
    shutil.copy(path, other)
    for each, statements in ((path, ()), (other, changes)):
        own = f"INSERT INTO pain (title) VALUES ('Only in {each.stem}')"
        with closing(connect(each)) as connection:
            for statement in ("DELETE FROM version_stamp", own, *statements):
                connection.execute(statement)
    ours, theirs = Workbook.open(path), Workbook.open(other)
    with closing(ours.file), closing(theirs.file):
        yield Two(ours, theirs)


def titles(book: Workbook) -> set[str]:
    return {pain.title for pain in book.rows(Pain)}


def test_one_that_changed_its_name_is_still_a_copy(reset: Reset) -> None:
    with unstamped(reset, "UPDATE reset SET name = 'Bo', organisation = 'Quay & Co'") as two:
        assert not conflicted_copies(two.ours.file), "nothing was written since"
        two.theirs.set(Pain, 1, urgency=4)
        assert len(conflicted_copies(two.ours.file)) == 1
        both = titles(two.ours) | titles(two.theirs)
        assert len(both) == 3
        merge(two.ours.file, two.theirs.file.path, TODAY)
        assert titles(two.ours) == both


@pytest.mark.parametrize(
    "changes",
    [
        ("UPDATE pain SET title = 'Rude'", "UPDATE touchpoint SET name = 'Help chat'"),
        ("UPDATE reset SET created_on = '2026-01-07'",),
    ],
    ids=["nothing in common", "begun on another day"],
)
def test_one_of_another_name_is_a_stranger(reset: Reset, changes: tuple[str, ...]) -> None:
    with unstamped(reset, "UPDATE reset SET name = 'Bo'", *changes) as two:
        before = titles(two.ours)
        with pytest.raises(UsageError, match="has not grown from this workbook"):
            merge(two.ours.file, two.theirs.file.path, TODAY)
        assert titles(two.ours) == before


def test_one_that_holds_only_another_name_is_taken_in(reset: Reset) -> None:
    empty = ("DELETE FROM pain", "DELETE FROM touchpoint")
    with unstamped(reset, "UPDATE reset SET name = 'Bo'", *empty) as two:
        before = titles(two.ours)
        merge(two.ours.file, two.theirs.file.path, TODAY)
        assert titles(two.ours) == before
