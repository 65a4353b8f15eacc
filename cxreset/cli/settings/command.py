"""`cxreset settings`: what is settled for this workbook and for this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError, UsageError, WorkbookMissing
from cxreset.base.language.interface import ENGLISH
from cxreset.base.language.words import _
from cxreset.base.locations import INTERFACE
from cxreset.base.paths import workbook_path
from cxreset.base.preferences import (
    BACKUPS,
    FOLLOW,
    KEYS,
    Preferences,
    change_preferences,
    check_folder,
    check_interface,
    check_theme,
    fault_at,
    preferences_path,
    read_preferences,
)
from cxreset.base.text import one_line, perhaps, shown
from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.talk import out, talk
from cxreset.reset.settings.change import make, prepare
from cxreset.reset.settings.names import SETTINGS, setting
from cxreset.reset.settings.public_holidays import NONE

if TYPE_CHECKING:
    from cxreset.cli.call import Call

THEME = "theme"
HERE = (THEME, INTERFACE, BACKUPS)
"""What is settled for this computer, beside the keys."""
KEY = f"{KEYS}."
WIDTH = 16


def settings(call: Call) -> int:
    """List them, print one, change one, or check the file."""
    if call.check:
        return _check()
    if call.verb is None:
        return _list(call)
    if call.name is None:
        raise UsageError(
            _("Name a setting: cxreset settings {verb} NAME. {known}").format(
                verb=call.verb, known=_known()
            )
        )
    if call.verb == "get":
        out(_get(call, call.name))
        return 0
    if call.value is None:
        raise UsageError(
            _("Give a value: cxreset settings set {name} VALUE.").format(name=call.name)
        )
    return _set(call, call.name, call.value)


def _list(call: Call) -> int:
    values = _all(call)
    if call.json:
        from cxreset.cli.describe.reports import print_report

        faults = read_preferences(preferences_path())[1]
        print_report(
            "settings",
            {
                "file": str(preferences_path()),
                "settings": values,
                "faults": [{"line": fault.line, "text": fault.sentence} for fault in faults],
            },
        )
        return 0
    for name, value in values.items():
        out(f"{name:<{WIDTH}}{one_line(value, 100)}")
    talk(_("theme, interface, backups and keys are in {path}").format(path=preferences_path()))
    return 0


def _all(call: Call) -> dict[str, str]:
    """Every setting's text; without a workbook those of this computer alone."""
    values: dict[str, str] = {}
    try:
        chosen = reset_of(call).settings
    except WorkbookMissing as error:
        talk(error.sentence)
    else:
        values |= {name: each.write(chosen) for name, each in SETTINGS.items()}
    preferences = _preferences()
    values[THEME] = preferences.theme
    values[INTERFACE] = preferences.interface or ENGLISH
    values[BACKUPS] = preferences.backups or NONE
    return values | {f"{KEY}{name}": keys for name, keys in preferences.keys.items()}


def _get(call: Call, name: str) -> str:
    if name == THEME:
        return _preferences().theme
    if name == INTERFACE:
        return _preferences().interface or ENGLISH
    if name == BACKUPS:
        return _preferences().backups or NONE
    if name.startswith(KEY):
        command = _command(name)
        return _preferences().keys.get(command) or _commands()[command]
    _refuse_unknown(name)
    return setting(name).write(reset_of(call).settings)


def _set(call: Call, name: str, value: str) -> int:
    if name == THEME:
        return _prefer(lambda now: now._replace(theme=check_theme(value or FOLLOW)))
    if name == INTERFACE:
        return _prefer(lambda now: now._replace(interface=check_interface(value)))
    if name == BACKUPS:
        return _set_backups(call, value)
    if name.startswith(KEY):
        return _set_key(_command(name), value)
    _refuse_unknown(name)
    reset = reset_to_change(call)
    change = prepare(reset, {name: value})
    if change is None:
        talk(_("It is so already."))
        return 0
    for sentence in change.moves:
        talk(sentence)
    if change.moves and not call.yes:
        talk(_("Nothing is changed yet. To do it, add --yes."))
        return 0
    make(reset, change)
    each = setting(name)
    talk(
        _("{label}: {what}. cxreset undo takes it back.").format(
            label=_(each.label), what=each.write(reset.settings)
        )
    )
    return 0


def _set_backups(call: Call, value: str) -> int:
    """Settle the second place for backups, and copy the newest one to it at once."""
    from cxreset.workbook.maintenance.second_folder import check_second, keep_up

    folder, workbook = check_folder(value), workbook_path(call.workbook)
    if folder:
        check_second(Path(folder), workbook)
    _prefer(lambda before: before._replace(backups=folder))
    trouble = keep_up(Path(folder), workbook) if folder else ""
    if trouble:
        talk(shown(trouble))
    return 0


def _set_key(command: str, value: str) -> int:
    from cxreset.tui.commands.catalogue import check_keys, clashes

    keys = check_keys(value) if value.strip() else ""
    now = dict(_preferences().keys)
    now.pop(command, None)
    if keys:
        now[command] = keys
        for name, sentence in clashes(now):
            if name == command:
                raise UsageError(
                    _("{sentence} Choose another, or give that one another key first.").format(
                        sentence=sentence
                    )
                )
    return _prefer(lambda before: before._replace(keys=now))


def _prefer(change: Callable[[Preferences], Preferences]) -> int:
    """Change what holds on this computer; not while the file holds what would be lost."""
    path = preferences_path()
    before, faults = read_preferences(path)
    if faults:
        raise CxresetError(
            _("{faults} Mend it first: a change writes the file anew.").format(faults=faults[0])
        )
    change_preferences(path, change(before))
    talk(_("Written to {path}. It holds from the next start of the screen.").format(path=path))
    return 0


def _check() -> int:
    """Is all of the file understood? 1 when it is not."""
    from cxreset.tui.commands.catalogue import key_faults

    path = preferences_path()
    preferences, faults = read_preferences(path, _commands())
    faults += [fault_at(path, name, text) for name, text in key_faults(preferences.keys)]
    for fault in sorted(faults, key=lambda each: each.line):
        out(str(fault))
    if not faults:
        there = _("{path} is in order.")
        if not path.exists():
            there = _("{path} is not there: all is as usual.")
        out(there.format(path=path))
    return 1 if faults else 0


def _preferences() -> Preferences:
    preferences, faults = read_preferences(preferences_path())
    for fault in faults:
        talk(str(fault))
    return preferences


def _commands() -> dict[str, str]:
    """Command id -> its usual keys."""
    from cxreset.tui.commands.catalogue import catalogue

    return {name: entry.keys for name, entry in catalogue().items()}


def _command(name: str) -> str:
    command, known = name.removeprefix(KEY), _commands()
    if command not in known:
        raise UsageError(
            _("“{command}” is no command.{perhaps}").format(
                command=one_line(command, 40), perhaps=perhaps(command, known)
            )
        )
    return command


def _refuse_unknown(name: str) -> None:
    if name.strip().casefold() not in SETTINGS:
        wrong = _("“{name}” is no setting.{perhaps}").format(
            name=one_line(name, 40), perhaps=perhaps(name, (*SETTINGS, *HERE))
        )
        raise UsageError(f"{wrong} {_known()}")


def _known() -> str:
    return _("There are {names} and {key}COMMAND.").format(
        names=", ".join((*SETTINGS, *HERE)), key=KEY
    )
