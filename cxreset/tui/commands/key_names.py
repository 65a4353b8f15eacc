"""How a sentence names a key: by the one that the leader gave its command, else by the usual one.

A sentence holds the command's id and its usual key, as in `_("{key:undo=u} takes it back.")`, and
is filled by `.format(key=KEYS)`. What holds, holds for the whole program, as its language does.
"""

from __future__ import annotations

from collections.abc import Mapping


class KeyNames:
    """The keys that the leader gave to commands, by name; fills `{key:…}` in a text."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self.times_given = 0
        """How often keys were given: what names one is drawn anew after each time."""

    def use(self, given: Mapping[str, str]) -> None:
        """From now on these commands (by id) have keys that are named like this; others theirs."""
        self._given = dict(given)
        self.times_given += 1

    def name(self, command: str, usual: str) -> str:
        """How the key of a command is named; `usual` when the leader gave it none."""
        return self._given.get(command, usual)

    def __format__(self, command_and_usual: str) -> str:
        command, _, usual = command_and_usual.partition("=")
        return self.name(command, usual)


KEYS = KeyNames()
"""The keys in force; the app says which when it starts and when the leader gives others."""
