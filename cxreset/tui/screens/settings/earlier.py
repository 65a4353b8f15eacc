"""The thirty days before these: listed, and opened to look back."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.day_words import whole_day
from cxreset.base.language.words import _
from cxreset.reset.ending.next_thirty import earlier
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.lists import Options


class EarlierResets(Vertical):
    """A line a reset; nothing while these are the first thirty days."""

    class Chosen(Message):
        """One is to be opened."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, reset: Reset) -> None:
        super().__init__(id="earlier")
        self._earlier = earlier(reset)
        self.display = bool(self._earlier)

    def compose(self) -> ComposeResult:
        yield Static(_("The thirty days before").upper(), classes="section", markup=False)
        yield Options(
            *(
                Option(
                    Content.assemble(
                        _(" {number}   from {day}").format(
                            number=each.number, day=whole_day(each.start_on, year=True)
                        ),
                        (_("   enter opens it to look back"), "$text-muted"),
                    )
                )
                for each in self._earlier
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._earlier[event.option_index].path))
