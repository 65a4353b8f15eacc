"""Where things live, as `Path`, and how files are made so that nothing is lost.

Where they are is decided in `locations.py`, which every start can afford.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from cxreset.base import locations
from cxreset.base.platforms.flushing import sync_folder
from cxreset.base.platforms.modes import PRIVATE_FILE, make_private
from cxreset.base.platforms.open_flags import for_new_file
from cxreset.base.platforms.replacing import replace


def data_dir() -> Path:
    """The platform's folder for a user's data of this program; not created here."""
    return Path(locations.data_folder())


def cache_dir() -> Path:
    """The platform's folder for what can be made again; not created here."""
    return Path(locations.cache_folder())


def expanded(text: str) -> Path:
    """A path with `~` followed; left as it is where there is no such home."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 - Path.expanduser raises there


def workbook_path(asked: str | None = None) -> Path:
    """The workbook's path: `--workbook`, else CXRESET_WORKBOOK, else in the data folder."""
    return Path(locations.workbook_file(asked))


def demo_path() -> Path:
    """The sample workbook's path, apart from the real one."""
    return data_dir() / "sample.cxreset"


def content_dir(asked: str | None = None) -> Path:
    """The content pack: `--content`, else CXRESET_CONTENT, else the one shipped in the language
    of the interface.

    Raises ContentNotFound, which names the folders looked at.
    """
    return Path(locations.content_folder(asked))


def shipped_dir() -> Path:
    """The English content pack as shipped: the one with drivers and a sample.

    Raises ContentNotFound as `content_dir` does.
    """
    return Path(locations.shipped_content())


def make_private_dir(folder: Path) -> None:
    """Create `folder` (and its parents) for this user alone, mode 0700 whatever the umask."""
    locations.make_private_folder(str(folder))


def new_private_file(path: Path) -> int:
    """Make a file that was not there, mode 0600 whatever the umask; returns its descriptor.

    Raises FileExistsError when anything has that name, be it a dangling symbolic link.
    """
    descriptor = os.open(path, for_new_file(), PRIVATE_FILE)
    make_private(path)
    return descriptor


def temporary_beside(path: Path, ending: str = "part") -> Path:
    """A hidden name in the same folder that nobody has, for a file until it is whole."""
    return path.with_name(f".{path.name[:80]}.{os.urandom(6).hex()}.{ending}")


def give_name(temporary: Path, path: Path) -> None:
    """Give a finished file its name for good; raises FileExistsError when the name is taken."""
    try:
        os.link(temporary, path)  # unlike a rename, a link never replaces
        with suppress(OSError):  # a second name left over does no harm
            temporary.unlink()
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):
        # A file system or a system without hard links, such as a USB stick: claim the name first.
        os.close(new_private_file(path))
        try:
            replace(temporary, path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)
