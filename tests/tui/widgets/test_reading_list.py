"""The reading list: quick with 100,000 comments, and straight columns in any script."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from cxreset.reset.reset import Reset
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.widgets.reading_text import PAINS_WIDTH, cut, pain_refs
from cxreset.workbook.feedback.comments import PAGE, Comment
from tests.paths import WIDGET_STYLES

MANY = 20_000
WORDS = [
    "a late parcel",
    "最新の荷物が届かない",
    "cafe\u0301 closed",
    "👍🏽 👩‍👩‍👧 ❤️ but slow",
    "\u202eevil\x1b[31m",
]


def fill(reset: Reset, number: int) -> None:
    """Many comments at once, of every script."""
    with reset.file.transaction() as connection:
        connection.executemany(
            "INSERT INTO feedback (channel, text, received_on) VALUES ('chat', ?, '2026-09-01')",
            ((f"{n} {WORDS[n % len(WORDS)]} {'x' * (n % 90)}",) for n in range(1, number + 1)),
        )


class ListApp(App[None]):
    """The list alone, counting what it reads."""

    CSS_PATH = WIDGET_STYLES

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset
        self.asked: list[int] = []
        self.heard: list[int | None] = []
        self.digits: list[int] = []
        self.chosen: list[int] = []

    def page(self, ids: Iterable[int]) -> list[Comment]:
        wanted = list(ids)
        self.asked.append(len(wanted))
        return self.reset.comments.page(wanted)

    def compose(self) -> ComposeResult:
        yield ReadingList(self.page)

    def on_mount(self) -> None:
        self.query_one(ReadingList).show(self.reset.comments.ids(), empty="Nothing yet.")

    def on_reading_list_highlighted(self, event: ReadingList.Highlighted) -> None:
        self.heard.append(event.comment.id if event.comment else None)

    def on_reading_list_digit(self, event: ReadingList.Digit) -> None:
        self.digits.append(event.digit)

    def on_reading_list_chosen(self, event: ReadingList.Chosen) -> None:
        self.chosen.append(event.comment.id)


async def test_twenty_thousand_comments_are_read_by_the_page(reset: Reset) -> None:
    fill(reset, MANY)
    app = ListApp(reset)
    async with app.run_test(size=(80, 20)) as pilot:
        reading = app.query_one(ReadingList)
        await pilot.pause()
        assert reading.count == MANY
        assert app.asked == [PAGE]
        await pilot.press("end")
        await pilot.pause()
        assert app.heard[-1] == MANY
        assert reading.scroll_offset.y == MANY - 20
        await pilot.press("up", "pageup", "home", "pagedown", "down")
        await pilot.pause()
        assert app.heard[-5:] == [MANY - 1, MANY - 20, 1, 20, 21]
        assert len(app.asked) <= 4 and max(app.asked) == PAGE
        for y in range(0, MANY, MANY // 40):  # far and wide: memory stays a few pages
            reading.scroll_to(y=y, animate=False)
            await pilot.pause()
        assert len(app.asked) < 100
        assert len(reading._pages) <= 8


async def test_mouse_digits_and_columns(reset: Reset) -> None:
    fill(reset, 300)
    app = ListApp(reset)
    async with app.run_test(size=(60, 12)) as pilot:
        reading = app.query_one(ReadingList)
        await pilot.click(reading, offset=(20, 4))
        await pilot.press("1", "9")
        await pilot.click(reading, offset=(20, 6), times=2)
        await pilot.pause()
        assert (app.heard[-1], app.digits, app.chosen) == (7, [1, 9], [7])
        reading.scroll_to(y=50, animate=False)
        await pilot.pause()
        await pilot.click(reading, offset=(3, 0))
        await pilot.pause()
        assert app.heard[-1] == 51
        for y in range(12):
            strip = reading.render_line(y)
            assert strip.cell_length == cell_len(strip.text) == reading.size.width
            assert "\x1b" not in strip.text and "\u202e" not in strip.text
            assert strip.text[4:21] == "2026-09-01 chat  "


async def test_an_empty_list_says_so_and_keys_do_nothing(reset: Reset) -> None:
    app = ListApp(reset)
    async with app.run_test(size=(60, 12)) as pilot:
        reading = app.query_one(ReadingList)
        await pilot.press("down", "end", "pageup", "enter")
        await pilot.pause()
        assert reading.render_line(0).text.strip() == "Nothing yet."
        assert reading.current is None and app.chosen == []
        fill(reset, 3)
        reading.show(reset.comments.ids(), keep=2)
        await pilot.pause()
        assert reading.current is not None and reading.current.id == 2
        reading.show(array("q", [1, 3]))
        await pilot.pause()
        assert reading.current is not None and reading.current.id == 3
        reset.comments.remove(3)
        reading.forget()
        await pilot.pause()
        assert reading.current is None and not reading.render_line(1).text.strip()


@given(st.text(), st.integers(0, 60))
def test_a_cut_text_never_takes_more_than_its_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@given(st.lists(st.integers(1, 9999).map("P{}".format), max_size=8))
def test_pains_that_do_not_fit_are_counted(pains: list[str]) -> None:
    refs = pain_refs(tuple(pains))
    named, _, more = refs.partition(" +")
    assert len(named.split()) + int(more or 0) == len(pains)
    assert len(refs) <= PAINS_WIDTH or len(named.split()) == 1
