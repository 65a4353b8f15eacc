"""Words set again as they are leave the screen alone; any other words are shown."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from cxreset.tui.widgets.words import set_words

BOLD = Content.styled("late", "bold")


class Shown(App[None]):
    """A line of words."""

    def compose(self) -> ComposeResult:
        yield Static("late", markup=False)


@pytest.mark.parametrize(
    ("now", "then", "updates"),
    [("late", "late", 0), ("late", "later", 1), (BOLD, Content.styled("late", "bold"), 0),
     (BOLD, Content.styled("late", "dim"), 1), (BOLD, "late", 1), ("", Content(""), 1)],
)  # fmt: skip
async def test_only_other_words_are_drawn(
    now: str | Content, then: str | Content, updates: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Shown()
    async with app.run_test():
        line = app.query_one(Static)
        set_words(line, now)
        calls: list[str | Content] = []
        update = line.update

        def counted(words: str | Content) -> None:
            calls.append(words)
            update(words)

        monkeypatch.setattr(line, "update", counted)
        set_words(line, then)
        assert len(calls) == updates
        assert line.content == then
