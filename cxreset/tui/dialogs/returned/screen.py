"""Take back a register that colleagues have worked in: each change beside what stands here."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, DataTable, DirectoryTree, Input, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, shown
from cxreset.reset.importing import path_from
from cxreset.reset.reset import Reset
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.edits import Returned
from cxreset.sharing.returned.take import take
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.dialogs.returned.lines import (
    CHOSEN,
    LEFT,
    edit_cells,
    in_full,
    new_cells,
    summary,
)
from cxreset.tui.widgets.file_tree import FeedbackTree, PathSuggester
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import with_sign

PICK, CHANGES = "pick", "changes"
HOW = (
    "The register or the table that they sent back, as Excel or CSV. Type or paste its path and "
    "press Enter, or pick it below. Nothing is taken before you have seen it."
)
WIDE = 102


class ReturnedScreen(Dialog[int | None]):
    """Answers how many changes were taken, or None when none was."""

    CSS_PATH = ["../dialogs.tcss", "returned.tcss"]
    BINDINGS = [
        close_command(),
        dialog_command("returned.choose", "space", "choose", "Choose"),
        dialog_command("returned.all", "a", "all", N_("All they changed")),
        dialog_command("returned.take", "t", "take", N_("Take")),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self._reset = reset
        self._returned: Returned | None = None
        self._chosen: set[str] = set()
        self.stage = PICK

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("What colleagues changed"), classes="heading", markup=False)
            with Vertical(classes="stage", id=PICK):
                yield Static(_(HOW), classes="muted", markup=False)
                yield Input(
                    placeholder=_("the file's path"), id="path", compact=True,
                    suggester=PathSuggester(),
                )  # fmt: skip
                yield FeedbackTree(Path.home())
            with Vertical(classes="stage", id=CHANGES):
                yield Static("", id="summary", markup=False)
                yield DataTable[Content](cursor_type="row")
                yield Static("", id="whole", markup=False)
                with VerticalScroll(id="left-out"):
                    yield Static("", id="problems", markup=False)
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Look at it  ⏎"), id="look", variant="primary")
                yield Button(_("Take  t"), id="take", variant="primary")
                yield Button(_("All they changed  a"), id="all")
                yield Button(_("Another file"), id="back")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        table = self._table
        text = max(12, (min(self.app.size.width, WIDE) - 40) // 2)
        for name, width in (
            ("", 1), (_("Id"), 5), (_("What"), 10), (_("Here"), text), (_("In the file"), text),
        ):  # fmt: skip
            table.add_column(name, width=width, key=name)
        self._show(PICK)

    @property
    def _table(self) -> DataTable[Content]:
        return self.query_one(DataTable)

    def _show(self, stage: str, wrong: str = "") -> None:
        self.stage = stage
        for box in self.query(".stage"):
            box.display = box.id == stage
        there = bool(self._returned and self._returned.choices())
        for name, seen in (
            ("look", stage == PICK),
            ("take", stage == CHANGES and there),
            ("all", stage == CHANGES and there),
            ("back", stage == CHANGES),
        ):
            self.query_one(f"#{name}").display = seen
        message = self.query_one("#wrong", Static)
        message.update(with_sign(shown(wrong)))
        message.display = bool(wrong)
        if stage == PICK:
            self.query_one("#path").focus()
        else:
            (self._table if there else self.query_one("#close")).focus()

    # -- looking

    @on(Input.Submitted, "#path")
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._look()

    @on(DirectoryTree.FileSelected)
    def _picked(self, event: DirectoryTree.FileSelected) -> None:
        event.stop()
        self.query_one("#path", Input).value = str(event.path)
        self._look()

    def _look(self) -> None:
        try:
            path = path_from(self.query_one("#path", Input).value)
            found = look(path, self._reset.book)
        except CxresetError as error:
            self._show(PICK, error.sentence)
            return
        self._returned, self._chosen = found, set()
        table = self._table
        table.clear()
        for edit in found.edits:
            table.add_row(*edit_cells(edit), key=edit.key)
        for one in found.new:
            table.add_row(*new_cells(one), key=one.key)
        table.display = bool(found.choices())
        self.query_one("#summary", Static).update(shown(summary(found)))
        self.query_one("#problems", Static).update(shown("\n".join(found.problems)))
        self.query_one("#left-out").display = bool(found.problems)
        self._show(CHANGES)
        self._count()

    # -- choosing and taking

    def _count(self) -> None:
        button = self.query_one("#take", Button)
        chosen = len(self._chosen)
        button.label = (
            _("Take {changes}  t").format(changes=count(chosen, "change"))
            if chosen
            else _("Take  t")
        )
        button.disabled = not chosen
        button.refresh(layout=True)

    def _mark(self, key: str, chosen: bool) -> None:
        self._chosen = self._chosen | {key} if chosen else self._chosen - {key}
        sign = Content.styled(CHOSEN, "bold $success") if chosen else Content(LEFT)
        self._table.update_cell(key, "", sign)
        self._count()

    @on(DataTable.RowSelected)
    def _selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_choose()

    @on(DataTable.RowHighlighted)
    def _highlighted(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        found = self._returned
        if found is not None and event.row_key.value is not None:
            self.query_one("#whole", Static).update(in_full(found, event.row_key.value))

    def action_choose(self) -> None:
        """Choose the change in hand, or leave it again."""
        table = self._table
        if self.stage == CHANGES and table.row_count:
            key = str(table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value)
            self._mark(key, key not in self._chosen)

    def action_all(self) -> None:
        """Choose what only they changed; what changed on both sides stays a choice of its own."""
        if self._returned is not None and self.stage == CHANGES:
            for key in self._returned.choices(sure=True):
                self._mark(key, True)

    def action_take(self) -> None:
        """Store what is chosen, as one change for undo."""
        found, chosen = self._returned, self._chosen
        if found is None or self.stage != CHANGES or not chosen:
            return
        try:
            number = take(found, self._reset.book, chosen, self._reset.today)
        except CxresetError as error:
            self._show(CHANGES, error.sentence)
            return
        self.dismiss(number)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "look":
                self._look()
            case "take":
                self.action_take()
            case "all":
                self.action_all()
                self._table.focus()
            case "back":
                self._returned = None
                self._show(PICK)
            case _:
                self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)
