"""Anything a leader may do, as Hypothesis draws it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from cxreset.workbook import tables as t
from tests.workbook.undo.hands import DAY, WORDS, Ops

records = st.sampled_from([table for table in t.RECORDS if table is not t.ImportBatch])
words, number = st.sampled_from(WORDS), st.integers(1, 4)
tie = st.sampled_from([None, 1, 1, 2])
step = st.sampled_from(["listen.review", "map.gaps"])


def op(name: str, *values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.tuples(st.just(name), *values)


operations = st.one_of(
    op("add", records, words, tie),
    op("set", records, number, words, tie),
    op("remove", records, number),
    op("tie", number, st.lists(number, max_size=3)),
    op("tie_all", number),
    op("toggle", number, number),
    op("join", number, number),
    op("judge", number, st.none() | st.booleans()),
    op("read", number),
    op("capture", words),
    op("drop", number),
    op("import", st.lists(words, max_size=4)),
    op("tick", step),
    op("untick", step),
    op("practice", number),
    op("answer", words, words),
    op("win", words),
    op("metric", words),
    op("channel", st.booleans(), words),
    op("mark", number),
    op("meeting", words),
    op("settings", words, st.sampled_from([DAY, date(2026, 10, 5)])),
    op("replace", words),
    op("raw", st.just("dropped_step"), step),
    op("undo"),
)
BASE: Ops = [
    *[("add", t.Pain, text, None) for text in ("Late", "Slow")],
    ("import", ["one", "two", "half\0hidden"]),
    ("add", t.Gap, "Date", 1),
    ("add", t.Fix, "Text", 1),
    ("tie", 1, [1, 2]),
]
