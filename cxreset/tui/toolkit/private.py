"""The private names of Textual that this program stands on, all in this file.

Textual has no public way to take up an error of a handler, to say how a crash is told, or to end an
app whose message pumps may be broken. `tests/tui/toolkit/test_private.py` says of each name
here that the installed Textual has it and means by it what we think. (What is overridden for speed
alone stands in `speed.py`.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich.text import Text
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.message_pump import MessagePump
from textual.notifications import Notification
from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.platforms.terminals import can_be_asked
from cxreset.tui.toolkit.ground import AnswerFinder

NEXT_CALLS = "_flush_next_callbacks"
"""The method of a message pump that makes the calls asked for by `call_next`."""


def raised_by_next_call(error: BaseException) -> bool:
    """Did a call asked for by `call_next` raise this? Its message pump goes on all the same."""
    trace = error.__traceback__
    return trace is not None and trace.tb_frame.f_code.co_name == NEXT_CALLS


class GuardedPump(MessagePump):
    """A part of the screen that looks at the errors of its handlers before Textual ends the app."""

    def take_up(self, error: CxresetError, message: Message) -> bool:
        """Take up what a handler of `message` raised; False when it is for somebody further up."""
        raise NotImplementedError

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except CxresetError as error:
            if not self.take_up(error, message):
                raise


class GuardedApp(GuardedPump, App[str]):
    """An app that looks at what nobody took up, and says in its own words that it fails."""

    def take_up_last(self, error: CxresetError) -> None:
        """Take up an error of ours that no handler caught."""
        raise NotImplementedError

    def crash_sentence(self, error: Exception) -> str:
        """What is printed when the program fails."""
        raise NotImplementedError

    def end_at_once(self, answer: str) -> None:
        """End as after a fatal error, without waiting for pumps that may be gone; says no more."""
        self._return_value = answer
        self._exception_event.set()  # whoever waits for a screen need not any longer
        self._exit = True
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, CxresetError):
            self.take_up_last(error)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with local variables, which hold customers' words."""
        error = self._exception
        if error is not None:
            self._exit_renderables.append(Text(self.crash_sentence(error)))
        self._close_messages_no_wait()


def drawn(screen: Screen[Any]) -> str:
    """All of a screen as the bytes that draw it from the upper left corner of this terminal.

    It has been through every filter, so nothing in it acts on the terminal but the drawing itself.
    """
    return screen._compositor.render_full_update().render_segments(screen.app.console)


def driver_of(app: App[Any]) -> Driver | None:
    """What draws for an app and reads its keys; None before it runs."""
    return app._driver


class TalkingApp(App[str]):
    """An app that can ask the terminal something, and says where what is said is shown."""

    def say(self, latest: Notification | None) -> bool:
        """Show what was said last (None: all is over); False leaves it to Textual's toasts."""
        raise NotImplementedError

    def _refresh_notifications(self) -> None:
        if self.screen_stack:
            latest = next(reversed(list(self._notifications)), None)
            if self.say(latest):
                return
        super()._refresh_notifications()

    def write_to_terminal(self, text: str) -> None:
        """Write what is no drawing; nothing where there is no terminal."""
        driver = driver_of(self)
        if driver is not None:
            driver.write(text)


def hear_answers(answered: Callable[[bool], None]) -> None:
    """From now on take what a terminal says of its background out of the keys, and call `answered`
    with whether it is dark, from the thread that reads the keys. Not on Windows, where none asks.

    Textual's parser of keys does not know such answers: it would take each letter for a key.
    """
    if not can_be_asked():
        return
    from textual.drivers import linux_driver

    class AnswerParser(XTermParser):
        """Textual's parser, behind a finder of answers."""

        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._finder = AnswerFinder()

        def feed(self, data: str) -> Iterable[Message]:
            if not data:  # the end
                yield from super().feed(data)
                return
            self._finder.dark = None
            rest = self._finder.rest_of(data)
            if self._finder.dark is not None:
                answered(self._finder.dark)
            if rest:
                yield from super().feed(rest)

    linux_driver.XTermParser = AnswerParser  # type: ignore[attr-defined]
