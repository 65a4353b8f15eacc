"""`-` for standard input, wherever a command takes a file."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxreset.base.errors import UsageError
from cxreset.base.paths import expanded

STANDARD_INPUT = "-"
PIPED = "standard input"  # what the file with it is called


@contextmanager
def input_file(name: str) -> Iterator[Path]:
    """The file of that name; for `-` a private file, meanwhile, with what comes in.

    What kind of file it is is seen from what it holds. Raises UsageError when nothing comes in.
    """
    if name != STANDARD_INPUT:
        yield expanded(name)
        return
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "- stands for standard input, and nothing is piped in. Name a file, or pipe one: "
            "cat reviews.csv | cxreset import -"
        )
    with tempfile.TemporaryDirectory(prefix="cxreset-") as folder:  # for this user alone
        path = Path(folder) / PIPED
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield path
