"""Who may read a file: by its mode, where the system goes by modes.

On Windows a file has its folder's rights; those of a user's own folder are for that user alone.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def have_a_meaning() -> bool:
    """Does the system go by modes?"""
    return os.name == "posix"


def is_open_to_others(path: Path) -> bool:
    """May another account read it, as far as its mode tells? Raises OSError."""
    return have_a_meaning() and stat.S_IMODE(path.stat().st_mode) & 0o077 != 0


def make_private(path: Path) -> None:
    """Let nobody else read a file; where modes mean nothing, nothing is done. Raises OSError."""
    if have_a_meaning():
        path.chmod(PRIVATE_FILE)
