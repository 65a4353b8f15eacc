"""Put files where the user asked: whole or not at all, for this user alone, never over a file.

Each file is written under another name beside its place first. It then takes its own in one step:
by a hard link, which fails when the name is taken, or by a rename when `force` allows to replace.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from cxreset.base.errors import ExportError
from cxreset.base.language.words import _, ngettext
from cxreset.base.paths import (
    give_name,
    make_private_dir,
    new_private_file,
    temporary_beside,
)
from cxreset.base.platforms.file_names import is_device, why_refused
from cxreset.base.platforms.flushing import flush, sync_folder
from cxreset.base.platforms.replacing import replace
from cxreset.base.text import listed, one_line

NAME_BYTES = 100
"""The most a file's name may take, its ending included: room for what other systems add."""

# Letters and marks that show as nothing: a name made of them would be one nobody can see.
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def file_name(title: str, extension: str = "", *, mark: str = "") -> str:
    """A file's name made of a title: safe on every system, at most 100 bytes, never hidden.

    Letters and digits of any script stay, everything between them becomes one dash; `mark` (such
    as a date or a number) stays whole at the end, whatever the title's length.
    """
    flat = _UNSEEN.sub("", unicodedata.normalize("NFKC", one_line(title)))
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in flat)
    stem = "-".join(kept.split()) or "cxreset"
    tail = (f"-{mark}" if mark else "") + (f".{extension}" if extension else "")
    room = NAME_BYTES - len(tail.encode())
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip("-")
    return ("cx-" if is_device(stem + tail) else "") + stem + tail


def numbered(path: Path, files: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The files under the name of `path`, with a number before its ending: jira-1.csv, …"""
    return [
        (f"{path.stem}-{number}{path.suffix}", data) for number, (_, data) in enumerate(files, 1)
    ]


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write `text` as UTF-8; otherwise as `write_bytes`."""
    write_bytes(path, text.encode("utf-8", "replace"), force=force)


def write_bytes(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write `data` with the mode 0600; see `write_parts`."""
    write_parts(path, (data,), force=force)


def write_parts(path: Path, parts: Iterable[bytes], *, force: bool = False) -> None:
    """Write what comes in parts with the mode 0600; `force` replaces an existing file.

    Raises ExportError with one sentence when the place exists (and `force` is not given), is a
    folder or a symbolic link, or lies in a folder that is missing or cannot be written to.
    """
    _check(path, force)
    spare = temporary_beside(path)
    try:
        _store(spare, parts)
        if force:
            replace(spare, path)
            sync_folder(path.parent)
        else:
            give_name(spare, path)
    except FileExistsError as error:
        raise ExportError(_taken(path)) from error
    except (OSError, ValueError) as error:
        raise ExportError(_cannot(path, error)) from error
    finally:
        with suppress(OSError, ValueError):
            spare.unlink(missing_ok=True)


def write_folder(
    folder: Path, files: Sequence[tuple[str, bytes]], *, force: bool = False
) -> list[Path]:
    """Write files (name, data) into `folder`, made for this user alone when it is not there.

    Nothing is written when one of the names is taken already, unless `force`. Returns the paths.
    Raises ExportError like `write_bytes`.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise ExportError(
                _("{path} is a file. Name a folder for these files.").format(path=_shown(folder))
            )
        if not folder.is_dir() and not folder.parent.is_dir():
            raise ExportError(_no_folder(folder.parent))
        paths = [folder / name for name, _ in files]
        taken = [path.name for path in paths if path.exists() or path.is_symlink()]
        if taken and not force:
            raise ExportError(_some_taken(folder, taken))
        make_private_dir(folder)
    except (OSError, ValueError) as error:
        raise ExportError(_cannot(folder, error)) from error
    for path, (_name, data) in zip(paths, files, strict=True):
        write_bytes(path, data, force=force)
    return paths


def _check(path: Path, force: bool) -> None:
    """What can be said before anything is written; the writing itself checks the name again."""
    try:
        if path.is_symlink():
            raise ExportError(
                _(
                    "{path} is a symbolic link, and an export is never written through one. Name "
                    "the file it leads to, or another place."
                ).format(path=_shown(path))
            )
        if refused := why_refused(path):
            raise ExportError(
                _("{path} cannot be written: {reason}. Name another file.").format(
                    path=_shown(path), reason=refused
                )
            )
        if path.is_dir():
            raise ExportError(
                _("{path} is a folder. Name a file in it, such as {example}.").format(
                    path=_shown(path), example=_shown(path / "plan.html")
                )
            )
        if not path.parent.is_dir():
            raise ExportError(_no_folder(path.parent))
        if path.exists() and not force:
            raise ExportError(_taken(path))
    except (OSError, ValueError) as error:
        raise ExportError(_cannot(path, error)) from error


def _store(spare: Path, parts: Iterable[bytes]) -> None:
    with open(new_private_file(spare), "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.writelines(parts)
        file.flush()
        flush(file.fileno())


def _no_folder(folder: Path) -> str:
    return _("The folder {path} does not exist. Make it first, or name another place.").format(
        path=_shown(folder)
    )


def _taken(path: Path) -> str:
    return _(
        "{path} exists already and was left as it is. Name another file, or replace it with "
        "--force."
    ).format(path=_shown(path))


def _some_taken(folder: Path, taken: list[str]) -> str:
    named = listed([one_line(name) for name in taken[:3]])
    more = _(" and {taken} more").format(taken=len(taken) - 3) if len(taken) > 3 else ""
    words = ngettext(
        "{folder} holds {named}{more} already, so nothing was written there. Name another folder, "
        "or replace it with --force.",
        "{folder} holds {named}{more} already, so nothing was written there. Name another folder, "
        "or replace them with --force.",
        len(taken),
    )
    return words.format(folder=_shown(folder), named=named, more=more)


def _cannot(path: Path, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return _(
            "{path} cannot be written: this account may not write there. Name another place."
        ).format(path=_shown(path))
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _("{path} cannot be written ({reason}). Name another place.").format(
        path=_shown(path), reason=one_line(reason)
    )


def _shown(path: Path) -> str:
    return one_line(str(path))
