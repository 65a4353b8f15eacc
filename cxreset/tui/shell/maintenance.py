"""What is done to the workbook behind the screens: backups, the check of every page, grouping."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from textual.message import Message
from textual.worker import get_current_worker

from cxreset.base.errors import CxresetError, WorkbookDamaged
from cxreset.base.language.words import _
from cxreset.tui.shell.error_boundary import WorkbookApp, notify_error
from cxreset.workbook.unsaved.edits import SessionEdits

BACKUP_SECONDS = 1800.0


class CommentsUngrouped(Message):
    """A large import has left comments that say nearly the same to be grouped later."""

    def __init__(self, workbook: Path) -> None:
        super().__init__()
        self.workbook = workbook


class MaintenanceApp(WorkbookApp):
    """An app that looks after its workbook, in threads of their own."""

    edits: SessionEdits | None = None

    def look_after(self, workbook: Path) -> None:
        """Once now and every half hour: a backup when due; and once, the check of every page, and
        what a large import left to be grouped."""
        self._back_up(workbook, check=True)
        self._group_rest(workbook)
        self.set_interval(BACKUP_SECONDS, lambda: self._back_up(workbook, check=False))

    def on_comments_ungrouped(self, event: CommentsUngrouped) -> None:
        event.stop()
        self._group_rest(event.workbook)

    def _back_up(self, workbook: Path, *, check: bool) -> None:
        def work() -> None:
            from cxreset.workbook.storage.backup import back_up_if_due, fault_of

            worker = get_current_worker()
            try:
                made = back_up_if_due(workbook, datetime.now(UTC))
                if made is not None and self.edits is not None:
                    self.edits.forget_backed_up(made.path)
            except WorkbookDamaged as error:
                self._report_damage(error)
                return
            except CxresetError as error:
                if not worker.is_cancelled:
                    self.call_from_thread(notify_error, self, error)
            from cxreset.base.preferences import second_folder

            second = second_folder()
            if second is not None and not worker.is_cancelled:
                from cxreset.workbook.maintenance.second_folder import keep_up

                keep_up(
                    second, workbook
                )  # one that is away is no fault: doctor says how far behind
            if check and not worker.is_cancelled:
                fault = fault_of(workbook, quick=True)
                # one that is gone was moved or deleted: the words stay here until it is back
                if fault and "lock" not in fault and workbook.exists():
                    self._report_damage(
                        WorkbookDamaged(
                            _("{workbook} is damaged ({fault}). It was left as it is.").format(
                                workbook=workbook, fault=fault
                            )
                        )
                    )

        self.run_worker(work, thread=True, exit_on_error=False, group="safety")

    def _group_rest(self, workbook: Path) -> None:
        """Group what says nearly the same. When the workbook is held just now, the next start does
        it."""

        def work() -> None:
            from cxreset.workbook.feedback.grouping import ungrouped
            from cxreset.workbook.opening import open_workbook

            worker = get_current_worker()
            with suppress(CxresetError), closing(open_workbook(workbook)) as file:
                if ungrouped(file):
                    from cxreset.reset.importing import group_rest

                    group_rest(file, lambda: not worker.is_cancelled)

        self.run_worker(work, thread=True, exit_on_error=False, exclusive=True, group="grouping")

    def _report_damage(self, error: CxresetError) -> None:
        """From a worker: leave for the screen that helps, what is typed stored first."""
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self._stop_for_damage, error)

    def _stop_for_damage(self, error: CxresetError) -> None:
        self.store_pending()
        self.stop_for(error)
