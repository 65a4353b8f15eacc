"""What the last picture of Today is valid for: this workbook, day and terminal."""

from __future__ import annotations

import os
import sys
import time

from cxreset.base.first_frame import stamp


def stamp_now(workbook: str) -> str:
    """What a picture drawn now is valid for; the day is that of the local clock."""
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    return stamp(workbook, time.strftime("%Y-%m-%d"), columns, rows)
