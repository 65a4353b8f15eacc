"""One definition of a command feeds its key, the footer, the palette and the help screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen


def command(
    key: str,
    action: str,
    label: str,
    meaning: str,
    *,
    footer: bool = True,
    shown_as: str = "",
    everywhere: bool = False,
) -> Binding:
    """A command: its key, what it runs, its short name, and one sentence of what it does.

    One that is heard `everywhere` works in dialogs and fields too.
    """
    return Binding(
        key,
        action,
        label,
        show=footer,
        tooltip=meaning,
        key_display=shown_as or None,
        priority=everywhere,
    )


def available(screen: Screen[Any]) -> list[ActiveBinding]:
    """The commands that can be given on this screen now, each once, those of the screen first."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.tooltip and binding.description and active.enabled:
            found.setdefault(binding.action, active)
    return list(found.values())


class Left(NamedTuple):
    """The place one came from to Help, and the commands that could be given there."""

    place: str
    commands: list[ActiveBinding]


class CommandList(Provider):
    """Every command of the screen behind the palette, by name."""

    def _commands(self) -> Iterable[tuple[str, str, partial[Any]]]:
        for node, binding, _, _ in available(self.screen):
            run = partial(self.app.run_action, binding.action, node)
            yield binding.description, binding.tooltip, run

    async def discover(self) -> Hits:
        for name, meaning, run in self._commands():
            yield DiscoveryHit(name, run, help=meaning)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, meaning, run in self._commands():
            score = max(matcher.match(name), matcher.match(meaning) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=meaning)
