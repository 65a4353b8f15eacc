"""A long text in one widget: nothing is lost; it can be selected, searched and clicked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Static

from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.page.blocks import read_markdown
from cxreset.tui.widgets.page.finding import Match, find
from cxreset.tui.widgets.page.layout import GUTTER, LEAST, column_widths, lay_out
from cxreset.tui.widgets.page.page import Page, PageText
from cxreset.tui.widgets.page.reader import Reader, Searchable

TEXT = """\
# Plan

Two pains **recur**, see [the first](#p1).

- waits are long
  and the board lies
- refunds are slow

3. third
4. fourth

> “Nobody calls back.”

| Id | Pain | Comments |
|----|------|---------:|
| P1 | Waits are longer than the board says | 52 |
| P2 | Refunds | 7 |

```
cxreset export
```

---

The end.
"""


def plain(text: str, width: int = 60) -> list[str]:
    return [line.plain for line in lay_out(read_markdown(text), width)]


def test_every_kind_of_block_has_its_lines() -> None:
    assert plain(TEXT) == [
        "Plan",
        "",
        "Two pains recur, see the first.",
        "",
        "•  waits are long and the board lies",
        "•  refunds are slow",
        "",
        "3. third",
        "4. fourth",
        "",
        "│ “Nobody calls back.”",
        "",
        "Id  Pain                                  Comments",
        "──  ────────────────────────────────────  ────────",
        "P1  Waits are longer than the board says        52",
        "P2  Refunds                                      7",
        "",
        "  cxreset export",
        "",
        "─" * 60,
        "",
        "The end.",
    ]


def test_a_narrow_page_wraps_text_and_cells() -> None:
    lines = plain(TEXT, 30)
    assert max(map(len, lines)) <= 30
    assert "•  waits are long and the" in lines
    assert "   board lies" in lines
    assert [line.split("  ")[0] for line in lines if line.startswith("P")] == ["Plan", "P1", "P2"]


def test_lists_in_lists_are_set_in() -> None:
    assert plain("1. one\n   - inner\n   - other\n2. two") == [
        "1. one",
        "   •  inner",
        "   •  other",
        "2. two",
    ]


def test_the_tenth_of_a_list_has_a_space_behind_its_number() -> None:
    assert plain("9. nine\n10. ten") == ["9. nine", "10. ten"]


def test_footnotes_are_raised_numbers_and_stand_at_the_end() -> None:
    text = "Late[^1][^12] and [^7].\n\n[^1]: C4 — “Again”\n[^12]: C9 — “*Twice*”"
    assert plain(text) == ["Late¹ ¹² and [^7].", "", "¹  C4 — “Again”", "¹² C9 — “Twice”"]
    words = "Late[^why] and cold[^how-so].\n\n[^why]: “Again”\n[^how-so]: “Twice”"
    assert plain(words) == ["Late¹ and cold².", "", "¹  “Again”", "²  “Twice”"]
    table = "| Id |\n|----|\n| A5[^1] |\n\n[^1]: C4 — “Again”"
    assert plain(table)[2] == "A5¹"


def test_html_is_text_and_no_markup() -> None:
    assert plain("Hello <b>you</b> [bold red]x[/]") == ["Hello <b>you</b> [bold red]x[/]"]
    assert plain("<script>\nalert(1)\n</script>") == ["<script> alert(1) </script>"]


WORDS = st.lists(st.from_regex(r"[a-zäöüéß0-9]{1,24}", fullmatch=True), min_size=1, max_size=40)


@given(WORDS, st.integers(LEAST, 100))
def test_no_word_is_lost_whatever_the_width(words: list[str], width: int) -> None:
    lines = plain(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(20, 100))
def test_no_word_of_a_table_is_lost(cells: list[list[str]], width: int) -> None:
    row = "| " + " | ".join(" ".join(cell) for cell in cells) + " |"
    head = "|" + " h |" * len(cells)
    rule = "|" + "---|" * len(cells)
    drawn = "".join(plain(f"{head}\n{rule}\n{row}", width))
    for cell in cells:
        for letter in set("".join(cell)):
            wanted = sum("".join(each).count(letter) for each in cells)
            assert drawn.count(letter) >= wanted


def test_the_widest_column_gives_way_first() -> None:
    assert column_widths([[4, 60, 8]], 40) == [4, 40 - 4 - 8 - 2 * GUTTER, 8]
    assert column_widths([[4, 6, 8]], 40) == [4, 6, 8]


class Shown(App[None]):
    """A page and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.addresses: list[str] = []

    def compose(self) -> ComposeResult:
        yield Page(self.text)

    def on_page_link_clicked(self, event: Page.LinkClicked) -> None:
        self.addresses.append(event.address)


async def test_only_what_is_in_sight_is_drawn_and_links_can_be_clicked() -> None:
    app = Shown(TEXT + "\n\n".join(f"line {number}" for number in range(2000)))
    async with app.run_test(size=(60, 20)) as pilot:
        page = app.query_one(Page)
        await pilot.pause()
        assert page.virtual_size.height > 4000
        assert len(page._strips) <= 20
        await pilot.click(Page, offset=(24, 2))
        assert app.addresses == ["#p1"]


async def test_words_can_be_selected_and_copied() -> None:
    app = Shown(TEXT)
    async with app.run_test(size=(60, 30)) as pilot:
        page = app.query_one(Page)
        await pilot.pause()
        picked = page.get_selection(Selection(Offset(0, 4), Offset(36, 5)))
        assert picked is not None
        assert picked[0] == "•  waits are long and the board lies\n•  refunds are slow"


async def test_a_search_goes_from_find_to_find_and_round() -> None:
    app = Shown("\n\n".join(f"Wait number {number}" for number in range(100)))
    async with app.run_test(size=(60, 10)) as pilot:
        page = app.query_one(Page)
        await pilot.pause()
        assert page.search("NUMBER 9") == 11  # 9 and 90 to 99
        assert page.scroll_offset.y == 18
        assert page.search_on()
        assert page.scroll_offset.y == 180
        assert page.search("nothing of the kind") == 0
        assert not page.search_on()


async def test_the_same_text_stays_where_it_is_and_another_begins_at_its_top() -> None:
    app = Shown("\n\n".join(f"line {number}" for number in range(100)))
    async with app.run_test(size=(60, 10)) as pilot:
        page = app.query_one(Page)
        await pilot.pause()
        page.scroll_to(y=50, animate=False)
        page.show(page.text)
        assert page.scroll_offset.y == 50
        page.show("Another\n\n" + page.text)
        assert page.scroll_offset.y == 0


@given(WORDS, st.integers(LEAST, 60), st.data())
def test_words_are_found_wherever_the_lines_break(
    words: list[str], width: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    wanted = words[start : start + data.draw(st.integers(1, 4))]
    for text in (" ".join(words), f"> {' '.join(words)}"):
        lines = plain(text, max(width, LEAST + max(map(len, words))))
        sought = " ".join(wanted)
        hits = find(lines, sought if "ß" in sought else sought.upper())  # ß has no capital
        joined = ["".join(lines[at.line][at.start : at.end] for at in hit) for hit in hits]
        assert "".join(wanted) in [each.replace(" ", "").lower() for each in joined]


def test_words_that_are_no_words_are_found_nowhere() -> None:
    assert find(["one", "two"], "  ") == []
    assert find(["a.b", "axb"], "a.b") == [[Match(0, 0, 3)]]


class Searched(Shown):
    """A text among other widgets, and who is asked for words."""

    def compose(self) -> ComposeResult:
        with Reader():
            yield Static("above")
            yield PageText(self.text)
            yield Static("below\n" * 30)

    def on_searchable_words_asked(self, event: Searchable.WordsAsked) -> None:
        event.page.search("number 9")


async def test_keys_search_a_text_among_other_widgets() -> None:
    app = Searched("\n\n".join(f"Wait number {number}" for number in range(20)))
    async with app.run_test(size=(60, 10)) as pilot:
        reader = app.query_one(Reader)
        reader.focus()
        await pilot.press("slash")
        await pilot.pause()
        assert reader.scroll_offset.y == 1 + 18
        app.query_one(PageText).search("number 1")
        await pilot.press("n", "n")
        assert reader.scroll_offset.y == 1 + 22  # 1, then 10, then 11
        await pilot.resize_terminal(10, 10)
        await pilot.press("n")
        lines = app.query_one(PageText).plain.split("\n")
        assert lines[reader.scroll_offset.y - 1].startswith("number")  # laid out anew


async def test_selected_words_are_copied_by_the_key() -> None:
    app = Searched("One line.\n\nAnother line of it.")
    async with app.run_test(size=(60, 10)) as pilot:
        text = app.query_one(PageText)
        await pilot.pause()
        app.screen.selections = {text: Selection(Offset(0, 2), Offset(12, 2))}
        await pilot.press("ctrl+c")
        assert app.clipboard == "Another line"


async def test_no_line_is_cut_where_the_scrollbar_comes(app: CxresetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause(0.5)
        page = app.screen.query_one(Page)
        assert page.virtual_size.height > page.size.height, "there is a scrollbar"
        widest = max(len(line) for line in page.plain.splitlines())
        assert widest <= page.scrollable_content_region.width
