"""Write a text to the file the leader named; one that is there is replaced only when asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.screen import Screen

from cxreset.errors import CxresetError
from cxreset.paths import expanded
from cxreset.reset import Reset
from cxreset.sharing.write import write_text
from cxreset.text import one_line
from cxreset.tui.screens.confirm import ConfirmScreen


def write_file(
    screen: Screen[Any], typed: str, text: Callable[[], str], say: Callable[[str, bool], None]
) -> None:
    """Write what `text` gives to the file `typed`; `say` hears how it went, and if it failed."""
    if not typed.strip():
        say("Name a file first, such as invitation.md.", True)
        return
    path = expanded(typed.strip())

    def write(force: bool) -> None:
        try:
            write_text(path, text(), force=force)
        except CxresetError as error:
            say(error.sentence, True)
        else:
            say(f"Written to {path}. Only you can read the file until you share it.", False)

    def answered(yes: bool | None) -> None:
        if yes:
            write(True)

    if path.is_file() and not path.is_symlink():
        question = ConfirmScreen(
            "Replace the file that is there?",
            f"{path} exists already, perhaps from an earlier time.",
            "Replace it",
        )
        screen.app.push_screen(question, answered)
    else:
        write(False)


def usual_path(reset: Reset, what: str, extension: str) -> Path:
    """A file in the user's documents, named after the organisation, what it is and the day."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    folder = documents if documents.is_dir() else Path.home()
    return folder / usual_name(reset.settings.organisation, what, reset.today, extension)


def usual_name(organisation: str, what: str, on: date, extension: str) -> str:
    """`harbour-pine-plan-2026-10-02.html`: letters and digits only, whatever the name holds."""
    words = re.findall(r"[a-z0-9]+", one_line(organisation).lower())[:6]
    return "-".join([*words, what, on.isoformat()])[:100] + f".{extension}"
