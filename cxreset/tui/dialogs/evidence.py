"""Every comment tied to one pain, to be read, untied, or chosen as the one that is quoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.coordinate import Coordinate
from textual.widgets import Button, DataTable, Static

from cxreset.base.channels import channel_name
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line, shown
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.button_row import STAYS, ButtonRow
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.lists import Table
from cxreset.workbook.feedback.comments import PAGE, Comment


class EvidenceScreen(Dialog[None]):
    """A list above, the whole comment below. `untie` ties or unties one and answers whether it is
    tied now, or None when it could not be stored. `lead` answers which comment stands in the plan
    (None for none), `choose` puts another there, or lets go of the one put there.
    A list of any length opens at once: the next lines are read when the cursor reaches the last."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [
        close_command("escape,q"),
        dialog_command("evidence.undo", "u", "tie_again", N_("Tie again"), shown=False),
        dialog_command("evidence.untie", "t,delete", "untie", N_("Tie or untie")),
        dialog_command("evidence.quote", "s,asterisk", "star", N_("Quote it")),
        dialog_command("evidence.read-on", "space", "read_on", "Read on"),
    ]

    def __init__(
        self,
        title: str,
        ids: Sequence[int],
        page: Callable[[list[int]], list[Comment]],
        untie: Callable[[int], bool | None],
        lead: Callable[[], int | None],
        choose: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._heading, self._ids, self._page, self._toggle = title, ids, page, untie
        self._find_lead, self._choose = lead, choose
        self._lead = lead()
        self._read = 0
        self._comments: list[Comment] = []
        self._untied: dict[int, None] = {}  # in the order in which they were

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(one_line(self._heading), classes="heading", markup=False)
            yield Static(classes="muted", id="how-many", markup=False)
            yield Table()
            with VerticalScroll(classes="whole", can_focus=False):
                yield Static(id="whole", markup=False)
            with ButtonRow(classes="buttons"):
                yield Button(_("Untie  t"), id="untie")
                yield Button(_("Quote it  s"), id="star")
                yield Button(_("Large  enter"), id="large")
                yield Button(_("Close  esc"), id="close", variant="primary", classes=STAYS)

    def on_mount(self) -> None:
        self.call_after_refresh(self._fill)  # when it is known how wide the list is

    def _fill(self) -> None:
        table = self.query_one(DataTable)
        table.add_column(_("Id"), width=9)
        table.add_column(_("Channel"), width=7)
        table.add_column(_("What was said"), width=max(20, table.size.width - 24))
        self._more()
        self._say()
        table.focus()

    # -- the list

    def _more(self) -> None:
        table = self.query_one(DataTable)
        for comment in self._page(list(self._ids[self._read : self._read + PAGE])):
            self._comments.append(comment)
            table.add_row(*self._cells(comment))
        self._read += PAGE

    def _cells(self, comment: Comment) -> list[Text]:
        style = "strike dim" if comment.id in self._untied else ""
        mark = "★ " if comment.id == self._lead else ""
        channel, words = channel_name(comment.channel), one_line(comment.text, 200)
        cells = (f"{mark}C{comment.id}", channel, words)
        return [Text(cell, style=style, no_wrap=True, overflow="ellipsis") for cell in cells]

    def _say(self) -> None:
        tied = count(len(self._ids) - len(self._untied), "comment")
        summary = (
            _("{tied} tied to it").format(tied=tied)
            if self._ids
            else _("No comment is tied to it yet; tie some in 1.1")
        )
        untied = (
            _("; {untied} untied just now").format(untied=len(self._untied)) if self._untied else ""
        )
        self.query_one("#how-many", Static).update(f"{summary}{untied}. {self._quoted()}")

    def _quoted(self) -> str:
        """Which one stands in the plan."""
        if self._lead is None:
            return _("None of them complains, so none is quoted in the plan.")
        return _("★ C{lead} stands in the plan.").format(lead=self._lead)

    def _chosen(self) -> tuple[int, Comment] | None:
        index = self.query_one(DataTable).cursor_row
        return (index, self._comments[index]) if 0 <= index < len(self._comments) else None

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if event.cursor_row >= len(self._comments) - 1 and self._read < len(self._ids):
            self._more()
        found = self._chosen()
        if found is not None:
            comment = found[1]
            parts = (comment.source, comment.day, channel_name(comment.channel))
            about = " · ".join(filter(None, parts))
            words = f"{comment.title}\n{comment.text}" if comment.title else comment.text
            self.query_one("#whole", Static).update(f"{shown(words)}\n\n{shown(about)}")
            self.query_one(".whole").scroll_to(y=0, animate=False)
            self._label(comment)

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_large()

    def action_large(self) -> None:
        """The comment whole, with a line of the list; once more, the list again."""
        self.toggle_class("-large")
        label = _("List  enter") if self.has_class("-large") else _(_("Large  enter"))
        self.query_one("#large", Button).label = label
        table = self.query_one(DataTable)
        table.focus()
        table.call_after_refresh(table.move_cursor, row=table.cursor_row)

    def action_read_on(self) -> None:
        """On in the comment; at its end, to the next one."""
        box = self.query_one(".whole", VerticalScroll)
        if box.scroll_offset.y < box.max_scroll_y:
            box.scroll_page_down(animate=False)
        else:
            self.query_one(DataTable).action_cursor_down()

    def _label(self, comment: Comment) -> None:
        tied = comment.id not in self._untied
        self.query_one("#untie", Button).label = _("Untie  t") if tied else _("Tie again  t")

    # -- doing

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "untie":
            self.action_untie()
        elif event.button.id == "large":
            self.action_large()
        elif event.button.id == "star":
            self.action_star()
        else:
            self.action_close()

    def action_untie(self) -> None:
        """Untie the comment under the cursor; it stays in sight, to be tied again."""
        found = self._chosen()
        if found is None:
            return
        _, comment = found
        self._turn(comment.id)
        self._label(comment)

    def action_tie_again(self) -> None:
        """Take the last untying back: `u` means that everywhere."""
        if self._untied:
            self._turn(next(reversed(self._untied)))
            found = self._chosen()
            if found is not None:
                self._label(found[1])

    def _turn(self, comment_id: int) -> None:
        """Tie or untie one, and show it."""
        tied = self._toggle(comment_id)
        if tied is None:
            return
        if tied:
            self._untied.pop(comment_id, None)
        else:
            self._untied[comment_id] = None
        self._show_lead()

    def action_star(self) -> None:
        """Quote the comment under the cursor in the plan; once more lets the best proof stand."""
        found = self._chosen()
        if found is None or found[1].id in self._untied:
            return
        self._choose(found[1].id)
        self._show_lead()

    def _show_lead(self) -> None:
        """Draw the list anew where it changed: the lead may be another after any change."""
        self._lead = self._find_lead()
        table = self.query_one(DataTable)
        for index, comment in enumerate(self._comments):
            for column, cell in enumerate(self._cells(comment)):
                if table.get_cell_at(Coordinate(index, column)) != cell:
                    table.update_cell_at(Coordinate(index, column), cell)
        self._say()

    def action_close(self) -> None:
        self.dismiss(None)
