"""Import a file of feedback: name it, see how it was understood, correct that, then store it.

Nothing is stored before the leader has seen the proposal. Looking and storing happen beside the
screen, on a connection of their own, so that a large file can be stopped at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Event

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, DirectoryTree, Input, ProgressBar, Select, Static
from textual.worker import get_current_worker

from cxreset.errors import CxresetError, IntakeError
from cxreset.importing import import_file, path_from
from cxreset.intake.outcome import Item, Report
from cxreset.intake.read import Preview, look, read
from cxreset.intake.values import CHANNELS
from cxreset.text import one_line, shown
from cxreset.tui.widgets.file_tree import FeedbackTree, PathSuggester
from cxreset.workbook.feedback import Cancelled, FeedbackShelf
from cxreset.workbook.file import WorkbookFile

SAMPLE_ROWS = 4
AS_FILE_SAYS = "as the file says"
PICK, PROPOSAL, RUNNING, REPORT = "pick", "proposal", "running", "report"
_FIRST_FOCUS = {PICK: "#path", PROPOSAL: "#go", RUNNING: "#close", REPORT: "#close"}


class ImportScreen(ModalScreen[Report | None]):
    """Answers the report of what was stored, or None when nothing was."""

    CSS_PATH = "dialog.tcss"
    CSS = """
    ImportScreen .dialog {
        width: 96;
        & .stage { height: auto; }
        & Input { margin: 1 0; }
        & DirectoryTree { height: 9; background: $background; padding: 0 1; }
        & .row { height: 1; margin: 1 0 0 0; }
        & .row .label { width: 14; color: $text-muted; }
        & .row Select { width: 1fr; max-width: 60; }
        & #sample { height: auto; margin: 1 0 0 0; text-wrap: nowrap; text-overflow: ellipsis; }
        & ProgressBar { margin: 1 0 0 0; }
        & #wrong { margin: 1 0 0 0; color: $warning; height: auto; }
    }
    """
    BINDINGS = [Binding("escape", "close", "Close")]

    class Looked(Message):
        """A file was looked at. `unsure`: no column reads like words, one must be chosen."""

        def __init__(self, preview: Preview, sample: Sequence[Item], unsure: bool) -> None:
            super().__init__()
            self.preview, self.sample, self.unsure = preview, sample, unsure

    class Progressed(Message):
        """So many comments are stored, and so much of the file (0 to 1) is read."""

        def __init__(self, stored: int, share: float) -> None:
            super().__init__()
            self.stored, self.share = stored, share

    class Finished(Message):
        """The import is in the workbook."""

        def __init__(self, report: Report) -> None:
            super().__init__()
            self.report = report

    class Failed(Message):
        """Looking or storing did not work out; nothing was stored."""

        def __init__(self, sentence: str, back_to: str) -> None:
            super().__init__()
            self.sentence, self.back_to = sentence, back_to

    def __init__(
        self, workbook: Path, today: date, before: Callable[[Preview], str | None]
    ) -> None:
        """`before` says in a sentence that this very file is in the workbook already."""
        super().__init__()
        self._workbook, self._today, self._before = workbook, today, before
        self._preview: Preview | None = None
        self._unsure = False
        self._report: Report | None = None
        self._stop = Event()
        self.stage = PICK

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("Import a file of feedback", classes="heading", markup=False)
            with Vertical(classes="stage", id=PICK):
                yield Static(
                    "One comment a row, as CSV or plain text. Type or paste its path and press "
                    "Enter, or pick it below. The file itself is never changed.",
                    classes="muted", markup=False,
                )  # fmt: skip
                yield Input(
                    placeholder="the file's path", id="path", compact=True,
                    suggester=PathSuggester(),
                )  # fmt: skip
                yield FeedbackTree(Path.home())
            with Vertical(classes="stage", id=PROPOSAL):
                yield Static("", id="understood", markup=False)
                with Horizontal(classes="row"):
                    yield Static("The words", classes="label", markup=False)
                    yield Select[str]([], prompt="choose the column", compact=True, id="column")
                with Horizontal(classes="row"):
                    yield Static("Channel", classes="label", markup=False)
                    yield Select[str]([], prompt=AS_FILE_SAYS, compact=True, id="channel")
                yield Static("", id="sample", classes="muted", markup=False)
            with Vertical(classes="stage", id=RUNNING):
                yield Static("", id="so-far", markup=False)
                yield ProgressBar(total=100, show_eta=False)
            with Vertical(classes="stage", id=REPORT):
                yield Static("", id="result", markup=False)
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Import", id="go", variant="primary")
                yield Button("Another file", id="back")
                yield Button("Close  esc", id="close")

    def on_mount(self) -> None:
        self._show(PICK)

    def _show(self, stage: str, wrong: str = "") -> None:
        self.stage = stage
        for box in self.query(".stage"):
            box.display = box.id == stage
        go, close = self.query_one("#go", Button), self.query_one("#close", Button)
        go.display = stage in (PICK, PROPOSAL)
        go.label = "Look at it  ⏎" if stage == PICK else "Import  ⏎"
        self.query_one("#back").display = stage in (PROPOSAL, REPORT)
        close.label = "Stop  esc" if stage == RUNNING else "Close  esc"
        for button in (go, close):
            button.refresh(layout=True)  # as wide as its words
        self._say(wrong)
        self.query_one(_FIRST_FOCUS[stage]).focus()

    def _say(self, sentence: str) -> None:
        said = self.query_one("#wrong", Static)
        said.update(shown(sentence))
        said.display = bool(sentence)

    # -- looking

    @on(Input.Submitted, "#path")
    def _path_typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._look_at_typed()

    @on(DirectoryTree.FileSelected)
    def _file_picked(self, event: DirectoryTree.FileSelected) -> None:
        event.stop()
        self.query_one("#path", Input).value = str(event.path)
        self._look_at_typed()

    def _look_at_typed(self) -> None:
        try:
            path = path_from(self.query_one("#path", Input).value)
        except CxresetError as error:
            self._say(error.sentence)
            return
        self._begin_look(path, None, None)

    def _begin_look(self, path: Path, column: str | None, channel: str | None) -> None:
        self._say("")
        self.run_worker(
            partial(self._look, path, column, channel), thread=True, exclusive=True, group="look"
        )

    def _look(self, path: Path, column: str | None, channel: str | None) -> None:
        """In a thread: propose how to read the file."""
        worker, unsure = get_current_worker(), False
        try:
            try:
                preview = look(path, text_column=column, channel=channel)
            except IntakeError as error:
                if column is not None:
                    raise
                try:  # perhaps only the column of words was not found: let it be chosen
                    preview, unsure = look(path, text_column="1", channel=channel), True
                except CxresetError:
                    raise error from None
            sample = [row for row in islice(read(preview), 50) if isinstance(row, Item)]
        except CxresetError as error:
            if not worker.is_cancelled:
                self.post_message(self.Failed(error.sentence, self.stage))
            return
        if not worker.is_cancelled:
            self.post_message(self.Looked(preview, sample[:SAMPLE_ROWS], unsure))

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        event.stop()
        preview, self._unsure = event.preview, event.unsure
        earlier = self._before(preview)
        if earlier:
            self._show(PICK, earlier)
            return
        self._preview = preview
        lines = [shown(line) for line in preview.lines()]
        if event.unsure:
            lines = lines[:1]
        self.query_one("#understood", Static).update("\n".join(lines))
        columns = [(Text(one_line(name, 50)), name) for name in preview.header]
        column: Select[str] = self.query_one("#column", Select)
        channel: Select[str] = self.query_one("#channel", Select)
        with self.prevent(Select.Changed):
            column.set_options(columns)
            column.value = Select.NULL if event.unsure else str(preview.mapping.text)
            channel.set_options([(Text(name), name) for name in CHANNELS])
            by_column = preview.mapping.channel is not None
            channel.value = Select.NULL if by_column else preview.channel
        self.query_one("#sample", Static).update(
            "" if event.unsure else "The first comments\n" + "\n".join(map(_line, event.sample))
        )
        sentence = "No column reads like a customer's words by itself. Choose the column above."
        picking = self.stage == PROPOSAL  # a correction: the focus stays where it is
        focused = self.focused
        self._show(PROPOSAL, sentence if event.unsure else "")
        if picking and focused is not None:
            focused.focus()
        elif event.unsure:
            column.focus()

    @on(Select.Changed)
    def _corrected(self, event: Select.Changed) -> None:
        event.stop()
        preview = self._preview
        if preview is None or self.stage != PROPOSAL:
            return
        column, channel = self._picked("#column"), self._picked("#channel")
        if column is not None:
            self._begin_look(preview.path, column, channel)

    def _picked(self, select: str) -> str | None:
        value = self.query_one(select, Select).value
        return value if isinstance(value, str) else None

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self._show(event.back_to, event.sentence)

    # -- storing

    def _begin_import(self) -> None:
        preview = self._preview
        if preview is None or self._picked("#column") is None:
            self._say("Choose the column that holds the customer's words first.")
            return
        self._stop.clear()
        self.query_one(ProgressBar).update(progress=0)
        self.query_one("#so-far", Static).update(f"Reading {preview.file_name} …")
        self._show(RUNNING)
        self.run_worker(partial(self._import, preview), thread=True, group="import")

    def _import(self, preview: Preview) -> None:
        """In a thread: store all of it or nothing."""

        def tell(stored: int, share: float) -> bool:
            self.post_message(self.Progressed(stored, share))
            return not self._stop.is_set()

        try:
            file = WorkbookFile.open(self._workbook)
            try:
                report = import_file(FeedbackShelf(file), preview, None, self._today, tell)
            finally:
                file.close()
        except Cancelled:
            self.post_message(self.Failed("Stopped. Nothing of this file was stored.", PROPOSAL))
        except CxresetError as error:
            self.post_message(self.Failed(error.sentence, PROPOSAL))
        else:
            self.post_message(self.Finished(report))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        event.stop()
        self.query_one(ProgressBar).update(progress=100 * event.share)
        self.query_one("#so-far", Static).update(f"{event.stored:,} comments taken so far")

    @on(Finished)
    def _finished(self, event: Finished) -> None:
        event.stop()
        self._report = event.report
        self.query_one("#result", Static).update(shown("\n".join(event.report.lines())))
        self._show(REPORT)

    # -- buttons and keys

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.action_close()
        elif event.button.id == "back":
            self._preview = None
            if self.stage == REPORT:
                self.query_one("#path", Input).value = ""
            self._show(PICK)
        elif self.stage == PICK:
            self._look_at_typed()
        elif self.stage == PROPOSAL:
            self._begin_import()

    def action_close(self) -> None:
        """Close; while an import runs, stop it first and say so."""
        if self.stage == RUNNING:
            self._stop.set()
            self.query_one("#so-far", Static).update("Stopping …")
        else:
            self.dismiss(self._report)

    def on_unmount(self) -> None:
        self._stop.set()


def _line(item: Item) -> str:
    on = item.received_on.isoformat() if item.received_on else "no date   "
    return f"{on}  {item.channel:<7} {one_line(item.text, 120)}"
