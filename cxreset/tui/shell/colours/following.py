"""The app's colours: those that the leader chose, or as the terminal's own background is.

The terminal is asked for it (`cxreset/tui/toolkit/ground.py`) as the first screen is drawn, which
does not wait, and again when the leader comes back to its window.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic, time
from typing import Any

from textual.app import App
from textual.events import AppFocus
from textual.filter import LineFilter, Monochrome, NoColor
from textual.message import Message
from textual.notifications import Notification
from textual.screen import Screen

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.served import served
from cxreset.tui.shell.colours.themes import CHOICES, FOLLOW, THEMES, theme_for
from cxreset.tui.toolkit.ground import LIMIT_SECONDS, QUERY, by_environment, may_ask
from cxreset.tui.toolkit.private import TalkingApp, hear_answers
from cxreset.tui.widgets.state_line import say_on

STILL_NEW = 1.0
"""Seconds in which what was said goes along to the next screen: it may have led there."""


class GroundKnown(Message):
    """The terminal has said whether its background is dark."""

    def __init__(self, dark: bool) -> None:
        super().__init__()
        self.dark = dark


class ColouredApp(TalkingApp):
    """An app in the colours of the palette."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = FOLLOW
        self._latest = ""  # the identity of what was said last
        self._latest_screen: Screen[Any] | None = None
        self._ground_is_dark = by_environment()
        self._asked_at = monotonic()
        self._few_colours = self.no_color or self.console.color_system in (None, "standard")
        for each in THEMES:
            self.register_theme(each)
        self._show_colours()

    def choose_theme(self, choice: str) -> None:
        """Take other colours, one of `CHOICES`; raises UsageError for another word."""
        if choice not in CHOICES:
            raise UsageError(
                _("There is no theme {choice}. There are {CHOICES}.").format(
                    choice=choice, CHOICES=", ".join(CHOICES)
                )
            )
        self._choice = choice
        self._show_colours()

    def _show_colours(self) -> None:
        self.theme = theme_for(
            self._choice, ground_is_dark=self._ground_is_dark, few_colours=self._few_colours
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters. Without colours it would turn them to greys: here they are left out,
        for the theme of few colours says everything by signs as well."""
        filters = super().get_line_filters()
        return [NoColor() if isinstance(each, Monochrome) else each for each in filters]

    def say(self, latest: Notification | None) -> bool:
        """Say it where it happened: a screen that is come to later does not say it again."""
        if latest is not None and latest.severity == "information":
            if latest.identity != self._latest:
                self._latest, self._latest_screen = latest.identity, self.screen
            elif self._latest_screen is not self.screen and time() - latest.raised_at > STILL_NEW:
                latest = None
        return say_on(self, latest)

    # -- following the terminal

    def on_load(self) -> None:
        hear_answers(self._answered)

    def _answered(self, dark: bool) -> None:
        """Called by the thread that reads the keys."""
        self.post_message(GroundKnown(dark))

    def on_mount(self) -> None:
        if self._ground_is_dark is None:
            self._ask()

    def on_app_focus(self, event: AppFocus) -> None:
        self._ask()

    def _ask(self) -> None:
        if may_ask() and not served():  # a page of the browser reads its keys by itself
            self._asked_at = monotonic()
            self.write_to_terminal(QUERY)

    def on_ground_known(self, event: GroundKnown) -> None:
        event.stop()
        if monotonic() - self._asked_at <= LIMIT_SECONDS:
            self.take_ground(dark=event.dark)

    def take_ground(self, *, dark: bool) -> None:
        """The terminal's own background is dark, or light."""
        if dark != self._ground_is_dark:
            self._ground_is_dark = dark
            self._show_colours()


def choose_theme(app: App[Any], name: str) -> None:
    """Show the app in the colours that the leader chose, one of `CHOICES`, at once.

    An app that is not ours stays as it is; raises UsageError for a name that is none of them.
    """
    if isinstance(app, ColouredApp):
        app.choose_theme(name)
