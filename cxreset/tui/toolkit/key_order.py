"""Keys act one after the other, also when they arrive in one burst.

Textual hands a key to what has the focus when it arrives, and runs a command's key only when it has
come up again to the app. The letter behind the key that opens a field would reach what had the
focus before. So what is typed behind a command's key waits until that key has acted.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

LONGEST_SECONDS = 3.0
"""After so long what waits is handed on, whatever the key before it does."""

Typed = events.Key | events.Paste
Reached = tuple[Screen[Any], Widget | None]
"""Where a letter would go: the screen, and what has the focus on it."""


class KeysInOrder(App[str]):
    """An app in which a key waits for the one before it."""

    class Passed(Message):
        """Follows a key on its way up, through the same queues: what it met has acted.

        `before` is where a letter would have gone when it was sent; None the first time, when the
        key has met all on its way, but what they say to each other is still under way.
        """

        def __init__(self, number: int, before: Reached | None) -> None:
            super().__init__()
            self.number = number
            self.before = before

    def __init__(self) -> None:
        super().__init__()
        self._held_back: deque[Typed] = deque()
        self._command = 0  # the number of the last key that may be a command's
        self._acting = False
        self._patience: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
        elif self._acting:
            self._held_back.append(event)
        else:
            await self._hear(event)

    async def _hear(self, event: Typed) -> None:
        """Hand on what was typed; what follows it waits, unless it is a letter in a text."""
        target = self.focused or self.screen
        await super().on_event(event)
        if isinstance(event, events.Key) and not target.check_consume_key(
            event.key, event.character
        ):
            self._acting = True
            self._command += 1
            self._patience = self.set_timer(LONGEST_SECONDS, self._go_on)
            self._follow(target, None)

    def _follow(self, target: Widget, before: Reached | None) -> None:
        """Send a message behind the key; to the screen when its target has gone already, or goes
        with its own screen, which passes nothing on while it closes."""
        message = self.Passed(self._command, before)
        if self.screen not in target.ancestors_with_self:
            target = self.screen
        if not target.post_message(message.set_sender(target)):
            self.screen.post_message(message.set_sender(self.screen))

    async def on_keys_in_order_passed(self, event: Passed) -> None:
        """The key has acted; what it set going has too when nothing has moved since."""
        event.stop()
        if event.number != self._command or not self._acting:
            return
        screen, focused = reached = (self.screen, self.focused)
        if reached == event.before:
            await self._go_on()
        elif event.before is None:
            self._follow(focused or screen, reached)
        else:  # a screen opens, or the focus moved: once more, behind what that sets going
            screen.call_after_refresh(self._follow, focused or screen, reached)

    async def _go_on(self) -> None:
        """Hand on what waits, up to the next command's key."""
        if self._patience is not None:
            self._patience.stop()
        self._acting, self._patience = False, None
        while self._held_back and not self._acting:
            await self._hear(self._held_back.popleft())
