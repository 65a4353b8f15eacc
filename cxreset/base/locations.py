"""Where things live, as plain text: the workbook, the demo, the cache, the content pack.

Every start asks, and `pathlib` costs more than all the answers; `paths.py` gives them as `Path`.
"""

from __future__ import annotations

import os
import sys

from cxreset.base.errors import ContentNotFound

WORKBOOK_VARIABLE = "CXRESET_WORKBOOK"
CONTENT_VARIABLE = "CXRESET_CONTENT"
SETTINGS_VARIABLE = "CXRESET_SETTINGS"
INTERFACE_VARIABLE = "CXRESET_INTERFACE"
INTERFACE = "interface"
"""The line of the file of preferences that names the language the program speaks."""


CATALOGUES = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "locale")
"""Where the words of the program lie in other languages, a folder each."""


def _user_folder(variable: str, usual: str) -> str | None:
    """A folder of the XDG rules on Linux: what platformdirs says there, at a tenth of its import.

    None on other systems, where platformdirs answers. A test holds the two together.
    """
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    value = os.environ.get(variable, "").strip()
    folder = value if value.startswith("/") else os.path.join(os.path.expanduser("~"), usual)
    return os.path.join(folder, "cxreset")


def data_folder() -> str:
    """The platform's folder for a user's data of this program; not created here."""
    known = _user_folder("XDG_DATA_HOME", ".local/share")
    if known is not None:
        return known
    from platformdirs import user_data_dir

    return user_data_dir("cxreset", appauthor=False)


def cache_folder() -> str:
    """The platform's folder for what can be made again; not created here."""
    known = _user_folder("XDG_CACHE_HOME", ".cache")
    if known is not None:
        return known
    from platformdirs import user_cache_dir

    return user_cache_dir("cxreset", appauthor=False)


def config_folder() -> str:
    """The platform's folder for a user's settings of this program; not created here."""
    known = _user_folder("XDG_CONFIG_HOME", ".config")
    if known is not None:
        return known
    from platformdirs import user_config_dir

    return user_config_dir("cxreset", appauthor=False)


def settings_file() -> str:
    """The file of preferences: CXRESET_SETTINGS, else `settings.toml` in the settings' folder."""
    chosen = os.environ.get(SETTINGS_VARIABLE)
    return os.path.expanduser(chosen) if chosen else os.path.join(config_folder(), "settings.toml")


def workbook_file(asked: str | None = None) -> str:
    """The workbook's path: `--workbook`, else CXRESET_WORKBOOK, else in the data folder.

    `~` is followed, and left as it is where there is no such home.
    """
    chosen = asked or os.environ.get(WORKBOOK_VARIABLE)
    return os.path.expanduser(chosen) if chosen else os.path.join(data_folder(), "reset.cxreset")


def content_folder(asked: str | None = None) -> str:
    """The content pack: `--content`, else CXRESET_CONTENT, else the one shipped in the language
    of the interface.

    Raises ContentNotFound, which names the folders looked at.
    """
    chosen = asked or os.environ.get(CONTENT_VARIABLE)
    if not chosen:
        return shipped_content(interface_language())
    folder = os.path.expanduser(chosen)
    if not _is_pack(folder):
        raise _not_found([folder])
    return folder


def shipped_content(language: str = "") -> str:
    """The pack shipped in this language, else the English one, which alone has drivers and sample.

    Raises ContentNotFound, which names the folders looked at.
    """
    folders = [os.path.join(folder, "content") for folder in _beside()]
    in_language = [f"{folder}-{language}" for folder in folders] if language else []
    for folder in (*in_language, *folders):
        if _is_pack(folder):
            return folder
    raise _not_found(folders)


def interface_language() -> str:
    """The code of the language that the program speaks, "" for English.

    CXRESET_INTERFACE, else the line `interface = "de"` in the file of preferences. Every start
    asks, so the line is found by hand; `preferences.py` reads it as TOML, and a test holds the two
    together. A language that nothing is shipped in is passed over where it is used.
    """
    chosen = os.environ.get(INTERFACE_VARIABLE) or _line_of_preferences(INTERFACE)
    plain = chosen.isascii() and chosen.isalpha() and chosen.islower()
    return chosen if plain and chosen != "en" else ""


def _line_of_preferences(name: str) -> str:
    """The text behind `name =` above the first table; "" when there is none."""
    try:
        with open(settings_file(), encoding="utf-8") as file:
            lines = file.read().partition("\n[")[0].split("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    for line in lines:
        key, equals, value = line.partition("=")
        if equals and key.strip() == name:
            return value.partition("#")[0].strip().strip("\"'")
    return ""


def _beside() -> tuple[str, str]:
    """Where what is shipped lies: inside the package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    return package, os.path.dirname(package)


def _is_pack(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, "pack.md"))


def _not_found(folders: list[str]) -> ContentNotFound:
    return ContentNotFound(
        f"No content pack found: looked for pack.md in {' and '.join(folders)}. "
        "Name a folder that holds one with --content, or reinstall cxreset."
    )


def make_private_folder(folder: str) -> None:
    """Create `folder` (and its parents) for this user alone, mode 0700 whatever the umask."""
    if os.path.isdir(folder):
        return
    os.makedirs(os.path.dirname(folder) or ".", exist_ok=True)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
    os.chmod(folder, 0o700)
