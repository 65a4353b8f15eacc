"""How files are opened by descriptor: Windows knows neither links nor pipes by name, but it would
translate line ends where it is not told that a file is binary."""

from __future__ import annotations

import os


def _known(*names: str) -> int:
    """Those flags that this system has, together."""
    flags = 0
    for name in names:
        flags |= getattr(os, name, 0)
    return flags


def for_new_file() -> int:
    """Make a file that was not there, and never through a link."""
    return os.O_WRONLY | os.O_CREAT | os.O_EXCL | _known("O_NOFOLLOW", "O_BINARY", "O_CLOEXEC")


def for_adding() -> int:
    """Write behind what is there; the file is made where there is none."""
    return os.O_WRONLY | os.O_CREAT | os.O_APPEND | _known("O_NOFOLLOW", "O_BINARY", "O_CLOEXEC")


def for_reading() -> int:
    """Read, without waiting for ever where a pipe took the file's name."""
    return os.O_RDONLY | _known("O_NONBLOCK", "O_BINARY", "O_CLOEXEC")


def for_locking() -> int:
    """Open a file that is there only to be locked; a child process does not inherit it."""
    return os.O_RDWR | os.O_CREAT | _known("O_NOFOLLOW", "O_CLOEXEC", "O_NOINHERIT")
