"""Two versions grown from one base: whatever was written in either is there after the merge."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.reset.reset import Reset
from cxreset.workbook.book import Workbook
from cxreset.workbook.merging.copies import conflicted_copies, service_of
from cxreset.workbook.merging.merge import merge, preview
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.storage.backup import back_up
from cxreset.workbook.tables import Evidence, Gap, Journal, Pain, Touchpoint
from cxreset.workbook.undo.history import History

TODAY = date(2026, 9, 9)
NOON = datetime(2026, 9, 9, 12, tzinfo=UTC)


class Two(NamedTuple):
    """A workbook, and a copy of it that another machine has gone on with."""

    ours: Workbook
    theirs: Workbook

    def merge(self) -> list[str]:
        self.theirs.file.close()
        return list(merge(self.ours.file, self.theirs.file.path, TODAY).lines())


@pytest.fixture
def two(reset: Reset) -> Iterator[Two]:
    """With a pain point, a touchpoint and a comment that both have."""
    reset.book.add(Pain(title="Late", urgency=3))
    reset.book.add(Touchpoint(name="Till", promise="quick"))
    reset.comments.capture("The parcel was late", "survey", TODAY)
    back_up(reset.file.path, NOON)
    yield from split(reset)


def split(reset: Reset) -> Iterator[Two]:
    path = reset.file.path.with_name("test (Dana's conflicted copy 2026-09-09).cxreset")
    shutil.copy(reset.file.path, path)
    theirs = Workbook.open(path)
    yield Two(reset.book, theirs)
    theirs.file.close()


def test_what_each_added_and_changed_is_there(two: Two) -> None:
    two.ours.set(Pain, 1, urgency=5)
    two.ours.add(Touchpoint(name="Help chat"))
    two.theirs.set(Pain, 1, title="Late again")
    two.theirs.set(Touchpoint, 1, promise="quick and kind")
    number = two.theirs.add(Touchpoint(name="Parcel shop")).key
    gap = two.theirs.add(Gap(title="No word of delays", touchpoint_id=number, pain_id=1))
    two.theirs.add(Evidence(pain_id=1, feedback_id=1))
    assert two.merge() == [
        "Added: 1 touchpoint, 1 tied comment and 1 gap.",
        "Changed: 1 touchpoint and 1 pain point.",
    ]
    (pain,) = two.ours.rows(Pain)
    assert (pain.title, pain.urgency) == ("Late again", 5)
    names = [row.name for row in two.ours.rows(Touchpoint)]
    assert names == ["Till", "Help chat", "Parcel shop"]
    merged = two.ours.get(Gap, gap.key)
    assert merged is not None and merged.touchpoint_id == 3, "the tie follows its new number"
    assert len(two.ours.rows(Evidence)) == 1


def test_what_both_wrote_in_one_place_stands_there_twice_or_in_the_journal(two: Two) -> None:
    two.ours.set(Pain, 1, title="Late on Mondays", urgency=5)
    two.theirs.set(Pain, 1, title="Late in winter", urgency=1)
    two.merge()
    (pain,) = two.ours.rows(Pain)
    assert pain.title == "Late on Mondays / Late in winter"
    assert pain.urgency == 5
    (line,) = two.ours.rows(Journal)
    assert "P1, urgency: 1" in line.text


def test_what_one_removed_and_the_other_left_alone_is_gone(two: Two) -> None:
    two.theirs.remove(Touchpoint, 1)
    two.ours.remove(Pain, 1)
    two.theirs.add(Gap(title="Tied to what is gone here", pain_id=1))
    two.merge()
    assert two.ours.rows(Touchpoint) == [] and two.ours.rows(Pain) == []
    (gap,) = two.ours.rows(Gap)
    assert gap.pain_id is None


def test_what_one_removed_and_the_other_changed_stays(two: Two) -> None:
    two.theirs.remove(Touchpoint, 1)
    two.ours.set(Touchpoint, 1, reality="slow")
    two.ours.remove(Pain, 1)
    two.theirs.set(Pain, 1, urgency=4)
    two.merge()
    assert [row.reality for row in two.ours.rows(Touchpoint)] == ["slow"]
    assert [row.urgency for row in two.ours.rows(Pain)] == [4]


def test_without_a_base_nothing_is_removed(two: Two) -> None:
    for path in two.ours.file.path.parent.joinpath("backups").iterdir():
        path.unlink()
    two.theirs.remove(Touchpoint, 1)
    two.theirs.set(Pain, 1, problem="They wait")
    assert "nothing was removed" in two.merge()[-1]
    assert len(two.ours.rows(Touchpoint)) == 1
    assert [row.problem for row in two.ours.rows(Pain)] == ["They wait"]


def test_a_comment_taken_in_is_found_by_the_search(two: Two, reset: Reset) -> None:
    with two.theirs.file.transaction() as connection:
        connection.execute("INSERT INTO feedback (text) VALUES ('The soup was cold')")
    two.merge()
    with closing(Workbook.open(reset.file.path).file) as file:
        found = file.connection.execute(
            "SELECT rowid FROM feedback_search WHERE feedback_search MATCH 'soup'"
        ).fetchall()
    assert found == [(2,)]


def test_one_undo_takes_all_of_it_back(two: Two) -> None:
    before = _content(two.ours)
    two.theirs.set(Pain, 1, title="Late again")
    two.theirs.add(Touchpoint(name="Parcel shop"))
    two.theirs.remove(Touchpoint, 1)
    two.merge()
    assert len(two.ours.rows(Touchpoint)) == 1
    assert History(two.ours.file).undo() == f"merged {two.theirs.file.path.name}"
    assert _without_stamps(_content(two.ours)) == _without_stamps(before)


def _content(book: Workbook) -> list[str]:
    """Every row but those of undo and those of the index of words, which cannot be listed."""
    connection = book.file.connection
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'undo%' ORDER BY name"
    ).fetchall()
    return [
        f"{name} {row}"
        for (name,) in names
        for row in connection.execute(f'SELECT * FROM "{name}"')
    ]


def _without_stamps(lines: list[str]) -> list[str]:
    internal = ("version_stamp", "sqlite_sequence", "feedback_search", "draft")
    return [line for line in lines if not any(name in line for name in internal)]


def test_a_preview_changes_nothing(two: Two) -> None:
    two.theirs.set(Pain, 1, title="Late again")
    two.theirs.file.close()
    before = two.ours.file.path.read_bytes()
    found = preview(two.ours.file, two.theirs.file.path, TODAY)
    assert found.changed == {"pain": 1}
    assert two.ours.file.path.read_bytes() == before


def test_another_workbook_is_refused(two: Two, tmp_path: Path) -> None:
    other = tmp_path / "stranger.cxreset"
    create_workbook(other, lambda file: _begin(file.connection.execute)).close()
    with pytest.raises(UsageError, match="has not grown from this workbook"):
        merge(two.ours.file, other, TODAY)


def _begin(execute: Callable[[str], object]) -> None:
    execute("INSERT INTO reset (id, start_on, created_on) VALUES (1, '2026-09-07', '2026-01-07')")


# -- what lies beside it


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("my (Dana's conflicted copy 2026-11-28).cxreset", "Dropbox"),
        ("my (DANA-PC conflicted copy).cxreset", "Dropbox"),
        ("my.sync-conflict-20261128-193000-ABCDEFG.cxreset", "Syncthing"),
        ("my (conflicted copy 2026-11-28 193000).cxreset", "Nextcloud"),
        ("my_conflict-20261128-193000.cxreset", "Nextcloud"),
        ("my (SFConflict dana@example.com 2026-11-28-19-30-00).cxreset", "Seafile"),
        ("my (1).cxreset", "Google Drive"),
        ("my 2.cxreset", "iCloud"),
        ("my-DANA-PC.cxreset", "OneDrive"),
        ("my.Conflict.cxreset", "Resilio Sync"),
        ("my [conflicted 2].cxreset", "pCloud"),
        ("my.cxreset", ""),
        ("myself.cxreset", ""),
        ("my.2026-11-28.cxreset", ""),
    ],
)
def test_names_of_conflicted_copies(name: str, service: str) -> None:
    assert service_of(Path("my.cxreset"), Path(name)) == service


def test_a_copy_is_offered_until_it_is_merged(two: Two) -> None:
    assert conflicted_copies(two.ours.file) == [], "it holds nothing that is not here"
    two.theirs.set(Pain, 1, title="Late again")
    (copy,) = conflicted_copies(two.ours.file)
    assert (copy.path, copy.service) == (two.theirs.file.path, "Dropbox")
    two.merge()
    assert conflicted_copies(two.ours.file) == []


# -- any edits on two copies of one base

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "remove"]),
        st.integers(1, 4),
        st.text(st.characters(categories=["L", "N"]), min_size=3, max_size=8),
    ),
    max_size=6,
)


def edit(book: Workbook, edits: list[tuple[str, int, str]]) -> None:
    for kind, number, text in edits:
        row = book.get(Touchpoint, number)
        if kind == "add":
            book.add(Touchpoint(name=text, promise=f"promise of {text}"))
        elif kind == "change" and row is not None:
            book.set(Touchpoint, number, promise=text)
        elif row is not None:
            book.remove(Touchpoint, number)


def rows(book: Workbook) -> list[tuple[int, str, str]]:
    return [(row.key, row.name, row.promise) for row in book.rows(Touchpoint)]


@settings(max_examples=25)
@given(ours=EDITS, theirs=EDITS, with_base=st.booleans())
def test_nothing_of_either_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    ours: list[tuple[str, int, str]],
    theirs: list[tuple[str, int, str]],
    with_base: bool,
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    path, copy = folder / "my.cxreset", folder / "my 2.cxreset"
    with closing(create_workbook(path, lambda file: _begin(file.connection.execute))) as file:
        mine = Workbook(file)
        mine.add(Touchpoint(name="base one", promise="one"))
        mine.add(Touchpoint(name="base two", promise="two"))
        base = {key: (name, promise) for key, name, promise in rows(mine)}
        if with_base:
            back_up(path, NOON)
        shutil.copy(path, copy)
        edit(mine, ours)
        with closing(Workbook.open(copy).file) as other:
            edit(Workbook(other), theirs)
            there = rows(Workbook(other))
        here = rows(mine)
        merge(file, copy, TODAY)
        text = "\n".join(f"{name} {promise}" for _, name, promise in rows(mine))
        text += "\n".join(line.text for line in mine.rows(Journal))
    for key, name, promise in (*here, *there):
        if base.get(key) != (name, promise):  # written since the base, by either
            assert name in text and promise in text
