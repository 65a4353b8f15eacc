"""The programs of each desktop that take a text for its clipboard."""

from __future__ import annotations

import os
import sys

_X11 = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
_WAYLAND = (("wl-copy",),)
_WINDOWS = ("clip.exe",)


def clipboards() -> list[tuple[str, ...]]:
    """The programs to ask on this system, each a name and its options, in this order; none where
    there is no display."""
    if sys.platform == "darwin":
        return [("pbcopy",)]
    if sys.platform == "win32":
        return [_WINDOWS]
    found: list[tuple[str, ...]] = []
    if os.environ.get("WAYLAND_DISPLAY"):
        found += _WAYLAND
    if os.environ.get("DISPLAY"):
        found += _X11
    if os.environ.get("WSL_DISTRO_NAME"):
        found.append(_WINDOWS)
    return found


def takers_of_formatted_text() -> list[str]:
    """What can be asked to hold a formatted text on this system, in this order: AppleScript,
    PowerShell, or the programs of a Linux display."""
    if sys.platform == "darwin":
        return ["AppleScript"]
    if sys.platform == "win32":
        return ["PowerShell"]
    return ["PowerShell", "display"] if os.environ.get("WSL_DISTRO_NAME") else ["display"]


def encoding_for(program: str) -> str:
    """How a text travels to such a program: on Windows as UTF-16."""
    return "utf-16" if program == _WINDOWS[0] else "utf-8"
