"""Every dialog brings the dialogs' style sheet: the first one that is opened is dressed as well."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import cxreset.tui
from cxreset.tui.widgets.layout.dialog import Dialog

SHEETS = {"dialogs.tcss", "checkup.tcss", "suggestions.tcss"}
"""The dialogs' own, and those of two that take the whole screen."""


def dialogs(base: type[Dialog[object]] = Dialog) -> Iterator[type[Dialog[object]]]:
    for each in base.__subclasses__():
        yield each
        yield from dialogs(each)


def sheets(dialog: type[Dialog[object]]) -> set[str]:
    found: set[str] = set()
    for cls in dialog.__mro__:
        paths = vars(cls).get("CSS_PATH") or []
        found |= {Path(path).name for path in ([paths] if isinstance(paths, str) else paths)}
    return found


def test_every_dialog_is_dressed() -> None:
    for module in walk_packages(cxreset.tui.__path__, "cxreset.tui."):
        import_module(module.name)
    leaves = [each for each in dialogs() if not each.__subclasses__()]
    assert len(leaves) > 20
    bare = [each.__name__ for each in leaves if not sheets(each) & SHEETS]
    assert bare == []
