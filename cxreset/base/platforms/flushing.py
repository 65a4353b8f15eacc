"""Bytes and names that last through a power cut, as far as the system can promise it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def flush(descriptor: int) -> None:
    """Wait until a file's bytes are on the disk. Raises OSError.

    On macOS `fsync` hands them to the drive, which may keep them in its own memory for a while:
    there F_FULLFSYNC is what others call fsync. Not every file system there knows it.
    """
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make new names last, where the system lets a folder be opened; Windows does not."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            flush(descriptor)
    finally:
        os.close(descriptor)
