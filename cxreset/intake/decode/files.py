"""A file that is there, regular and readable, or the sentence that says why not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.base.text import one_line

CHUNK = 1 << 20  # bytes read at a time


def name_of(path: Path) -> str:
    """The file's name, harmless to show."""
    return one_line(path.name or str(path), 80)


def regular(path: Path) -> os.stat_result:
    """The status of a regular file; a pipe is refused before opening, which would wait forever."""
    name = name_of(path)
    try:
        info = path.stat()
    except FileNotFoundError:
        raise IntakeError(
            _(
                "There is no file {path}. Check the name, or drag the file into the "
                "terminal to get its path."
            ).format(path=one_line(str(path), 200))
        ) from None
    except (OSError, ValueError) as error:
        raise IntakeError(
            _("{name} cannot be reached ({why}). Name another file.").format(
                name=name, why=why(error)
            )
        ) from None
    if stat.S_ISDIR(info.st_mode):
        raise IntakeError(_("{name} is a folder. Name a file inside it.").format(name=name))
    if not stat.S_ISREG(info.st_mode):
        raise IntakeError(
            _("{name} is a pipe or a device, not a file. Save it as a file first.").format(
                name=name
            )
        )
    return info


def chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> IntakeError:
    """The sentence for a file that is there but cannot be read."""
    return IntakeError(
        _("{path} cannot be read ({why}). Check its permissions, or copy it first.").format(
            path=name_of(path), why=why(error)
        )
    )


def why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error) or _("no reason given")).lower()
