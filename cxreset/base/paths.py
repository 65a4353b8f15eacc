"""Where things live: the workbook, the demo, the cache, the content pack.

Imported at every start, so it stays light.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from cxreset.base.errors import ContentNotFound

WORKBOOK_VARIABLE = "CXRESET_WORKBOOK"
CONTENT_VARIABLE = "CXRESET_CONTENT"


def _user_dir(variable: str, usual: str) -> Path | None:
    """A folder of the XDG rules on Linux: what platformdirs says there, at a tenth of its import.

    None on other systems, where platformdirs answers. A test holds the two together.
    """
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    value = os.environ.get(variable, "").strip()
    return (Path(value) if value.startswith("/") else Path.home() / usual) / "cxreset"


def data_dir() -> Path:
    """The platform's folder for a user's data of this program; not created here."""
    known = _user_dir("XDG_DATA_HOME", ".local/share")
    if known is not None:
        return known
    from platformdirs import user_data_path

    return user_data_path("cxreset", appauthor=False)


def cache_dir() -> Path:
    """The platform's folder for what can be made again; not created here."""
    known = _user_dir("XDG_CACHE_HOME", ".cache")
    if known is not None:
        return known
    from platformdirs import user_cache_path

    return user_cache_path("cxreset", appauthor=False)


def expanded(text: str) -> Path:
    """A path with `~` followed; left as it is where there is no such home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def workbook_path(asked: str | None = None) -> Path:
    """The workbook's place: `--workbook`, else CXRESET_WORKBOOK, else the data folder."""
    chosen = asked or os.environ.get(WORKBOOK_VARIABLE)
    if chosen:
        return expanded(chosen)
    return data_dir() / "reset.cxreset"


def demo_path() -> Path:
    """The sample workbook's place, apart from the real one."""
    return data_dir() / "sample.cxreset"


def content_dir(asked: str | None = None) -> Path:
    """The content pack: `--content`, else CXRESET_CONTENT, else the one shipped.

    Raises ContentNotFound, which names the places looked at.
    """
    chosen = asked or os.environ.get(CONTENT_VARIABLE)
    package = Path(__file__).resolve().parents[1]
    folders = [expanded(chosen)] if chosen else [package / "content", package.parent / "content"]
    for folder in folders:
        if os.path.isfile(folder / "pack.md"):  # noqa: PTH113 - never raises, whatever the name
            return folder
    looked = " and ".join(str(folder) for folder in folders)
    raise ContentNotFound(
        f"No content pack found: looked for pack.md in {looked}. "
        "Name a folder that holds one with --content, or reinstall cxreset."
    )


def make_private_dir(folder: Path) -> None:
    """Create `folder` (and its parents) for this user alone, mode 0700 whatever the umask."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)


def new_private_file(path: Path) -> int:
    """Make a file that was not there, mode 0600 whatever the umask; returns its descriptor.

    Raises FileExistsError when anything has that name, be it a dangling symbolic link.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
    path.chmod(0o600)
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
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names last through a power cut, where the system lets a folder be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
