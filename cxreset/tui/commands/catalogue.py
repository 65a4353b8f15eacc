"""Every command of every screen that can be given another key, by its id.

Loads all screens, so only `cxreset settings` and the place of the settings ask.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key
from textual.screen import ModalScreen

import cxreset.tui
from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line, perhaps

MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")


class CommandEntry(NamedTuple):
    """A command that can be rebound: `keys` are its own, with commas between."""

    id: str
    label: str
    keys: str
    where: str
    """The class of the screen or widget that offers it first."""


def catalogue() -> dict[str, CommandEntry]:
    """Command id -> the command, in the order of the ids."""
    found: dict[str, CommandEntry] = {}
    for node in nodes():
        for binding in own_bindings(node):
            if binding.id:
                entry = CommandEntry(
                    id=binding.id,
                    label=binding.description,
                    keys=binding.key,
                    where=node.__name__,
                )
                found.setdefault(binding.id, entry)
    return dict(sorted(found.items()))


def clashes(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """(command id, sentence) for each of these new keys that another command has where both work.

    `keys`: command id -> its new keys.
    """
    found: dict[tuple[str, str], str] = {}
    for node in nodes():
        bound = _bound(node, keys)
        for command, new in keys.items():
            for key in _split(new):
                for other in bound.get(key, {}):
                    if command in bound[key] and other != command:
                        sentence = _("“{key}” is the key of {bound} there already.").format(
                            key=key, bound=bound[key][other]
                        )
                        found.setdefault((command, key), sentence)
    return [(command, sentence) for (command, _), sentence in found.items()]


def key_faults(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """(command id, sentence) for each text that is no key, and for each key that clashes."""
    found = []
    for name, text in keys.items():
        try:
            check_keys(text)
        except UsageError as error:
            found.append((name, error.sentence))
    return [*found, *clashes(keys)]


def check_keys(text: str) -> str:
    """Keys with commas between, as Textual names them; raises UsageError, which names the nearest.

    A character stands for itself; others have names, such as `space`, `f5`, `ctrl+k`, `shift+up`.
    """
    keys = _split(text)
    for key in keys:
        *modifiers, name = key.split("+") if len(key) > 1 else [key]
        for each in modifiers:
            if each not in MODIFIERS:
                raise UsageError(
                    _("“{key}” is no key: “{each}” is held by nobody.{perhaps}").format(
                        key=one_line(key, 30),
                        each=one_line(each, 20),
                        perhaps=perhaps(each, MODIFIERS),
                    )
                )
        if len(name) != 1 and name not in _key_names():
            raise UsageError(
                _("“{key}” is no key.{perhaps}").format(
                    key=one_line(key, 30), perhaps=perhaps(name, _key_names())
                )
            )
    return ",".join(keys)


def nodes() -> Iterator[type[DOMNode]]:
    """Every class of ours that has commands of its own."""
    seen: set[type[DOMNode]] = set()
    for module in pkgutil.walk_packages(cxreset.tui.__path__, "cxreset.tui."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, DOMNode) and each not in seen:
                seen.add(each)
                if each.__module__.startswith("cxreset.") and own_bindings(each):
                    yield each


@cache
def _app() -> type[App[str]]:
    """Our app, found and not imported: it stands above this module."""
    return next(node for node in nodes() if issubclass(node, App) and "CSS_PATH" in vars(node))


def own_bindings(node: type[DOMNode]) -> list[Binding]:
    """The commands that a class itself adds."""
    return [each for each in vars(node).get("BINDINGS", ()) if isinstance(each, Binding)]


def _bound(node: type[DOMNode], keys: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Key -> the commands it gives on this class and those it is made of: id -> label."""
    bound: dict[str, dict[str, str]] = {}
    behind = _inherited(_app())
    if issubclass(node, ModalScreen):  # of what lies behind a dialog it hears little
        behind = [each for each in behind if each.priority]
    for binding in (*_inherited(node), *behind):
        name = binding.id or binding.action
        for key in _split(keys.get(name, binding.key)):
            bound.setdefault(key, {}).setdefault(name, binding.description or binding.action)
    return bound


def _inherited(node: type[DOMNode]) -> list[Binding]:
    """The commands that a class has: its own, then those of the classes it is made of."""
    bases = (base for base in node.__mro__ if issubclass(base, DOMNode))
    return [binding for base in bases for binding in own_bindings(base)]


def _split(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


def _key_names() -> set[str]:
    """Names of keys without what is held with them; of characters those that have no letter."""
    named = {each.value for each in Keys if "+" not in each.value and "<" not in each.value}
    characters = map(chr, range(0x21, 0x7F))
    return named | {_character_to_key(each) for each in characters if not each.isalnum()}
