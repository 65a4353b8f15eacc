"""Ask which version to go on with, and do what is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from textual.app import App

from cxreset.base.errors import CxresetError
from cxreset.base.text import shown
from cxreset.tui.dialogs.replaced.screen import KEEP, OPEN, ReplacedScreen
from cxreset.workbook.maintenance.versions import differences, keep_beside
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.unsaved_words import UnsavedText


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
            open_again(f"What was open here is kept beside the workbook, in {copy.name}.")

    app.push_screen(ReplacedScreen(sentence, differences(file), unsaved), answered)
