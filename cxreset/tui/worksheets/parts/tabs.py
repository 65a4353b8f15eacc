"""A worksheet of a few parts, one behind the other: each part is a worksheet of its own."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TabbedContent, TabPane, Tabs

from cxreset.base.language.words import N_, _
from cxreset.tui.commands.command import command
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.records import RecordSheet


class TabbedSheet(Worksheet):
    """Parts behind tabs; `.` or a click turns to the next, and a part turned to is drawn anew."""

    BINDINGS = [
        command("full_stop", "part", "Next part", "Turn to the next part of this worksheet.",
                shown_as="."),
        Binding("down,enter", "into", N_("Go into this part"), show=False),
    ]  # fmt: skip
    SHORT = 20
    """Rows below which the tabs stand close."""

    parts: ClassVar[tuple[tuple[str, type[Worksheet]], ...]]

    def compose(self) -> ComposeResult:
        with TabbedContent(initial="part-0"):
            for index, (name, part) in enumerate(self.parts):
                with TabPane(_(name), id=f"part-{index}"):
                    yield part(self.reset, self.step)

    def on_mount(self) -> None:
        self._mark()

    def on_resize(self) -> None:
        self.set_class(self.size.height < self.SHORT, "-short")

    @property
    def part(self) -> Worksheet:
        """The part in front."""
        pane = self.query_one(TabbedContent).active_pane
        assert pane is not None
        return pane.query_one(Worksheet)

    def _mark(self) -> None:
        """A list takes the focus; a part without one leaves it to the tabs, where keys work."""
        self.query_one(Tabs).set_class(not isinstance(self.part, RecordSheet), "first")

    @on(TabbedContent.TabActivated)
    def _turned(self, event: TabbedContent.TabActivated) -> None:
        event.stop()
        self._mark()
        self.part.reload()

    def action_part(self) -> None:
        """Turn to the next part, or from the last to the first."""
        self.flush()
        tabs = self.query_one(TabbedContent)
        index = int(tabs.active.removeprefix("part-")) + 1
        tabs.active = f"part-{index % len(self.parts)}"
        self.part.reload()
        # At once, not after the next refresh: the keys of a quick typist must not get lost.
        if not self._focus_first("DataTable, #tool-add"):
            self.screen.set_focus(self.query_one(Tabs))

    def action_into(self) -> None:
        """From the tabs into the part's list or first field."""
        if not self.query_one(Tabs).has_focus:
            raise SkipAction
        self._focus_first("DataTable, #tool-add, Input, TextArea")

    def show_record(self, table: str, key: str) -> bool:
        """Turn to the part that has such rows."""
        for pane in self.query(TabPane):
            if any(part.show_record(table, key) for part in pane.query(Worksheet)):
                self.query_one(TabbedContent).active = pane.id or ""
                return True
        return False

    def _focus_first(self, selector: str) -> bool:
        """Focus the first such widget of the part that can be seen; False if there is none."""
        for widget in self.part.query(selector):
            if widget.focusable and all(node.display for node in widget.ancestors_with_self):
                self.screen.set_focus(widget)
                return True
        return False
