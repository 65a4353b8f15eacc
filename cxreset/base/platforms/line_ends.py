"""Our text files have the same line ends on every system; those of others are read with any."""

from __future__ import annotations

import os
from typing import TextIO


def text_writer(descriptor: int) -> TextIO:
    """An open file to write text into, as UTF-8, each line ended by a line feed on Windows too."""
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="\n")
