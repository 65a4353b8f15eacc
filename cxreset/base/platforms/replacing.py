"""Give a finished file the name of another one that somebody may have open."""

from __future__ import annotations

import sys
from pathlib import Path
from time import sleep

WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries on Windows, where a scanner or a synchronisation opens what was written."""


def replace(finished: Path, path: Path) -> None:
    """Put `finished` in the place of `path`, in one step; raises OSError.

    On Windows a file that any program has open cannot be replaced: it is tried again for a moment.
    """
    if sys.platform == "win32":
        for seconds in WAITS:
            try:
                finished.replace(path)
                return
            except PermissionError:
                sleep(seconds)
    finished.replace(path)


def must_be_closed_first() -> bool:
    """Does our own open handle keep a file from being replaced?"""
    return sys.platform == "win32"
