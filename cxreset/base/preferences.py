"""What one person settles for every workbook on this computer: the theme, keys, a second
place for backups, and the language of the program.

A small TOML file in the platform's folder for settings, written by `cxreset settings set` and by
hand; docs/settings.md describes it. Everything read from it is checked, and a line that is off is
named with the word it was meant to be. Only the screen and `cxreset settings` read it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError, UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.locations import INTERFACE, settings_file
from cxreset.base.paths import (
    expanded,
    make_private_dir,
    new_private_file,
    temporary_beside,
)
from cxreset.base.platforms.flushing import sync_folder
from cxreset.base.platforms.line_ends import text_writer
from cxreset.base.platforms.replacing import replace
from cxreset.base.text import lower_first, one_line, perhaps

DARK, LIGHT, FOLLOW, FEW = "dark", "light", "follow", "few"
THEMES = {
    DARK: N_("ink on dusk"),
    LIGHT: N_("ink on paper"),
    FOLLOW: N_("dark or light as the terminal is"),
    FEW: N_("the terminal's own sixteen colours"),
}
KEYS = "keys"
BACKUPS = "backups"
KNOWN = ("theme", INTERFACE, BACKUPS, KEYS)


class Preferences(NamedTuple):
    """`keys`: command id -> its keys, as Textual names them, with commas between.
    `backups`: the folder that is the second place for backups; empty for none.
    `interface`: the code of the language that the program speaks; empty for English."""

    theme: str = FOLLOW
    keys: Mapping[str, str] = {}
    backups: str = ""
    interface: str = ""


class Fault(NamedTuple):
    """Something in the file that cannot be taken; `line` counts from 1."""

    path: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return _("{path}, line {line}: {sentence}").format(
            path=self.path, line=self.line, sentence=self.sentence
        )


def preferences_path() -> Path:
    """Where the file is, or would be."""
    return Path(settings_file())


def read_preferences(
    path: Path, commands: Collection[str] | None = None
) -> tuple[Preferences, list[Fault]]:
    """What the file settles, and what in it cannot be taken; the usual where there is no file.

    With `commands`, an id of a command that is not among them is a fault too.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Preferences(), []
    except (OSError, UnicodeDecodeError) as error:
        reason = str(getattr(error, "strerror", None) or "").lower() or _("it is no text in UTF-8")
        unread = _("the file cannot be read: {reason}.").format(reason=reason)
        return Preferences(), [Fault(path, 1, unread)]
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Preferences(), [Fault(path, _line_of_error(str(error)), f"{_reason(error)}.")]
    reader = _Reader(path, text, commands)
    return reader.preferences(found), reader.faults


def second_folder() -> Path | None:
    """The folder settled as the second place for backups."""
    folder = read_preferences(preferences_path())[0].backups
    return Path(folder) if folder else None


def change_preferences(path: Path, preferences: Preferences) -> None:
    """Write the file anew, whole or not at all; what a hand wrote between the lines is not kept.

    Raises CxresetError when it cannot be written.
    """
    lines = [
        "# cxreset: what holds for every workbook on this computer. See docs/settings.md.",
        f"theme = {_quoted(preferences.theme)}",
        *([f"{INTERFACE} = {_quoted(preferences.interface)}"] if preferences.interface else []),
        *([f"{BACKUPS} = {_quoted(preferences.backups)}"] if preferences.backups else []),
        "",
        f"[{KEYS}]",
        *(f"{_quoted(name)} = {_quoted(keys)}" for name, keys in sorted(preferences.keys.items())),
    ]
    temporary = temporary_beside(path)
    try:
        make_private_dir(path.parent)
        with text_writer(new_private_file(temporary)) as file:
            file.write("\n".join(lines) + "\n")
        replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CxresetError(
            _("{path} could not be written: {reason}.").format(path=path, reason=reason)
        ) from error


def change_interface(code: str) -> None:
    """Let the program speak this language from its next start; "" or `en` for English.

    Raises UsageError for one that it does not speak, CxresetError while the file holds what would
    be lost.
    """
    chosen, path = check_interface(code), preferences_path()
    before, faults = read_preferences(path)
    if faults:
        raise CxresetError(
            _("{fault} Mend it first: a change writes the file anew.").format(fault=faults[0])
        )
    if before.interface != chosen:
        change_preferences(path, before._replace(interface=chosen))


def check_theme(text: str) -> str:
    """The theme's name; raises UsageError, which names the nearest."""
    name = text.strip().casefold()
    if name not in THEMES:
        raise UsageError(
            _("“{name}” is no theme.{perhaps} There are {names}.").format(
                name=one_line(text, 30), perhaps=perhaps(name, THEMES), names=", ".join(THEMES)
            )
        )
    return name


def check_folder(text: str) -> str:
    """The path of a folder, absolute and with `~` followed; empty for none. It need not be there
    just now. Raises UsageError for a path that depends on where one is."""
    if text.strip().casefold() in ("", "none"):
        return ""
    folder = expanded(text.strip())
    if not folder.is_absolute():
        raise UsageError(
            _("“{path}” is no whole path: write it from the top.").format(path=one_line(text, 60))
        )
    return str(folder)


def check_interface(text: str) -> str:
    """The code of a language that the program speaks, empty for English.

    Raises UsageError, which names the nearest."""
    from cxreset.base.language.interface import interface_languages

    known = interface_languages()
    by_name = {name.casefold(): code for code, name in known.items()}
    wanted = text.strip().casefold()
    code = by_name.get(wanted, wanted)
    if wanted and code not in known:
        raise UsageError(
            _("The program does not speak “{name}”.{perhaps} There are {names}.").format(
                name=one_line(text, 30),
                perhaps=perhaps(wanted, [*known, *known.values()]),
                names=", ".join(known),
            )
        )
    return "" if code == "en" else code


class _Reader:
    """Takes what it can, and notes what it cannot with its line."""

    def __init__(self, path: Path, text: str, commands: Collection[str] | None) -> None:
        self.path = path
        self.text = text
        self.commands = commands
        self.faults: list[Fault] = []

    def preferences(self, found: Mapping[str, object]) -> Preferences:
        for name in found:
            if name not in KNOWN:
                sentence = _("“{name}” is no setting.").format(name=one_line(name, 40))
                self._fault(name, f"{sentence}{perhaps(name, KNOWN)}")
        return Preferences(
            self._theme(found.get("theme", FOLLOW)),
            self._keys(found.get(KEYS)),
            self._folder(found.get(BACKUPS, "")),
            self._interface(found.get(INTERFACE, "")),
        )

    def _interface(self, value: object) -> str:
        try:
            return check_interface(str(value))
        except UsageError as error:
            self._fault(INTERFACE, error.sentence)
            return ""

    def _folder(self, value: object) -> str:
        try:
            return check_folder(str(value))
        except UsageError as error:
            self._fault(BACKUPS, error.sentence)
            return ""

    def _theme(self, value: object) -> str:
        try:
            return check_theme(str(value))
        except UsageError as error:
            self._fault("theme", error.sentence)
            return FOLLOW

    def _keys(self, table: object) -> dict[str, str]:
        keys: dict[str, str] = {}
        if table is None:
            return keys
        if not isinstance(table, dict):
            self._fault(KEYS, _("write the keys below a line [{keys}].").format(keys=KEYS))
            return keys
        for name, value in table.items():
            if self.commands is not None and name not in self.commands:
                wrong = _("“{name}” is no command.").format(name=one_line(name, 40))
                self._fault(name, f"{wrong}{perhaps(name, self.commands)}")
            elif not isinstance(value, str) or not value.strip():
                wrong = _('the key of {name} is a text, such as "ctrl+k".')
                self._fault(name, wrong.format(name=one_line(name, 40)))
            else:
                keys[name] = value
        return keys

    def _fault(self, name: str, sentence: str) -> None:
        self.faults.append(Fault(self.path, _line_of(self.text, name), sentence))


def fault_at(path: Path, name: str, sentence: str) -> Fault:
    """A fault of what the file says of `name`."""
    return Fault(path, _line_of(path.read_text(encoding="utf-8"), name), sentence)


def _line_of(text: str, name: str) -> int:
    """The number of the line that begins with a name; 1 when none does."""
    begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}(?![\w.-])")
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if begins.match(line)), 1)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line_of_error(message: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else 1


def _reason(error: tomllib.TOMLDecodeError) -> str:
    words = re.sub(r" ?\(at .*\)$", "", str(error))
    return _("this is no TOML: {why}").format(why=lower_first(words))
