"""What the desktop around the terminal can do for the leader: a clipboard, a window on a folder.

Programs are run without a shell and by their full path, get the text on their standard input, and
have seconds to take it. Nothing here ever raises: it answers with a sentence of what happened.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App

from cxreset.base.language.words import _
from cxreset.base.platforms.clipboard import clipboards, encoding_for
from cxreset.base.platforms.opening import opener

SECONDS = 3.0
"""How long a clipboard may take."""


async def copy(app: App[Any], text: str) -> str:
    """Put `text` on the clipboard by every way there is; says by which it went.

    The terminal is always asked (OSC 52): it is the only way over a distant connection, and it
    never answers. The platform's own program is asked where there is one and a display.
    """
    app.copy_to_clipboard(text)
    by = await asyncio.to_thread(_by_program, text)
    if by:
        return _("Copied with {by}: paste it wherever you like.").format(by=by)
    return _(
        "Handed to the terminal to copy. If nothing comes when you paste, this "
        "terminal does not allow it: write the file instead."
    )


def _by_program(text: str) -> str:
    """The program that took the text; empty when none did."""
    for name, *options in clipboards():
        program = shutil.which(name)
        if program is None:
            continue
        try:
            subprocess.run(
                [program, *options],
                input=text.encode(encoding_for(name), "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return name
    return ""


def open_folder(folder: Path) -> str:
    """Show a folder in the desktop's own window; says what happened."""
    program = opener()
    if program is None:
        return _("No window can be opened from here. It lies at {path}").format(path=folder)
    try:
        subprocess.Popen(
            [program, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return _("It could not be opened. It lies at {path}").format(path=folder)
    return _("Opening {folder}").format(folder=folder)
