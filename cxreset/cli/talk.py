"""The two ways to say something: data on stdout, talk on stderr."""

from __future__ import annotations

import sys

from cxreset.base.errors import OutputLost
from cxreset.base.language.words import _
from cxreset.base.text import shown


def out(text: str) -> None:
    """Print data; a terminal gets nothing that could act on it."""
    write((shown(text) if sys.stdout.isatty() else text) + "\n")


def write(text: str) -> None:
    """Write data as it is; raises OutputLost."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _lost(error) from error


def write_bytes(data: bytes) -> None:
    """Write data that is no text; raises OutputLost."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _lost(error) from error


def flush() -> None:
    """Hand on all that was written; raises OutputLost."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _lost(error) from error


def talk(text: str) -> None:
    """Print to people, beside the data."""
    sys.stderr.write(shown(text) + "\n")


def _lost(error: OSError) -> OutputLost:
    if isinstance(error, BrokenPipeError):  # the reader has seen enough: nothing is to be said
        return OutputLost("")
    reason = (error.strerror or str(error)).lower()
    return OutputLost(
        _("What was to be printed could not be written: {reason}.").format(reason=reason)
    )
