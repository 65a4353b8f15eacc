"""The workbook through SQLModel: whole changes, cut ties, values out of range."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel

from cxreset.base.errors import NotFound, NotSaved
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.pains import join, set_ranks
from cxreset.workbook.thread import tied_to

DAY = date(2026, 9, 7)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Workbook]:
    made = Workbook(create_workbook(tmp_path / "a.cxreset"))
    yield made
    made.file.close()


def thread(book: Workbook) -> dict[str, t.Record]:
    """One row of everything on the golden thread, tied from end to end."""
    comment = book.add(t.Feedback(text="It never came"))
    pain = book.add(t.Pain(title="Late", chosen=True))
    book.tie(pain.key, [comment.key])
    point = book.add(t.Touchpoint(name="Delivery day"))
    gap = book.add(t.Gap(title="Date", touchpoint_id=point.id, pain_id=pain.id))
    fix = book.add(t.Fix(title="Text", pain_id=pain.id, gap_id=gap.id))
    action = book.add(t.Action(title="Text", fix_id=fix.id, gap_id=gap.id, pain_id=pain.id))
    pilot = book.add(t.Pilot(title="North", action_id=action.id))
    figure = book.add(t.Measurement(pilot_id=pilot.id))
    rest = [
        book.add(t.Insight(title="See", pain_id=pain.id, gap_id=gap.id)),
        book.add(t.FollowUp(what="Ask", action_id=action.id)),
        book.add(t.Voice(text="Good", pilot_id=pilot.id)),
        book.add(t.Lesson(text="Keep", pilot_id=pilot.id, measurement_id=figure.id)),
        book.add(t.Procedure(title="How", pilot_id=pilot.id)),
    ]
    rows = [comment, pain, point, gap, fix, action, pilot, figure, *rest]
    return {type(row).__name__: row for row in rows}


LINKS = {
    "Feedback": set(),
    "Pain": {"Gap.pain_id", "Fix.pain_id", "Action.pain_id", "Insight.pain_id"},
    "Touchpoint": {"Gap.touchpoint_id"},
    "Gap": {"Fix.gap_id", "Action.gap_id", "Insight.gap_id"},
    "Fix": {"Action.fix_id"},
    "Action": {"Pilot.action_id", "FollowUp.action_id"},
    "Pilot": {"Measurement.pilot_id", "Voice.pilot_id", "Lesson.pilot_id", "Procedure.pilot_id"},
    "Measurement": {"Lesson.measurement_id"},
}


@pytest.mark.parametrize("name", sorted(LINKS))
def test_removing_one_end_leaves_the_other(book: Workbook, name: str) -> None:
    before = {kind: row.model_dump() for kind, row in thread(book).items()}
    book.remove(getattr(t, name), before[name]["id"])
    for kind, values in before.items():
        if kind == name:
            continue
        row: SQLModel | None = book.get(getattr(t, kind), values["id"])
        assert row is not None, kind
        cut = {field for field in values if f"{kind}.{field}" in LINKS[name]}
        assert row.model_dump() == values | dict.fromkeys(cut)
    assert book.count(t.Evidence) == (name not in ("Pain", "Feedback"))


def test_an_import_can_go_without_its_comments(book: Workbook) -> None:
    book.add(
        t.ImportBatch(
            file_name="a", sha256="b", imported_on=DAY, channel="chat", text_column="c",
            rows_read=1, stored=1, empty=0, refused=0,
        )
    )  # fmt: skip
    book.add(t.Feedback(text="x", batch_id=1, row_number=1))
    book.remove(t.ImportBatch, 1)
    (row,) = book.rows(t.Feedback)
    assert row.batch_id is None


REFUSED: list[tuple[type[t.Record], dict[str, Any]]] = [
    (t.Pain, {"urgency": 0}),
    (t.Pain, {"impact": 6}),
    (t.Pain, {"effort": -1}),
    (t.Pain, {"level": "guess"}),
    (t.Pain, {"manual_rank": 0}),
    (t.Pain, {"urgency": "high"}),
    (t.Pain, {"urgency": 10**30}),
    (t.Feedback, {"channel": "fax"}),
    (t.Touchpoint, {"width": 9}),
    (t.Fix, {"kind": "soon"}),
    (t.Fix, {"horizon": "never"}),
    (t.Fix, {"pain_id": 77}),
    (t.Action, {"status": "late"}),
    (t.Person, {"function": "law"}),
    (t.AgendaItem, {"minutes": 0}),
    (t.Decision, {"priority": 9}),
    (t.Measurement, {"kind": "mood"}),
    (t.Measurement, {"after_total": -1}),
    (t.Voice, {"side": "press"}),
    (t.Lesson, {"verdict": "maybe"}),
    (t.Journal, {"kind": "diary"}),
]


@pytest.mark.parametrize(("table", "values"), REFUSED)
def test_values_out_of_range_are_not_saved(
    book: Workbook, table: type[t.Record], values: dict[str, Any]
) -> None:
    needed: dict[type[t.Record], dict[str, Any]] = {
        t.Feedback: {"text": "x"},
        t.Journal: {"written_on": DAY},
    }
    row = book.add(table(**needed.get(table, {})))
    before = row.model_dump()
    with pytest.raises(NotSaved) as raised:
        book.set(table, row.key, **values)
    assert "\n" not in raised.value.sentence
    with pytest.raises(NotSaved):
        book.add(table(**{**needed.get(table, {}), **values}))
    (kept,) = book.rows(table)
    assert kept.model_dump() == before


def test_one_meeting(book: Workbook) -> None:
    assert book.meeting().held_on is None
    book.put(t.Meeting(id=1, location="Room 4"))
    assert book.meeting().location == "Room 4"
    with pytest.raises(NotSaved):
        book.add(t.Meeting(id=2))


def test_several_writes_in_one_change_are_taken_back_whole(book: Workbook) -> None:
    kept = book.add(t.Pain(title="Kept"))
    book.file.connection.execute("PRAGMA wal_checkpoint")
    before = book.file.path.read_bytes()
    with pytest.raises(NotSaved), book.file.transaction():
        book.add(t.Pain(title="One"))
        book.set(t.Pain, kept.key, title="Changed")
        Daily(book.file).tick("listen.review", DAY)
        book.put(t.Metric(key="csat", before="3"))
        book.tie(kept.key, [book.add(t.Feedback(text="x")).key])
        book.remove(t.Pain, kept.key)
        book.add(t.Pain(urgency=9))
    assert book.file.path.read_bytes() == before
    assert [pain.title for pain in book.rows(t.Pain)] == ["Kept"]
    assert Daily(book.file).ticks() == {}


def test_a_change_of_several_pains_is_whole(book: Workbook) -> None:
    one, two = (book.add(t.Pain(title=title)) for title in "ab")
    with pytest.raises(NotFound):
        set_ranks(book, {one.key: 2, 99: 1})
    with pytest.raises(NotFound):
        join(book, one.key, 99)
    assert [pain.manual_rank for pain in book.rows(t.Pain)] == [None, None]
    set_ranks(book, {one.key: 2, two.key: 1})
    assert [pain.ref for pain in book.rows(t.Pain, "manual_rank")] == ["P2", "P1"]


def test_joining_pains_carries_every_tie_over(book: Workbook) -> None:
    rows = thread(book)
    kept = book.add(t.Pain(title="Kept"))
    book.tie(kept.key, [rows["Feedback"].key])
    join(book, rows["Pain"].key, kept.key)
    assert tied_to(book, kept.key) == ["1 comment", "G1", "F1", "A1", "1 insight"]
    assert [(pain.ref, pain.chosen) for pain in book.rows(t.Pain)] == [("P2", True)]


def test_what_is_gone(book: Workbook) -> None:
    for call in (
        lambda: book.set(t.Pain, 9, title="x"),
        lambda: book.remove(t.Pain, 9),
        lambda: book.by_ref("P9"),
    ):
        with pytest.raises(NotFound):
            call()
    assert book.get(t.Pain, 9) is None


@pytest.mark.parametrize("ref", ["", "P", "7", "X1", "P-1", "P1.5", "P²", "1P", "P" + "9" * 40])
def test_an_id_that_is_none(book: Workbook, ref: str) -> None:
    book.add(t.Pain())
    with pytest.raises(NotFound):
        book.by_ref(ref)


@pytest.mark.parametrize("ref", ["P1", "p1", " P1 ", "P01"])
def test_an_id_as_people_write_it(book: Workbook, ref: str) -> None:
    book.add(t.Pain(title="Late"))
    assert book.by_ref(ref).ref == "P1"


def test_refs_of_two_letters_are_told_apart(book: Workbook) -> None:
    rows = thread(book)
    for row in rows.values():
        if row.prefix:
            assert book.by_ref(row.ref) == row


def test_rows_can_be_ordered_and_kept_apart(book: Workbook) -> None:
    for title, chosen in (("b", True), ("a", False), ("c", True)):
        book.add(t.Pain(title=title, chosen=chosen))
    assert [row.title for row in book.rows(t.Pain, chosen=True)] == ["b", "c"]
    assert [row.title for row in book.rows(t.Pain, "-title")] == ["c", "b", "a"]
    assert book.count(t.Pain, chosen=True) == 2


def test_evidence_is_counted_and_read_by_number(book: Workbook) -> None:
    pain = book.add(t.Pain(title="Late"))
    book.tie(pain.key, [book.add(t.Feedback(text=text)).key for text in "abcdef"])
    book.add(t.Feedback(text="another"))
    assert book.evidence_counts() == {pain.key: 6}
    assert book.evidence_ids(pain.key, 2) == [1, 2]


def test_half_characters_come_back_as_the_replacement_sign(book: Workbook) -> None:
    pain = book.add(t.Pain(title="a\udcff"))
    assert pain.title == "a\ufffd"
    book.set(t.Pain, pain.key, problem="\ud800")
    assert book.rows(t.Pain)[0].problem == "\ufffd"
