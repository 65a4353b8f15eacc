"""The daily module and the SQLModel tables always say the same, whatever was done through either.

The figures of `daily.tally()` are computed a second time here, in plain Python, from SQLModel rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from cxreset.base.channels import CHANNELS
from cxreset.base.errors import NotFound, NotSaved
from cxreset.insight.progress import Tally
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.comments import CommentRepository
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.pains import join
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.thread import fixes_of
from tests.examples import examples

DAY = date(2026, 9, 7)
LATER = [*(DAY + timedelta(days=n) for n in range(3)), date(1, 1, 1), date(9999, 12, 31)]

texts = st.sampled_from(
    ["", " ", "\n", "\t\u00a0\u2003", "Priya", "a\nb", "'; --", "0", "Größe 😀"]
)
maybe_date = st.none() | st.sampled_from(LATER)
scale = st.sampled_from([None, None, 1, 3, 5, 5, 0, 6])  # 0 and 6 are refused
yes_no = st.booleans()
number = st.integers(1, 4)  # a row's number: there, gone, or not yet
tie = st.sampled_from([None, 1, 1, 2, 4])
amount = st.sampled_from([None, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, -1])

COLUMNS: dict[type[t.Record], dict[str, Any]] = {
    t.Feedback: {
        "text": texts,
        "channel": st.sampled_from([*CHANNELS, "fax"]),
        "preventable": st.none() | yes_no,
        "seen": yes_no,
    },
    t.Pain: {
        "title": texts,
        "chosen": yes_no,
        "actionable": st.none() | yes_no,
        "urgency": scale,
        "impact": scale,
        "effort": scale,
        "problem": texts,
    },
    t.Touchpoint: {"name": texts, "promise": texts, "reality": texts, "width": scale},
    t.Gap: {"title": texts, "touchpoint_id": tie, "pain_id": tie},
    t.Fix: {
        "title": texts,
        "pain_id": tie,
        "gap_id": tie,
        "kind": st.sampled_from([None, "quick", "long", "soon"]),
        "horizon": st.sampled_from([None, "now", "next", "later", "never"]),
        "start_on": maybe_date,
        "end_on": maybe_date,
    },
    t.Action: {
        "title": texts,
        "owner": texts,
        "deadline": maybe_date,
        "status": st.sampled_from(["not_started", "in_progress", "completed", "cancelled", "x"]),
        "fix_id": tie,
        "pain_id": tie,
        "purpose": st.sampled_from([None, "recover", "remove", "join", "learn", "x"]),
    },
    t.Person: {
        "name": texts,
        "function": st.sampled_from(["marketing", "product", "support", "cx", "other", "law"]),
    },
    t.AgendaItem: {"title": texts, "minutes": st.sampled_from([1, 10, 480, 481])},
    t.Insight: {"title": texts, "pain_id": tie},
    t.Decision: {"title": texts, "reason": texts, "review_on": maybe_date, "pain_id": tie},
    t.FollowUp: {"what": texts, "who": texts, "due_on": maybe_date, "done": yes_no},
    t.Pilot: {
        "hypothesis": texts,
        "participants": texts,
        "start_on": maybe_date,
        "end_on": maybe_date,
        "stop_rule": texts,
    },
    t.Measurement: {
        "kind": st.sampled_from(["csat", "nps", "conversion", "share", "rate", "mood"]),
        "before_hits": amount,
        "before_low": amount,
        "before_total": amount,
        "after_hits": amount,
        "after_low": amount,
        "after_total": amount,
    },
    t.Voice: {"side": st.sampled_from(["customer", "team", "press"]), "text": texts},
    t.Lesson: {"text": texts},
    t.Procedure: {"title": texts},
    t.ShareOut: {"who": texts},
    t.Journal: {
        "written_on": st.sampled_from(LATER),
        "kind": st.sampled_from(["win", "fire", "reflection"]),
        "text": texts,
    },
}

step = st.sampled_from(["listen.review", "map.gaps", "gone"])
day = st.sampled_from(LATER)


records = st.sampled_from(sorted(COLUMNS, key=lambda table: table.__name__))
adding = records.flatmap(
    lambda table: st.tuples(st.just("add"), st.just(table), st.fixed_dictionaries(COLUMNS[table]))
)


def operations() -> st.SearchStrategy[tuple[Any, ...]]:
    return st.one_of(
        adding,
        records.flatmap(
            lambda table: st.tuples(
                st.just("set"),
                st.just(table),
                number,
                st.fixed_dictionaries({}, optional=COLUMNS[table]),
            )
        ),
        st.tuples(st.just("remove"), records, number),
        st.tuples(st.just("tie"), number, st.lists(number, max_size=3)),
        st.tuples(st.just("untie"), number, st.lists(number, max_size=3)),
        st.tuples(st.just("toggle"), number, number),
        st.tuples(st.just("join"), number, number),
        st.tuples(st.just("meeting"), maybe_date),
        st.tuples(st.just("channel"), st.sampled_from([*CHANNELS, "fax"]), yes_no),
        st.tuples(st.just("tick"), step, day),
        st.tuples(st.just("untick"), step),
        st.tuples(st.just("book tick"), step, day),
        st.tuples(st.just("practice"), step, number, day),
        st.tuples(st.just("no practice"), step, number),
        st.tuples(st.just("answer"), step, texts, texts),
        st.tuples(st.just("book answer"), step, texts, texts),
        st.tuples(st.just("win"), day, texts),
        st.tuples(st.just("metric"), step, texts, texts),
    )


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
            "meeting": lambda on: book.put(t.Meeting(id=1, held_on=on)),
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


def expected(book: Workbook) -> dict[str, Any]:
    """The tally, from rows and in Python."""
    comments, pains = book.rows(t.Feedback), book.rows(t.Pain)
    gaps, fixes = book.rows(t.Gap), book.rows(t.Fix)
    points, actions, follow_ups = (
        book.rows(t.Touchpoint),
        book.rows(t.Action),
        book.rows(t.FollowUp),
    )
    evidence, pilots, people = book.rows(t.Evidence), book.rows(t.Pilot), book.rows(t.Person)
    measures, voices = book.rows(t.Measurement), book.rows(t.Voice)
    chosen = [pain for pain in pains if pain.chosen]
    live = [action for action in actions if action.status != "cancelled"]
    last = pilots[-1:]

    def refs(rows: list[Any]) -> tuple[str, ...]:
        return tuple(row.ref for row in rows)

    def complete(m: t.Measurement) -> bool:
        needed = [m.before_hits, m.before_total, m.after_hits, m.after_total]
        if m.kind == "nps":
            needed += [m.before_low, m.after_low]
        return None not in needed and bool(m.before_total) and bool(m.after_total)

    shared = book.rows(t.ShareOut)
    return {
        "comments": len(comments),
        "comments_seen": sum(row.seen for row in comments),
        "comments_tied": len({row.feedback_id for row in evidence}),
        "channels_seen": sum(row.seen for row in book.rows(t.ChannelSeen)),
        "channels_used": len({row.channel for row in comments}),
        "marked_preventable": sum(row.preventable is True for row in comments),
        "marked_either": sum(row.preventable is not None for row in comments),
        "pains": len(pains),
        "pains_chosen": len(chosen),
        "chosen_without_evidence": refs(
            [p for p in chosen if p.id not in {row.pain_id for row in evidence}]
        ),
        "chosen_undecided": refs([p for p in chosen if p.actionable is None]),
        "chosen_unrated": refs([p for p in chosen if None in (p.urgency, p.impact, p.effort)]),
        "chosen_without_problem": refs([p for p in chosen if not p.problem.strip()]),
        "chosen_without_fix": refs(
            [p for p in chosen if not any(f.title.strip() for f in fixes_of(book, p.key))]
        ),
        "touchpoints": len(points),
        "touchpoints_incomplete": sum(
            not (row.promise.strip() and row.reality.strip()) for row in points
        ),
        "touchpoints_unrated": sum(row.width is None for row in points),
        "gaps": len(gaps),
        "gaps_untied": refs([gap for gap in gaps if gap.pain_id is None]),
        "chosen_without_gap": refs(
            [p for p in chosen if p.id not in {gap.pain_id for gap in gaps}]
        ),
        "gaps_without_fix": refs([g for g in gaps if g.id not in {fix.gap_id for fix in fixes}]),
        "fixes": len(fixes),
        "fixes_unsorted": refs([fix for fix in fixes if fix.kind is None]),
        "fixes_on_roadmap": sum(fix.horizon is not None for fix in fixes),
        "roadmap_undated": refs(
            [f for f in fixes if f.horizon in ("now", "next") and None in (f.start_on, f.end_on)]
        ),
        "actions": len(live),
        "actions_without_owner": refs([row for row in live if not row.owner.strip()]),
        "actions_without_deadline": refs([row for row in live if row.deadline is None]),
        "actions_completed": sum(row.status == "completed" for row in actions),
        "actions_from_roadmap": sum(row.fix_id is not None for row in actions),
        "meeting_dated": book.meeting().held_on is not None,
        "people": len(people),
        "functions_missing": tuple(
            name
            for name in ("marketing", "product", "support", "cx")
            if name not in {row.function for row in people}
        ),
        "agenda_minutes": sum(row.minutes for row in book.rows(t.AgendaItem)),
        "insights": len(book.rows(t.Insight)),
        "decisions": len(book.rows(t.Decision)),
        "follow_ups": len(follow_ups),
        "follow_ups_undated": sum(row.due_on is None for row in follow_ups),
        "pilots": len(pilots),
        "pilot_gaps": tuple(
            what
            for row in last
            for what, value in (
                ("hypothesis", row.hypothesis.strip()),
                ("who is in it", row.participants.strip()),
                ("start", row.start_on),
                ("end", row.end_on),
                ("stop rule", row.stop_rule.strip()),
            )
            if not value
        ),
        "measurements": len(measures),
        "measurements_complete": sum(map(complete, measures)),
        "voices_customer": sum(row.side == "customer" for row in voices),
        "voices_team": sum(row.side == "team" for row in voices),
        "lessons": len(book.rows(t.Lesson)),
        "procedures": len(book.rows(t.Procedure)),
        "share_outs": len(shared),
        "share_outs_to_nobody": sum(not row.who.strip() for row in shared),
        "share_outs_without_how": sum(not row.how.strip() for row in shared),
        "share_outs_undated": sum(row.shared_on is None for row in shared),
    }


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
