"""Which files make up a content pack, and their bytes: nothing outside the pack folder is read.

Runs at every start (the list with its times is the cache's stamp), so it imports nothing heavy.
"""

from __future__ import annotations

import os
import stat
from os import PathLike

from cxreset.base.errors import PackError
from cxreset.base.platforms.open_flags import for_reading
from cxreset.base.record import Record
from cxreset.base.text import one_line

PACK_FILE = "pack.md"
FOLDERS = ("weeks", "steps", "days", "practices", "checkup", "templates", "worksheets")
MAX_BYTES = 1_000_000
MAX_PACK_BYTES = 20_000_000
MAX_FILES = 2_000


class PackFile(Record):
    """One Markdown file: its name inside the pack (with `/`), time in ns and size in bytes."""

    name: str
    mtime_ns: int
    size: int


def pack_files(folder: str | PathLike[str]) -> list[PackFile]:
    """The pack's Markdown files, pack.md first, then folder by folder in the order of their names.

    Leaves out hidden files and symbolic links that lead outside the pack. Raises PackError when
    the folder cannot be listed, holds no pack.md, or holds more than MAX_FILES files or
    MAX_PACK_BYTES bytes.
    """
    root = os.path.realpath(folder)
    try:
        found = [entry for entry in _markdown_in(root, "", root) if entry.name == PACK_FILE]
        if not found:
            raise PackError(
                f"{one_line(str(folder))} holds no pack.md, so it is not a content pack. "
                "Name the folder that does with --content."
            )
        for name in FOLDERS:
            path = os.path.join(root, name)
            if os.path.isdir(path) and _inside(path, root):
                found += _markdown_in(path, f"{name}/", root)
    except OSError as error:
        raise PackError(
            f"The content pack {one_line(str(folder))} cannot be read: {error.strerror}. "
            "Check its permissions, or name another with --content."
        ) from error
    if len(found) > MAX_FILES or sum(file.size for file in found) > MAX_PACK_BYTES:
        raise PackError(
            f"The content pack {one_line(str(folder))} holds more than {MAX_FILES:,} files or "
            f"{MAX_PACK_BYTES // 1_000_000} MB. "
            "Name a folder that holds one programme with --content."
        )
    return found


def _markdown_in(path: str, prefix: str, root: str) -> list[PackFile]:
    files = []
    with os.scandir(path) as entries:
        for entry in entries:
            if not entry.name.endswith(".md") or entry.name.startswith("."):
                continue
            if entry.is_symlink() and not _inside(entry.path, root):
                continue
            if entry.is_file():
                about = entry.stat()
                files.append(PackFile(prefix + entry.name, about.st_mtime_ns, about.st_size))
    return sorted(files)


def _inside(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)


def read_bytes(folder: str | PathLike[str], name: str) -> bytes:
    """A pack file's bytes, at most MAX_BYTES + 1 of them (so that a longer one shows itself).

    Raises OSError when it cannot be read, or is no plain file inside the pack any more.
    """
    root = os.path.realpath(folder)
    path = os.path.join(root, name)
    if not _inside(path, root):
        raise OSError(0, "it lies outside the pack")
    # Not to wait for ever on a pipe that took the file's place since it was listed.
    handle = os.open(path, for_reading())
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "it is not a plain file")
        return file.read(MAX_BYTES + 1)
