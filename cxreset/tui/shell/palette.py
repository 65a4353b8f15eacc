"""The list of all commands, found by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from cxreset.tui.commands.command import available


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
