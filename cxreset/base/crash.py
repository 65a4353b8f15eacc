"""When something goes wrong that nobody foresaw: a sentence for the user, a log for the mender.

The log holds where in the program it happened, never what the leader or a customer wrote: error
messages and local variables can quote both, so they stay out.
"""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from cxreset import __version__
from cxreset.base.language.words import _
from cxreset.base.paths import data_dir, make_private_dir
from cxreset.base.platforms.line_ends import text_writer
from cxreset.base.platforms.modes import PRIVATE_FILE
from cxreset.base.platforms.open_flags import for_adding
from cxreset.base.platforms.replacing import replace

LOG_LIMIT = 200_000  # bytes; a longer log is set aside as cxreset.log.1


def log_path() -> Path:
    return data_dir() / "cxreset.log"


def keep(error: BaseException) -> str:
    """Note an unforeseen error in the log; returns the sentence to say."""
    path = log_path()
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    when = datetime.now(UTC).isoformat(timespec="seconds")
    entry = f"{when} cxreset {__version__} {type(error).__name__}\n  " + "\n  ".join(lines) + "\n"
    with suppress(OSError):
        make_private_dir(path.parent)
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            replace(path, path.with_name("cxreset.log.1"))
        with text_writer(os.open(path, for_adding(), PRIVATE_FILE)) as file:
            file.write(entry)
    return _(
        "Something went wrong that should not have ({error}). What you wrote is in the workbook. "
        "Please report it with the last lines of {path}, which hold no words of yours or of "
        "customers."
    ).format(error=type(error).__name__, path=path)
