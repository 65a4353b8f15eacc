"""Temporary folders in memory, where the system has such a place with room to spare.

The workbook waits for the disk with every change, so that no word is lost, and a suite makes
thousands of changes. In memory there is nothing to wait for; that the workbook does wait is tested
by what it asks of the system (`tests/faults`).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3  # bytes; passed tests remove their folders, so that a tenth of it is used
SETTING = "PYTEST_DEBUG_TEMPROOT"  # pytest's own name for where its folders go


def use_memory() -> None:
    """Let pytest make its folders there, unless somebody has said where."""
    if SETTING in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM:
        os.environ[SETTING] = str(MEMORY)
