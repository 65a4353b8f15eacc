"""The program that shows a folder or opens a file as the desktop does."""

from __future__ import annotations

import os
import shutil
import sys


def opener() -> str | None:
    """Its full path; None where there is no desktop, or no such program."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if sys.platform == "win32":
        return shutil.which("explorer.exe")
    there = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if there else None
