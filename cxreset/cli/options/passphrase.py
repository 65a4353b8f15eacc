"""A passphrase: asked for on the terminal without showing it, or read from a file.

Never an argument: those are seen by every program of the machine, and stay in the shell's history.
"""

from __future__ import annotations

import sys
from getpass import getpass

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.standard_input import input_file
from cxreset.base.text import one_line


def passphrase(file: str | None, *, twice: bool) -> str:
    """The first line of the file if one is named, else what is typed; `twice` for a new one.

    Raises UsageError where none can be had, it is empty, or the second is not the first.
    """
    found = _first_line(file) if file else _typed(twice=twice)
    if not found:
        raise UsageError(_("The passphrase is empty, so nothing was done."))
    return found


def _first_line(file: str) -> str:
    try:
        with input_file(file) as path, path.open(encoding="utf-8") as lines:
            return lines.readline().rstrip("\r\n")
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(
            _("{file} cannot be read: {reason}.").format(file=one_line(file, 80), reason=reason)
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            _("{file} is not written in UTF-8.").format(file=one_line(file, 80))
        ) from error


def _typed(*, twice: bool) -> str:
    if not sys.stdin.isatty():
        raise UsageError(
            _(
                "The passphrase is typed on a terminal, and there is none. Name a file that holds "
                "it: --passphrase-file FILE"
            )
        )
    first = getpass(_("Passphrase (it is not shown): "))
    if twice and getpass(_("Once more: ")) != first:
        raise UsageError(_("The two passphrases differ, so nothing was done."))
    return first
