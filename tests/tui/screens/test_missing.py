"""What looks unfinished, said in as many rows as there are while somebody types."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from cxreset.tui.screens.week.missing import MissingLine

FIRST = "Two lack a name."
SECOND = "Nobody has said yet which of the three pains comes first."


class NarrowApp(App[None]):
    """The line in a column as narrow as a week beside its guidance, and a field below it."""

    CSS = "Vertical { width: 20; height: auto; } #missing { height: auto; }"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield MissingLine()
            yield Input()


async def test_the_last_open_thing_done_while_typing() -> None:
    app = NarrowApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.query_one(Input).blur()
        line = app.query_one(MissingLine)
        line.show([FIRST])
        await pilot.pause()
        rows = line.size.height
        assert rows == 1
        app.query_one(Input).focus()
        await pilot.pause()
        line.show([FIRST, SECOND])
        assert str(line.content) == FIRST, "what has room in the rows there are"
        line.show([])
        await pilot.pause()
        assert str(line.content) == "Nothing looks unfinished here."
