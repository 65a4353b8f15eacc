"""Is what a path leads to on a drive or a share that is not there just now?"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

MOUNTS = (Path("/Volumes"), Path("/media"), Path("/run/media"), Path("/mnt"))
"""Where systems hang up removable drives and shares; below `media` by user first."""


def away(path: Path, mounts: Sequence[Path] = MOUNTS) -> Path | None:
    """What is not there just now of a path at which nothing is found: where a link leads, or a
    drive. None when the path's folders are there, or nothing tells that they ever were."""
    path = path.absolute()
    with suppress(OSError):  # such as a name that no system takes: said by whoever opens it
        for part in (path, *path.parents):
            if part.is_symlink() and not part.exists():
                return part.parent / part.readlink()
            if _hangs_a_drive(part, mounts) and not part.exists():
                return part
    return None


def _hangs_a_drive(folder: Path, mounts: Sequence[Path]) -> bool:
    """Is this where a drive hangs, or a drive's letter, and not only a folder on one?"""
    above = folder.parent.parent
    by_user = above.name == "media" and above in mounts
    is_letter = bool(folder.drive) and folder.parent == folder
    return folder.parent in mounts or by_user or is_letter
