"""What keeps the app calm when the workbook cannot be read or written: a sentence or a screen.

A file that is held for a moment costs a notice; a damaged one leads to a screen with its backups;
nothing leads to a traceback. Backups and the check of every page run behind the first screen.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import get_current_worker

from cxreset.base.errors import CxresetError, WorkbookDamaged, WorkbookUnusable
from cxreset.base.text import shown

# What the app returns: it cannot go on, see `trouble`; open the workbook again; begin a new one.
TROUBLE, AGAIN, NEW = "trouble", "again", "new"
BACKUP_SECONDS = 1800.0
RETRY_SECONDS = 2.0


class ErrorBoundary(MessagePump):
    """A part of the screen that, when the workbook is held just now, says so and goes on."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except CxresetError as error:
            half_drawn = isinstance(message, events.Compose | events.Mount)
            if half_drawn or isinstance(error, WorkbookUnusable):
                raise
            say_refused(self, error)


def say_refused(where: MessagePump, error: CxresetError) -> None:
    """Say that something could not be done just now."""
    where.app.notify(shown(error.sentence), severity="warning", markup=False)


class SafeApp(ErrorBoundary, App[str]):
    """An app on a workbook that may be held, moved, or damaged at any moment."""

    trouble: CxresetError | None = None

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[object, Callable[[], None] | None] = {}
        """Who has something that is not saved yet; with a call where its field shows another row
        by now, so that the app has to try again."""

    def wait_to_save(self, who: object, again: Callable[[], None] | None = None) -> None:
        """Something is not saved: say so in the bar until it is."""
        if not self.waiting:
            self._retry = self.set_interval(RETRY_SECONDS, self._try_again)
        self.waiting[who] = again
        self._tell()

    def saved(self, who: object) -> None:
        """What was waiting is stored, or is waiting under another name."""
        if self.waiting.pop(who, self) is not self:
            if not self.waiting:
                self._retry.stop()
            self._tell()

    def save_older(self) -> None:
        """Store what was typed before, in its order; raises as the first of it does."""
        for who, again in list(self.waiting.items()):
            if again is not None:
                again()
                self.saved(who)

    def ask_to_leave(self) -> None:
        """Something is not saved: leaving would lose it."""
        from cxreset.tui.dialogs.confirm import ConfirmScreen

        def answered(leave: bool | None) -> None:
            if leave:
                self.exit()

        question = "Leave although something is not saved?"
        meaning = "It is tried again every two seconds; the bar says when it is saved."
        self.push_screen(ConfirmScreen(question, meaning, "Leave", "Stay"), answered)

    def _try_again(self) -> None:
        with suppress(CxresetError):
            self.save_older()

    def _tell(self) -> None:
        from cxreset.tui.widgets.place_bar import PlaceBar

        for bar in self.screen.query(PlaceBar):
            bar.unsaved = bool(self.waiting)

    def _handle_exception(self, error: Exception) -> None:
        """An error of the workbook's that no handler caught; others end in the crash sentence."""
        if not isinstance(error, CxresetError):
            super()._handle_exception(error)
            return
        trace = error.__traceback__
        lives_on = trace is not None and trace.tb_frame.f_code.co_name == "_flush_next_callbacks"
        if lives_on and not isinstance(error, WorkbookUnusable):
            say_refused(self, error)
            return
        self.stop_for(error)

    def stop_for(self, error: CxresetError) -> None:
        """Leave this app for the screen that says what is wrong with the workbook."""
        if self.trouble is None:
            self.trouble = error
        self._return_value = TROUBLE
        self._exception_event.set()  # whoever waits for a screen need not any longer
        self._exit = True
        self._close_messages_no_wait()  # as after a fatal error: whoever raised it may be gone

    # -- behind the screens

    def look_after(self, workbook: Path) -> None:
        """Once now and every half hour: a backup when due; and once, the check of every page, and
        what a large import left to be grouped."""
        self._check(workbook, whole=True)
        self.group_rest(workbook)
        self.set_interval(BACKUP_SECONDS, lambda: self._check(workbook, whole=False))

    def _check(self, workbook: Path, *, whole: bool) -> None:
        def work() -> None:
            from cxreset.workbook.storage.backup import back_up_if_due, fault_of

            worker = get_current_worker()
            try:
                back_up_if_due(workbook, datetime.now(UTC))
            except WorkbookDamaged as error:
                self._found(error)
                return
            except CxresetError as error:
                if not worker.is_cancelled:
                    self.call_from_thread(say_refused, self, error)
            if whole and not worker.is_cancelled:
                fault = fault_of(workbook, quick=True)
                if fault and "lock" not in fault:
                    self._found(
                        WorkbookDamaged(f"{workbook} is damaged ({fault}). It was left as it is.")
                    )

        self.run_worker(work, thread=True, exit_on_error=False, group="safety")

    def group_rest(self, workbook: Path) -> None:
        """Group, behind the screens, what says nearly the same after a large import. When the
        workbook is held just now, the next start does it."""

        def work() -> None:
            from cxreset.workbook.feedback.grouping import ungrouped
            from cxreset.workbook.opening import open_workbook

            worker = get_current_worker()
            with suppress(CxresetError), closing(open_workbook(workbook)) as file:
                if ungrouped(file):
                    from cxreset.reset.importing import group_rest

                    group_rest(file, lambda: not worker.is_cancelled)

        self.run_worker(work, thread=True, exit_on_error=False, exclusive=True, group="grouping")

    def _found(self, error: CxresetError) -> None:
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._stop_gently, error)

    def _stop_gently(self, error: CxresetError) -> None:
        """What is typed goes to the file first, as far as it will take it."""
        from cxreset.tui.widgets.fields.field import Field

        for screen in self.screen_stack:
            for field in screen.query(Field):
                field.flush()
        self.stop_for(error)
