"""Put a text where the user asked: whole or not at all, for this user alone, never over a file.

The text goes to a new file beside its place first. It then takes its name in one step: by a hard
link, which fails when the name is taken, or by a rename when `force` allows to replace.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from cxreset.errors import ExportError
from cxreset.text import one_line


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write `text` as UTF-8 with the mode 0600; `force` replaces an existing file.

    Raises ExportError with one sentence when the place exists (and `force` is not given), is a
    folder or a symbolic link, or lies in a folder that is missing or cannot be written to.
    """
    _check(path, force)
    spare = path.parent / f".{path.name[:80]}.{secrets.token_hex(6)}.part"
    try:
        _store(spare, text.encode("utf-8", "replace"))
        _name(spare, path, force)
    except FileExistsError as error:
        raise ExportError(_taken(path)) from error
    except (OSError, ValueError) as error:
        raise ExportError(_cannot(path, error)) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            spare.unlink(missing_ok=True)


def _check(path: Path, force: bool) -> None:
    """What can be said before anything is written; the writing itself checks the name again."""
    try:
        if path.is_symlink():
            raise ExportError(
                f"{_shown(path)} is a symbolic link, and an export is never written through one. "
                "Name the file it leads to, or another place."
            )
        if path.is_dir():
            raise ExportError(
                f"{_shown(path)} is a folder. "
                f"Name a file in it, such as {_shown(path / 'plan.html')}."
            )
        if not path.parent.is_dir():
            raise ExportError(
                f"The folder {_shown(path.parent)} does not exist. "
                "Make it first, or name another place."
            )
        if path.exists() and not force:
            raise ExportError(_taken(path))
    except (OSError, ValueError) as error:
        raise ExportError(_cannot(path, error)) from error


def _store(spare: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(spare, flags | getattr(os, "O_BINARY", 0), 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name(spare: Path, path: Path, force: bool) -> None:
    if force:
        spare.replace(path)
    else:
        try:
            os.link(spare, path)  # fails when the name is taken, even if only just now
        except FileExistsError:
            raise
        except (OSError, AttributeError, NotImplementedError):
            _copy(spare, path)  # a file system without hard links, such as a USB stick
    _sync_folder(path.parent)


def _copy(spare: Path, path: Path) -> None:
    """Where nothing can be linked: claim the name with an empty file, then put ours in its place.

    Raises FileExistsError when the name is taken.
    """
    _store(path, b"")
    try:
        spare.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _taken(path: Path) -> str:
    return (
        f"{_shown(path)} exists already and was left as it is. "
        "Name another file, or replace it with --force."
    )


def _cannot(path: Path, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return (
            f"{_shown(path)} cannot be written: this account may not write there. "
            "Name another place."
        )
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{_shown(path)} cannot be written ({one_line(reason)}). Name another place."


def _shown(path: Path) -> str:
    return one_line(str(path))
