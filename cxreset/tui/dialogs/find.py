"""Find words in a text that is shown, and take the address of a link."""

from __future__ import annotations

from typing import Any

from textual.app import App

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.ask_line import AskLineScreen
from cxreset.tui.shell import desktop
from cxreset.tui.widgets.page.page import Page


def ask_words(app: App[Any], page: Page) -> None:
    """Ask which words to look for in a page, go to the first place and say how many there are."""

    def answered(words: str | None) -> None:
        if words is None:
            return
        hits = page.search(words)
        if not hits:
            app.notify(
                _("“{words}” is not in this text.").format(words=one_line(words, 40)), markup=False
            )
        else:
            app.notify(
                _("In {spots}; {key:find_next=n} goes to the next.").format(
                    key=KEYS, spots=count(hits, "place")
                ),
                markup=False,
            )

    meaning = _("In any case of letters; {key:find_next=n} then goes from place to place.").format(
        key=KEYS
    )
    app.push_screen(
        AskLineScreen(
            _("Find in this text"), meaning, hint=_("words"), yes=_("Find"), line=page.sought
        ),
        answered,
    )


async def take_address(app: App[Any], address: str) -> None:
    """Copy what a link leads to, for nothing here goes online by itself."""
    app.notify(f"{one_line(address, 80)}\n{await desktop.copy(app, address)}", markup=False)
