"""Anything that can be done to a workbook, as Hypothesis draws it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cxreset.base.channels import CHANNELS
from cxreset.workbook import tables as t

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
