"""Ask which version to go on with, or whether to merge one, and do what is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from textual.app import App

from cxreset.base.day_words import day_month
from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.reset.reset import Reset
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.replaced.merging import MergeScreen
from cxreset.tui.dialogs.replaced.screen import KEEP, OPEN, ReplacedScreen
from cxreset.workbook.maintenance.restore import newest_good
from cxreset.workbook.maintenance.versions import differences, keep_beside
from cxreset.workbook.merging.copies import conflicted_copies
from cxreset.workbook.merging.merge import merge, preview
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.unsaved.words import UnsavedText


def ask_which_version(
    app: App[Any],
    file: WorkbookFile,
    sentence: str,
    unsaved: Sequence[UnsavedText],
    open_again: Callable[[str], None],
) -> None:
    """`open_again` is called, with a notice for the leader, when the other version is to be opened.

    With None of the answers nothing happens: what is typed goes on waiting.
    """

    def answered(answer: str | None) -> None:
        if answer == OPEN:
            open_again("")
        elif answer == KEEP:
            try:
                copy = keep_beside(file, datetime.now().astimezone())
            except CxresetError as error:
                app.notify(shown(error.sentence), severity="error", markup=False)
                return
            open_again(
                _("What was open here is kept beside the workbook, in {name}.").format(
                    name=copy.name
                )
            )

    backup = newest_good(file.path)
    at = backup.taken.astimezone() if backup else None
    taken = _("its backup of {day}, {time:%H:%M}").format(day=day_month(at), time=at) if at else ""
    app.clear_notifications()  # they would lie over the question
    app.push_screen(ReplacedScreen(sentence, differences(file), unsaved, taken), answered)


def offer_merge(app: App[Any], reset: Reset) -> None:
    """Ask about the first conflicted copy beside the workbook, if there is one."""
    try:
        copy = next(iter(conflicted_copies(reset.file)), None)
        lines = list(preview(reset.file, copy.path, reset.today).lines()) if copy else []
    except CxresetError as error:
        app.notify(shown(error.sentence), severity="warning", markup=False)
        return
    if copy is None:
        return

    def answered(yes: bool | None) -> None:
        if not yes:
            return
        try:
            merge(reset.file, copy.path, reset.today)
        except CxresetError as error:
            app.notify(shown(error.sentence), severity="error", markup=False)
            return
        app.notify(
            shown(
                _("Merged {name}. {key:undo=u} takes it back.").format(
                    key=KEYS, name=copy.path.name
                )
            ),
            markup=False,
        )
        offer_merge(app, reset)  # the next one

    app.push_screen(MergeScreen(copy, lines), answered)
