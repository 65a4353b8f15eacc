"""What the desktop around the terminal can do for the leader: a clipboard, a window on a folder.

Programs are run without a shell and by their full path, get the text on their standard input, and
have seconds to take it. Nothing here ever raises: it answers with a sentence of what happened.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from textual.app import App

SECONDS = 3.0
"""How long a clipboard may take."""
# What is asked of each: names and their options. A text on Windows travels as UTF-16.
_X11 = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
_WAYLAND = (("wl-copy",),)


async def copy(app: App[Any], text: str) -> str:
    """Put `text` on the clipboard by every way there is; says by which it went.

    The terminal is always asked (OSC 52): it is the only way over a distant connection, and it
    never answers. The platform's own program is asked where there is one and a display.
    """
    app.copy_to_clipboard(text)
    by = await asyncio.to_thread(_by_program, text)
    if by:
        return f"Copied with {by}: paste it wherever you like."
    return (
        "Handed to the terminal to copy. If nothing comes when you paste, this terminal does not "
        "allow it: write the file instead."
    )


def _by_program(text: str) -> str:
    """The program that took the text; empty when none did."""
    for name, *options in clipboards():
        program = shutil.which(name)
        if program is None:
            continue
        encoding = "utf-16" if name == "clip.exe" else "utf-8"
        try:
            subprocess.run(
                [program, *options],
                input=text.encode(encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return name
    return ""


def clipboards() -> list[tuple[str, ...]]:
    """The programs to ask on this system, in this order; none where there is no display."""
    if sys.platform == "darwin":
        return [("pbcopy",)]
    if sys.platform == "win32":
        return [("clip.exe",)]
    found: list[tuple[str, ...]] = []
    if os.environ.get("WAYLAND_DISPLAY"):
        found += _WAYLAND
    if os.environ.get("DISPLAY"):
        found += _X11
    if os.environ.get("WSL_DISTRO_NAME"):
        found.append(("clip.exe",))
    return found


def open_folder(folder: Path) -> str:
    """Show a folder in the desktop's own window; says what happened."""
    program = _opener()
    if program is None:
        return f"No window can be opened from here. The folder is {folder}"
    try:
        subprocess.Popen(
            [program, str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return f"The folder could not be opened. It is {folder}"
    return f"Opening {folder}"


def _opener() -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open")
    if sys.platform == "win32":
        return shutil.which("explorer.exe")
    there = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if there else None
