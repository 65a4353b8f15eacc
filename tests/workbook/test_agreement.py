"""The daily module and the SQLModel tables always say the same, whatever was done through either.

The figures of `daily.tally()` are computed a second time here, in plain Python, from SQLModel rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from cxreset.base.errors import NotFound, NotSaved
from cxreset.insight.progress import Tally
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.comments import CommentRepository
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.pains import join
from cxreset.workbook.storage.file import WorkbookFile
from tests.examples import examples
from tests.workbook.any_operation import DAY, LATER, adding, operations
from tests.workbook.tally_in_python import expected

NEEDED: dict[Any, dict[str, Any]] = {t.Feedback: {"text": "x"}, t.Journal: {"written_on": DAY}}
"""What a row of a table cannot be without."""


class Both:
    """One workbook seen through both doors."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file
        self.book, self.daily, self.comments = Workbook(file), Daily(file), CommentRepository(file)

    def do(self, name: str, *values: Any) -> None:
        """One operation; those that are refused must leave nothing half-done."""
        book, daily = self.book, self.daily
        doings: dict[str, Callable[..., object]] = {
            "add": lambda table, columns: book.add(table(**{**NEEDED.get(table, {}), **columns})),
            "set": lambda table, key, columns: book.set(table, key, **columns),
            "remove": book.remove,
            "tie": book.tie,
            "untie": book.untie,
            "toggle": self.comments.toggle_tie,
            "join": lambda a, b: join(book, a, b),
            "meeting": lambda on: book.put(
                t.Meeting(id=1, held_on=on, ended_at=on and f"{on}T11:30:00")
            ),
            "channel": lambda name, seen: book.put(t.ChannelSeen(channel=name, seen=seen)),
            "tick": daily.tick,
            "untick": daily.untick,
            "book tick": lambda step_id, on: book.put(t.StepTick(step_id=step_id, done_on=on)),
            "practice": daily.tick_practice,
            "no practice": daily.untick_practice,
            "answer": daily.answer,
            "book answer": lambda scope, prompt, text: book.put(
                t.Answer(scope=scope, prompt=prompt, text=text)
            ),
            "win": daily.write_win,
            "metric": daily.keep_metric,
        }
        before = self.file.connection.serialize()
        try:
            doings[name](*values)
        except (NotSaved, NotFound):
            assert self.file.connection.serialize() == before
        assert not self.file.connection.in_transaction


def due_of(book: Workbook, today: date) -> set[tuple[str, str, str, date]]:
    actions = {
        (row.ref, row.title, row.owner, row.deadline)
        for row in book.rows(t.Action)
        if row.deadline and row.deadline <= today and row.status in ("not_started", "in_progress")
    }
    return actions | {
        (row.ref, row.what, row.who, row.due_on)
        for row in book.rows(t.FollowUp)
        if row.due_on and row.due_on <= today and not row.done
    }


def win_of(book: Workbook, on: date) -> str:
    wins = [row.text for row in book.rows(t.Journal, kind="win", written_on=on)]
    return wins[0] if wins else ""


def check(both: Both) -> None:
    book, daily = both.book, both.daily
    tally = daily.tally()
    assert tally == expected(book)
    assert set(tally) == set(Tally._fields)
    assert Tally(**tally) == Tally(**expected(book))
    assert daily.ticks() == book.ticks()
    for scope in ("listen.review", "map.gaps", "gone"):
        assert daily.answers(scope) == book.answers(scope)
    assert daily.practices_done() == {
        (row.practice_id, row.day) for row in book.rows(t.PracticeTick)
    }
    assert daily.metrics() == {row.key: (row.before, row.after) for row in book.rows(t.Metric)}
    for on in LATER:
        due = daily.due(on)
        assert set(due) == due_of(book, on)
        assert [item.due_on for item in due] == sorted(item.due_on for item in due)
        assert daily.win(on) == win_of(book, on)


Ops = list[tuple[Any, ...]]
EVERYTHING: Ops = [
    *[("add", t.Pain, {"chosen": True})] * 2,
    ("add", t.Feedback, {"preventable": True, "seen": True}),
    ("add", t.Touchpoint, {"promise": "\n"}),
    *[("add", t.Gap, {"pain_id": pain}) for pain in (None, 1)],
    ("add", t.Fix, {"title": "x", "gap_id": 2, "horizon": "now"}),
    ("tie", 1, [1]),
    ("channel", "chat", True),
    ("add", t.Action, {"status": "completed", "fix_id": 1}),
    ("meeting", DAY),
    ("add", t.Person, {"function": "cx"}),
    *[("add", kind, {}) for kind in (t.AgendaItem, t.Insight, t.Decision, t.FollowUp, t.Pilot)],
    *[("add", kind, {}) for kind in (t.Lesson, t.Procedure, t.ShareOut)],
    ("add", t.Measurement, dict.fromkeys(
        ("before_hits", "before_total", "after_hits", "after_total"), 1)),
    *[("add", t.Voice, {"side": side}) for side in ("customer", "team")],
]  # fmt: skip
numbers = count()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new workbook's bytes: making one anew for every example would take most of the time."""
    path = tmp_path_factory.mktemp("agreement") / "empty.cxreset"
    create_workbook(path).close()
    return path.read_bytes()


def drive(folder: Path, empty: bytes, doings: Ops) -> tuple[dict[str, Any], dict[str, Any]]:
    """Do all this in a new workbook and look through both doors; the tally before and after."""
    path = folder / f"{next(numbers)}.cxreset"
    path.write_bytes(empty)
    file = open_workbook(path)
    file.connection.execute("PRAGMA synchronous = OFF")  # examples need no disk to be true
    try:
        both = Both(file)
        before = both.daily.tally()
        for doing in doings:
            both.do(*doing)
        check(both)
        return before, both.daily.tally()
    finally:
        file.close()
        path.unlink()


def test_they_agree_where_every_figure_is_moved(tmp_path: Path, empty: bytes) -> None:
    before, after = drive(tmp_path, empty, EVERYTHING)
    assert [name for name in Tally._fields if before[name] == after[name]] == []


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    base=st.sampled_from([EVERYTHING, EVERYTHING[:6], []]),
    begun=st.lists(adding, max_size=15),
    doings=st.lists(operations(), min_size=1, max_size=20),
)
def test_they_agree_whatever_was_done(
    tmp_path: Path, empty: bytes, base: Ops, begun: Ops, doings: Ops
) -> None:
    drive(tmp_path, empty, base + begun + doings)


@pytest.mark.parametrize("table", [table for table in t.RECORDS if table is not t.Meeting])
def test_numbers_are_never_used_again(tmp_path: Path, table: type[t.Record]) -> None:
    needed: dict[type[t.Record], dict[str, Any]] = {
        t.ImportBatch: {
            "file_name": "a", "sha256": "b", "imported_on": DAY, "channel": "chat",
            "text_column": "c", "rows_read": 0, "stored": 0, "empty": 0, "refused": 0,
        },
        t.Feedback: {"text": "x"},
        t.Journal: {"written_on": DAY},
    }  # fmt: skip
    file = create_workbook(tmp_path / "a.cxreset")
    book = Workbook(file)
    first, second = (book.add(table(**needed.get(table, {}))) for _ in range(2))
    book.remove(table, second.key)
    file.close()
    book = Workbook.open(tmp_path / "a.cxreset")
    third = book.add(table(**needed.get(table, {})))
    assert (first.id, second.id, third.id) == (1, 2, 3)
    assert isinstance(third, SQLModel)
    book.file.close()
