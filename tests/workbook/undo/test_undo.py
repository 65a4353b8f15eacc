"""Whatever was done, undone in full, gives the first state; redone in full, the last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import NotSaved
from cxreset.workbook import tables as t
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.nouns import NOUNS
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.search import stale
from cxreset.workbook.undo import log, replay
from cxreset.workbook.undo.stopping import Cancelled
from tests.examples import examples
from tests.workbook.undo.hands import DAY, Hands, Ops, numbers
from tests.workbook.undo.operations import BASE, operations


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("undo") / "empty.cxreset"
    begun = Settings("Dana", "", DAY, (0, 1, 2, 3, 4), None, DAY)
    create_workbook(path, lambda file: Daily(file).begin(begun)).close()
    return path.read_bytes()


@pytest.fixture
def hands(tmp_path: Path, empty: bytes) -> Iterator[Hands]:
    (tmp_path / "a.cxreset").write_bytes(empty)
    made = Hands(tmp_path / "a.cxreset")
    yield made
    made.file.close()


def there_and_back(path: Path, doings: Ops, *, reopen: bool) -> None:
    """Do all, undo all, redo all; compare every table at both ends and on the way."""
    hands = Hands(path)
    try:
        first = hands.state()
        for doing in doings:
            if doing == ("undo",):
                hands.history.undo()
            else:
                hands.do(*doing)
        last, depth = hands.state(), hands.history.depth()
        for _ in range(2):
            for going, end in ((hands.history.undo, first), (hands.history.redo, last)):
                if reopen:
                    hands.file.close()
                    hands = Hands(path)
                    going = getattr(hands.history, going.__name__)
                # What had been undone before all this can be redone too, but is not part of `last`.
                for _ in range(depth):
                    assert going()
                assert hands.history.depth() == (0 if end is first else depth)
                assert hands.state() == end
        assert hands.file.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert not stale(hands.file.connection)
    finally:
        hands.file.close()


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=st.lists(operations, max_size=20), based=st.booleans(), reopen=st.booleans())
@example([("remove", t.Pain, 1), ("undo",), ("import", ["x"])], True, True)
@example([("undo",)], True, False)
@example([("drop", 1), ("join", 1, 2), ("replace", "new")], True, False)
def test_undone_in_full_and_redone(
    tmp_path: Path, empty: bytes, doings: Ops, based: bool, reopen: bool
) -> None:
    path = tmp_path / f"{next(numbers)}.cxreset"
    path.write_bytes(empty)
    there_and_back(path, (BASE if based else []) + doings, reopen=reopen)
    path.unlink()


def test_every_table_goes_there_and_back(tmp_path: Path, empty: bytes) -> None:
    path = tmp_path / "all.cxreset"
    path.write_bytes(empty)
    everything = [table for table in t.RECORDS if table is not t.ImportBatch]
    doings: Ops = [("add", table, "x", None) for table in everything]
    doings += [("set", table, 1, "y", 1) for table in everything]
    doings += [("remove", table, 1) for table in everything]
    there_and_back(path, BASE + doings, reopen=True)


def test_three_hundred_deep(hands: Hands) -> None:
    first = hands.state()
    for number in range(300):
        hands.do("answer", f"p{number % 7}", f"words {number}")
    assert hands.history.depth() == 300
    for _ in range(300):
        assert hands.history.undo() == "wrote an answer"
    assert hands.state() == first
    assert (hands.history.undo(), hands.history.next_undo()) == (None, None)


def test_no_more_than_what_is_kept(hands: Hands) -> None:
    for number in range(log.KEEP + 20):
        hands.do("metric", f"{number}")
    assert hands.history.depth() == log.KEEP
    hands.history.trim(10)
    assert hands.history.depth() == 10
    hands.history.trim(0)
    assert hands.history.undo() is None


def test_names(hands: Hands) -> None:
    for doing, name in (
        (("add", t.Pain, "x", None), "added pain point P1"),
        (("set", t.Pain, 1, "y", None), "edited pain point P1"),
        (("add", t.Person, "x", None), "added a person"),
        (("import", ["one"]), "imported feedback.csv"),
        (("judge", 1, True), "judged C1"),
        (("toggle", 1, 1), "tied C1 to P1"),
        (("toggle", 1, 1), "untied C1 from P1"),
        (("add", t.Pain, "z", None), "added pain point P2"),
        (("toggle", 1, 2), "tied C1 to P2"),
        (("toggle", 1, 2), "untied C1 from P2"),
        (("win", "x"), "wrote the small win"),
        (("settings", "D", DAY), "changed the settings"),
        (("toggle", 1, 1), "tied C1 to P1"),
        (("remove", t.Pain, 1), "deleted pain point P1"),
    ):
        hands.do(*doing)
        assert hands.history.next_undo() == name
    with hands.file.transaction("outer"), hands.file.transaction("inner"):
        hands.daily.tick("a", DAY)
    assert hands.history.undo() == "outer"
    assert hands.history.next_redo() == "outer"


def test_every_record_has_its_noun() -> None:
    assert {str(table.__tablename__) for table in t.RECORDS} == set(NOUNS)


def test_typing_on_is_one_change_and_a_pause_ends_it(hands: Hands) -> None:
    hands.do("add", t.Pain, "", None)
    for text in ("L", "La", "Lat", "Late"):
        hands.now += 4.9
        hands.book.set(t.Pain, 1, title=text)
    hands.now += 5.1
    hands.book.set(t.Pain, 1, title="Later")
    titles = []
    for _ in range(2):
        hands.history.undo()
        titles += [pain.title for pain in hands.book.rows(t.Pain)]
    assert titles == ["Late", ""]
    for level in ("symptom", "cause"):  # picked, not typed: each is a change
        hands.book.set(t.Pain, 1, level=level)
    hands.history.undo()
    assert hands.book.rows(t.Pain)[0].level == "symptom"


def test_a_new_change_ends_redo_and_what_was_set_aside(hands: Hands) -> None:
    hands.do("import", ["one", "two"])
    hands.history.undo()
    aside = "SELECT count(*) FROM feedback_aside"
    assert hands.file.connection.execute(aside).fetchone() == (2,)
    hands.daily.set_last_visited("week-map")  # going somewhere is no change
    hands.daily.keep_draft("x", "half")
    assert hands.history.next_redo() == "imported feedback.csv"
    hands.do("tick", "a")
    assert hands.history.next_redo() is None
    assert hands.file.connection.execute(aside).fetchone() == (0,)


def test_an_import_is_one_step(hands: Hands) -> None:
    hands.do("import", ["x"] * 5000)
    steps = hands.file.connection.execute("SELECT count(*) FROM undo_step").fetchone()
    assert steps == (1,)


def test_an_import_undone_and_redone_leaves_the_file_as_large_as_it_was(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "MOVED", 100)
    hands.do_import([f"the parcel {at} came late, and nobody said so" for at in range(2000)])
    path = hands.file.path
    before, size = hands.state(), path.stat().st_size
    assert hands.history.undo() == hands.history.redo() == "imported feedback.csv"
    assert hands.state() == before
    assert path.stat().st_size <= 1.1 * size


def test_taking_back_an_import_tells_how_far_and_can_be_stopped(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "MOVED", 100)
    hands.do_import([f"the parcel {at} came late" for at in range(450)])
    before = hands.state()
    moved: list[int] = []

    def stop_in_the_middle(comments: int) -> None:
        moved.append(comments)
        if comments == 300:
            raise Cancelled

    with pytest.raises(Cancelled):
        hands.history.undo(stop_in_the_middle)
    assert moved == [100, 200, 300]
    assert hands.state() == before and not hands.file.connection.in_transaction
    assert hands.history.undo(moved.append) == hands.history.redo() == "imported feedback.csv"
    assert moved[3:] == [100, 200, 300, 400, 450]
    assert hands.state() == before
    hands.do("add", t.Pain, "x", None)  # and what follows is recorded as ever
    assert hands.history.next_undo() == "added pain point P1"


def test_refused_or_stopped_leaves_no_change(hands: Hands) -> None:
    with pytest.raises(NotSaved):
        hands.comments.capture("x", "fax", None)
    assert hands.history.next_undo() is None
    hands.do("add", t.Pain, "x", None)
    assert hands.history.next_undo() == "added pain point P1"


def test_two_windows_share_one_history(hands: Hands) -> None:
    other = Hands(hands.file.path)
    try:
        hands.do("tick", "a")
        other.do("tick", "b")
        assert hands.history.undo() == "ticked b"
        assert other.history.undo() == "ticked a"
    finally:
        other.file.close()


def test_what_is_set_aside_has_the_columns_of_a_comment(hands: Hands) -> None:
    sides = [
        [column.name for column in log.columns(hands.file.connection, table)]
        for table in ("feedback", "feedback_aside")
    ]
    assert sides[0] == sides[1]


def test_a_prepared_history_runs_nothing(hands: Hands) -> None:
    with hands.file.transaction() as connection:
        connection.execute(
            "INSERT INTO undo_step (tab, kind, mask, c0)"
            " VALUES ('pain; DROP TABLE gap', 'insert', 0, 1)"
        )
    with pytest.raises(NotSaved):
        hands.history.undo()
    assert hands.book.rows(t.Gap) == []
