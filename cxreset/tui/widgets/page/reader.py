"""What is read by scrolling and can be searched: a page, or a text among other widgets."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from cxreset.tui.commands.command import command
from cxreset.tui.widgets.page.page import Page, PageText


class Searchable(Widget):
    """Keys that look for words in a text. Which words, the app asks: see `WordsAsked`.

    It stands last among the bases of a widget: Textual takes the styles of the first.
    """

    BINDINGS = [
        command("slash", "find", "Find", "Find words in this text.", shown_as="/", footer=False),
        command("n", "find_next", "Find the next", "Go to where the words stand next.",
                footer=False),
    ]  # fmt: skip

    class WordsAsked(Message):
        """The leader wants to look for words in `page`."""

        def __init__(self, page: Page) -> None:
            super().__init__()
            self.page = page

    @property
    def searched(self) -> Page:
        """The text that is searched."""
        raise NotImplementedError

    def action_find(self) -> None:
        """Ask for words."""
        self.post_message(self.WordsAsked(self.searched))

    def action_find_next(self) -> None:
        """On to the next place, or ask for words when none were looked for yet."""
        if not self.searched.search_on():
            self.action_find()


class SearchablePage(Page, Searchable, can_focus=True):
    """A page that scrolls by itself."""

    @property
    def searched(self) -> Page:
        return self


class Reader(VerticalScroll, Searchable, can_focus=True):
    """Scrolls widgets, one of them a `PageText`."""

    @property
    def searched(self) -> Page:
        return self.query_one(PageText)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to look in only once the text is there."""
        if action in ("find", "find_next"):
            return bool(self.query(PageText))
        return super().check_action(action, parameters)
