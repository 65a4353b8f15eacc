"""What holds for the themes of any comments whatever."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.insight.themes import Theme, merge, split, suggest
from tests.examples import examples


class Comment(NamedTuple):
    id: int
    text: str
    category: str
    channel: str
    source: str
    rating: float | None = None
    scale: str = ""


class Reason(NamedTuple):
    id: str
    language: str
    title: str
    terms: tuple[str, ...]
    excludes: tuple[str, ...] = ()


DRIVERS = (
    Reason("late", "en", "Late", ("late", "delay*", "never … time", "wait*/stuck … gate")),
    Reason("late", "de", "Zu spät", ("*verspätung", "zu spät")),
    Reason("refund", "en", "Refund", ("refund*", "money back"), ("no refund*",)),
    Reason("odd", "en", "Odd", ("*", "… a", "/", "a*/*b/*c*", "#")),
)
SOME = (
    "late delayed refund refunds money back no never on time stuck at the gate my flight bag "
    "Verspätung zu spät 12 @you don't L'eau İ ß . , 👍 the a is it"
)
WORDS = st.sampled_from(SOME.split())
TEXTS = st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=60))
ITEMS = st.lists(
    st.builds(
        Comment,
        st.just(0),
        TEXTS,
        st.sampled_from(["", "Delay", " delay", "Money"]),
        st.sampled_from(["chat", "review"]),
        st.sampled_from(["", "a.csv", "b.csv"]),
    ),
    max_size=30,
).map(lambda rows: [row._replace(id=3 * n + 1) for n, row in enumerate(rows)])


def sound(theme: Theme, texts: dict[int, str]) -> None:
    assert theme.count == len(theme.items) == len(set(theme.items)) > 0
    assert set(theme.items) <= set(texts)
    assert 0.0 < theme.share <= 1.0
    assert theme.name.strip()
    for term in theme.terms:
        assert term.count == len(term.items) == len(set(term.items)) > 0
        assert set(term.items) <= set(theme.items)
    assert len(theme.examples) <= 6
    assert len({example.item for example in theme.examples}) == len(theme.examples)
    for example in theme.examples:
        assert example.item in theme.items
        assert example.text == texts[example.item]
        last = 0
        for start, end in example.spans:
            assert last <= start < end <= len(example.text)
            last = end


@settings(max_examples=examples(80), deadline=None)
@given(ITEMS, st.integers(1, 6))
def test_themes_are_sound(items: list[Comment], limit: int) -> None:
    texts = {item.id: item.text for item in items}
    found = suggest(items, DRIVERS, limit=limit)
    assert found == suggest(items, DRIVERS, limit=limit)
    assert len(found.themes) <= limit
    assert found.total == len(items)
    assert found.covered == len({number for theme in found.themes for number in theme.items})
    assert len({theme.id for theme in found.themes}) == len(found.themes)
    for theme in (*found.themes, *found.by_category):
        sound(theme, texts)
        assert list(theme.items) == sorted(theme.items)
        for smaller in split(theme, items):
            sound(smaller, texts)
            assert set(smaller.items) < set(theme.items)
    if found.themes:
        whole = merge(found.themes)
        sound(whole, texts)
        assert whole.count == found.covered
