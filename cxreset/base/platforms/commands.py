"""A command line for the platform's shell."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence


def shell_words(command: Sequence[str]) -> str:
    """A command as the shell reads it; on POSIX the shell makes way for the program."""
    words = typed_words(command)
    return words if sys.platform == "win32" else f"exec {words}"


def typed_words(command: Sequence[str]) -> str:
    """A command as somebody types it, with quotes where the shell wants them."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return shlex.join(command)
