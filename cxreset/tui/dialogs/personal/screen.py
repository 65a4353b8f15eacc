"""Each piece that is or may be personal: kept or masked by a key before anything is shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.coordinate import Coordinate
from textual.widgets import Button, DataTable, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.insight.personal import NAMES
from cxreset.insight.personal.choices import NOT_FOUND, named
from cxreset.sharing.facts.masking import Find
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.dialog import Dialog

ABOUT = (
    "What is likely a name or an address is yours to judge; a choice (✓) holds for every export."
)
CHOSEN = "✓"
COLUMNS = (
    (N_("What stands there"), 24),
    (N_("In the file"), 11),
    (N_("What it is"), 15),
    (N_("Where"), 8),
)
"""Head and width of each: together as wide as the dialog is at 80 columns."""
NOTHING = "Nothing in it looks personal to a machine."


class PersonalScreen(Dialog[bool]):
    """The pieces in a list; `choose` stores that one is kept, or masked, and answers whether it
    could. Answers whether anything was chosen."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [
        close_command("escape,q"),
        dialog_command("personal.keep", "k", "choose(True)", "Keep it"),
        dialog_command("personal.mask", "m", "choose(False)", N_("Mask it")),
    ]

    def __init__(self, pieces: Sequence[Find], choose: Callable[[str, bool], bool]) -> None:
        super().__init__()
        self._pieces, self._choose = list(pieces), choose
        self._changed = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Personal, or likely so"), classes="heading", markup=False)
            yield Static(_(ABOUT) if self._pieces else _(NOTHING), markup=False)
            yield DataTable[Text](cursor_type="row")
            yield Static(_(NOT_FOUND), classes="muted", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Keep it  k"), id="keep", disabled=not self._pieces)
                yield Button(_("Mask it  m"), id="mask", disabled=not self._pieces)
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for head, width in COLUMNS:
            table.add_column(_(head), width=width)
        for piece in self._pieces:
            table.add_row(*_cells(piece))
        table.display = bool(self._pieces)
        table.focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.action_close()
        else:
            self.action_choose(event.button.id == "keep")

    def action_choose(self, keep: bool) -> None:
        """Keep or mask the piece under the cursor, and go on to the next."""
        table = self.query_one(DataTable)
        row = table.cursor_row
        if not 0 <= row < len(self._pieces):
            return
        piece = self._pieces[row]
        if not self._choose(named(piece.text), keep):
            return
        self._changed = True
        self._pieces[row] = piece._replace(masked=not keep, decided=True)
        for column, cell in enumerate(_cells(self._pieces[row])):
            table.update_cell_at(Coordinate(row, column), cell)
        table.move_cursor(row=row + 1)

    def action_close(self) -> None:
        self.dismiss(self._changed)


def _cells(piece: Find) -> list[Text]:
    becomes = _("masked") if piece.masked else _("as it is")
    cells = (
        one_line(piece.text, COLUMNS[0][1]),
        f"{CHOSEN} {becomes}" if piece.decided else becomes,
        _(NAMES[piece.kind][0]),
        one_line(piece.source, COLUMNS[3][1]),
    )
    return [Text(cell, no_wrap=True) for cell in cells]
