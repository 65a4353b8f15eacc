"""The last picture of Today, kept beside the workbook and shown before anything else is loaded.

A start loads the screens first, which takes most of its time. Until then the terminal shows the
page as it was drawn last, if it would be drawn the same now: the stamp in front of it names the
workbook's revision, the day, the terminal and the program's version. A stamp that differs in
anything means no picture. It is a cache: whatever goes wrong with it, the start goes on without.

Only `os` and `sys` are imported here: what this file costs, every start pays.
"""

from __future__ import annotations

import os
import sys

from cxreset import __version__

OFF = "CXRESET_NO_FIRST_FRAME"
"""Set to anything, it switches the picture off."""

_SQLITE = b"SQLite format 3\x00"
_CHANGES = slice(24, 28)  # the file change counter in SQLite's header
_LOOKS = ("TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "TERM_PROGRAM")


def frame_path(workbook: str) -> str:
    """Where the picture of a workbook lies: a hidden file in the same folder."""
    folder, name = os.path.split(workbook)
    return os.path.join(folder, f".{name}.frame")


def stamp(workbook: str, day: str, columns: int, rows: int, language: str = "") -> str:
    """What a picture made now is valid for, in one line; empty when there can be none.

    `day` is an ISO date, `language` that of the interface. Empty where the workbook cannot be
    read, or was left in the middle of a change.
    """
    try:
        with open(workbook, "rb") as file:
            head = file.read(100)
            status = os.fstat(file.fileno())
    except OSError:
        return ""
    if head[:16] != _SQLITE or os.path.exists(f"{workbook}-journal"):
        return ""
    changes = int.from_bytes(head[_CHANGES], "big")
    looks = [os.environ.get(name, "") for name in _LOOKS]
    parts = (
        *(__version__, changes, status.st_size, status.st_mtime_ns, status.st_ino),
        *(day, f"{columns}x{rows}", language, *looks),
    )
    return "\t".join(str(part).replace("\n", " ") for part in parts)


def load(workbook: str, wanted: str) -> str:
    """The picture if it is valid for the stamp `wanted`, else an empty text."""
    if not wanted:
        return ""
    try:
        with open(frame_path(workbook), encoding="utf-8", newline="") as file:
            first, _, frame = file.read().partition("\n")
    except (OSError, ValueError):
        return ""
    return frame if first == wanted else ""


def save(workbook: str, valid_for: str, frame: str) -> None:
    """Keep a picture, readable by this user alone; without stamp or picture the old one goes."""
    path = frame_path(workbook)
    part = f"{path}.{os.getpid()}"
    try:
        if not valid_for or not frame or OFF in os.environ:
            os.unlink(path)
            return
        # Only who has drawn a screen keeps a picture; a start does without these.
        from cxreset.base.platforms.line_ends import text_writer
        from cxreset.base.platforms.modes import PRIVATE_FILE
        from cxreset.base.platforms.open_flags import for_new_file

        with text_writer(os.open(part, for_new_file(), PRIVATE_FILE)) as file:
            file.write(f"{valid_for}\n{frame}")
        os.replace(part, path)
    except OSError:
        return  # the next start is a little slower, nothing else


def terminal_stamp(workbook: str, day: str, language: str) -> str:
    """What a picture drawn on this terminal is valid for on `day` (YYYY-MM-DD).

    Empty where it does not say how large it is.
    """
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return ""
    return stamp(workbook, day, columns, rows, language)
