"""Import files of feedback: name one, see how it was understood, correct that, then store it.

Nothing is stored before the leader has seen the proposal. Looking and storing happen beside the
screen, on a connection of their own, so that a large file can be stopped at any time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, DirectoryTree, Input, ProgressBar, Static
from textual.worker import get_current_worker

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.intake.read import Options, Preview, Report
from cxreset.reset.importing import path_from
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.dialogs.importing import work
from cxreset.tui.dialogs.importing.proposal import Proposal
from cxreset.tui.dialogs.importing.report import ASK_SCALE, HOW, so_far, way_back
from cxreset.tui.dialogs.importing.work import PICK, PROPOSAL, REPORT, RUNNING, Imported
from cxreset.tui.shell.browser.messages import TakesFiles
from cxreset.tui.shell.maintenance import CommentsUngrouped
from cxreset.tui.widgets.file_tree import FeedbackTree, PathInput
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import with_sign


class ImportScreen(TakesFiles, Dialog[Imported | None]):
    """Answers what was stored, or None when nothing was."""

    CSS_PATH = ["../dialogs.tcss", "importing.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS = [close_command()]

    def __init__(
        self, workbook: Path, today: date, before: Callable[[Preview], str | None]
    ) -> None:
        """`before` says in a sentence that this very file is in the workbook already."""
        super().__init__()
        self._workbook, self._today, self._before = workbook, today, before
        self._preview: Preview | None = None
        self._reports: list[Report] = []
        self._asked_scale, self._stored = False, 0
        self._stop = Event()
        self.stage = PICK

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("Import a file of feedback"), classes="heading", markup=False)
            with Vertical(classes="stage", id=PICK):
                yield Static(_(HOW), classes="muted", markup=False)
                yield PathInput(_("the file's path, or a folder's"), id="path")
                yield FeedbackTree(Path.home())
            yield Proposal(classes="stage", id=PROPOSAL)
            with Vertical(classes="stage", id=RUNNING):
                yield Static("", id="so-far", markup=False)
                yield ProgressBar(total=100, show_eta=False)
            with Vertical(classes="stage", id=REPORT), VerticalScroll(id="result-box"):
                yield Static("", id="result", markup=False)
            yield Static("", id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Import"), id="go", variant="primary")
                yield Button(_("Another file"), id="back")
                yield Button(_("See what recurs"), id="suggest")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        self._show(PICK)

    @property
    def proposal(self) -> Proposal:
        return self.query_one(Proposal)

    def _show(self, stage: str, wrong: str = "") -> None:
        self.stage = stage
        for box in self.query(".stage"):
            box.display = box.id == stage
        go, close = self.query_one("#go", Button), self.query_one("#close", Button)
        go.display = stage in work.GO_WORDS
        go.label = _(work.GO_WORDS.get(stage, ""))
        self.query_one("#back").display = stage in (PROPOSAL, REPORT)
        self.query_one("#suggest").display = stage == REPORT
        close.label = _("Stop  esc") if stage == RUNNING else _("Close  esc")
        for button in (go, close):
            button.refresh(layout=True)  # as wide as its words
        self._say(wrong)
        self.query_one(work.FIRST_FOCUS[stage]).focus()

    def _say(self, sentence: str) -> None:
        message = self.query_one("#wrong", Static)
        message.update(with_sign(shown(sentence)))
        message.display = bool(sentence)

    # -- looking

    @on(Input.Submitted, "#path")
    def _path_typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._look_at_typed()

    @on(DirectoryTree.FileSelected)
    def _file_picked(self, event: DirectoryTree.FileSelected) -> None:
        event.stop()
        self.take_file(event.path)

    def on_key(self, event: events.Key) -> None:
        """Letters typed beside the path are the path's; later n opens the notes."""
        if self.stage == PICK and event.character and event.is_printable and event.key != "space":
            event.stop()
            self._typed(event.character)
        elif self.stage == PROPOSAL and event.character == "n":
            self.proposal.open_notes()

    def on_paste(self, event: events.Paste) -> None:
        if self.stage == PICK:
            event.stop()
            self._typed(event.text.partition("\n")[0])

    @on(Input.Changed, "#path")
    @on(DirectoryTree.NodeHighlighted)
    def _looking_elsewhere(self) -> None:
        if self.stage == PICK:  # what was wrong with the last path says nothing of the next
            self._say("")

    def _typed(self, words: str) -> None:
        path = self.query_one("#path", Input)
        path.insert_text_at_cursor(words)
        path.focus()

    def take_file(self, path: Path) -> None:
        """Look at a file that was picked, or brought in through the page."""
        if self.stage == RUNNING:
            self._say(_("Another file is being stored. Bring this one in again after that."))
            return
        with self.prevent(Input.Changed):  # what is wrong with it would be taken away again
            self.query_one("#path", Input).value = str(path)
        self._look_at_typed()

    def _look_at_typed(self) -> None:
        try:
            path = path_from(self.query_one("#path", Input).value)
        except CxresetError as error:
            self._say(error.sentence)
            return
        if path.is_dir():
            self._open_folder(path)
        else:
            self._begin_look(path, Options(), fresh=True)

    def _open_folder(self, folder: Path) -> None:
        """Show a folder's files, to be picked one after the other."""
        self._say("")
        tree = self.query_one(FeedbackTree)
        tree.path = folder
        tree.focus()

    def _begin_look(self, path: Path, options: Options, *, fresh: bool) -> None:
        self._say("")
        self.run_worker(
            partial(self._look, path, options, fresh), thread=True, exclusive=True, group="look"
        )

    def _look(self, path: Path, options: Options, fresh: bool) -> None:
        """In a thread."""
        worker = get_current_worker()
        line = work.Line(self.post_message, lambda: not worker.is_cancelled)
        work.look(line, path, options, self._workbook, fresh=fresh, stage=self.stage)

    @on(work.Looked)
    def _looked(self, event: work.Looked) -> None:
        event.stop()
        preview = event.proposed.preview
        earlier = self._before(preview)
        if earlier:
            self._show(PICK, earlier)
            return
        self._preview = preview
        focused = self.focused if self.stage == PROPOSAL else None  # a correction: it stays there
        if self._asked_scale:  # and it was answered: on with it
            focused, self._asked_scale = self.query_one("#go"), False
        self.proposal.show(event.proposed, fresh=event.fresh)
        self._show(PROPOSAL)
        if focused is not None:
            focused.focus()
        elif self.proposal.asks:
            self.query_one(self.proposal.asks).focus()

    @on(work.Counted)
    def _counted(self, event: work.Counted) -> None:
        event.stop()
        self.proposal.count(event.report)

    @on(Proposal.Corrected)
    def _corrected(self, event: Proposal.Corrected) -> None:
        event.stop()
        if self._preview is not None and self.stage == PROPOSAL:
            self._begin_look(self._preview.path, event.options, fresh=event.options.columns is None)

    @on(work.Failed)
    def _failed(self, event: work.Failed) -> None:
        event.stop()
        if event.back_to == PROPOSAL and self.proposal.proposed is not None:
            self.proposal.show(self.proposal.proposed, fresh=False)  # what holds still
        self._show(event.back_to, event.sentence)

    # -- storing

    def _begin_import(self) -> None:
        preview = self._preview
        if preview is None or self.proposal.missing:
            self._say(self.proposal.missing)
            return
        if self.proposal.scale_open and not self._asked_scale:
            self._asked_scale = True
            self._say(_(ASK_SCALE))
            self.query_one("#role-scale").focus()
            return
        self.workers.cancel_group(self, "look")  # no need to count on: storing counts
        self._stop.clear()
        self._stored = 0
        self.query_one(ProgressBar).update(progress=0)
        reading = _("Reading {file_name}.").format(file_name=preview.file_name)
        self.query_one("#so-far", Static).update(shown(reading))
        self._show(RUNNING)
        job = partial(self._import, preview, self.proposal.drop_personal)
        self.run_worker(job, thread=True, group="import")

    def _import(self, preview: Preview, drop_personal: bool) -> None:
        """In a thread."""
        line = work.Line(self.post_message, lambda: not self._stop.is_set())
        work.store(line, self._workbook, preview, self._today, drop_personal=drop_personal)

    @on(work.Progressed)
    def _progressed(self, event: work.Progressed) -> None:
        event.stop()
        if self._stop.is_set():
            return  # it says already that it is stopping
        self.query_one(ProgressBar).update(progress=100 * event.share)
        grouping = event.stored == self._stored  # all are in; the search index and groups follow
        self._stored = event.stored
        self.query_one("#so-far", Static).update(so_far(event.stored, grouping=grouping))

    @on(work.Finished)
    def _finished(self, event: work.Finished) -> None:
        event.stop()
        self._reports.append(event.report)
        if event.report.near_later:
            self.post_message(CommentsUngrouped(self._workbook))
        lines = [*event.report.lines(), "", way_back()]
        self.query_one("#result", Static).update(shown("\n".join(lines)))
        self._show(REPORT)

    # -- buttons and keys

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.action_close()
        elif event.button.id == "suggest":
            self._leave(suggest=True)
        elif event.button.id == "back":
            self._back()
        elif self.stage == PICK:
            self._look_at_typed()
        elif self.stage == PROPOSAL:
            self._begin_import()

    def _back(self) -> None:
        """To the next file; after an import, in the folder of the last."""
        done = self._preview if self.stage == REPORT else None
        self._preview = None
        self._show(PICK)
        if done is not None:
            self.query_one("#path", Input).value = ""
            self.query_one(FeedbackTree).path = done.path.parent

    def action_close(self) -> None:
        """Close; while an import runs, stop it first and say so."""
        if self.stage == RUNNING:
            self._stop.set()
            self.query_one("#so-far", Static).update(_("Stopping."))
        else:
            self._leave(suggest=False)

    def _leave(self, *, suggest: bool) -> None:
        self.dismiss(Imported(tuple(self._reports), suggest) if self._reports else None)

    def on_unmount(self) -> None:
        self._stop.set()
