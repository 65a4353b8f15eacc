"""The quiet timer of two hours' reading: how much is left, start, pause, begin again.

Only the moment it was started is stored, so it needs no program to run: left running when the
program is closed, the time counts; paused, it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _, pgettext
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.layout.button_row import ButtonRow
from cxreset.workbook.daily import Timer

LOOK_SECONDS = 10


def now_utc() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


def spent(timer: Timer, now: datetime) -> int:
    """Seconds of reading so far, 0 to `planned_seconds`; a clock set back takes nothing away."""
    running = 0.0
    if timer.running_since is not None:
        try:
            since = datetime.fromisoformat(timer.running_since)
        except ValueError:
            since = now
        if since.tzinfo is None:
            since = since.replace(tzinfo=UTC)
        running = max(0.0, (now - since).total_seconds())
    return min(timer.planned_seconds, timer.spent_seconds + int(running))


def button_label(timer: Timer, now: datetime) -> str:
    """What the button says: minutes left, rounded up, and what pressing it does."""
    left = timer.planned_seconds - spent(timer, now)
    if left <= 0:
        return _("✓ {span} read").format(span=_span(timer.planned_seconds))
    if timer.running_since is None and left == timer.planned_seconds:
        return _("Start {span}").format(span=_span(left))
    minutes = -(-left // 60)
    return (
        _("{minutes} min left · pause").format(minutes=minutes)
        if timer.running_since
        else _("{minutes} min · go on").format(minutes=minutes)
    )


def _span(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return (
        f"{hours} h" if hours and not rest else _("{seconds} min").format(seconds=-(-seconds // 60))
    )


class FocusClock(Horizontal):
    """A button that says what is left, and one to begin again."""

    def __init__(
        self,
        load: Callable[[], Timer],
        store: Callable[[Timer], object],
        clock: Callable[[], datetime] = now_utc,
        *,
        id: str | None = None,
    ) -> None:
        """`load` and `store` reach the stored timer; `clock` says which moment it is."""
        super().__init__(id=id)
        self._load = load
        self._store = store
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Button("", id="clock-toggle", tooltip=_("A quiet timer for two hours of reading."))
        yield Button(pgettext("clock", "Reset"), id="clock-reset")

    def on_mount(self) -> None:
        self.look()
        self.set_interval(LOOK_SECONDS, self._look_again)

    def on_resize(self) -> None:
        if isinstance(self.parent, ButtonRow):  # what is left in words of another length
            self.parent.fold()

    def _look_again(self) -> None:
        if not self.screen.is_current:  # behind a dialog, which may be writing for a while
            return
        try:
            self.look()
        except CxresetError:  # another window holds the workbook: the next look will do
            pass

    def look(self) -> None:
        """Say what is left now; at the end the timer rests by itself."""
        timer, now = self._load(), self._clock()
        passed = spent(timer, now)
        if timer.running_since is not None and passed >= timer.planned_seconds:
            timer = Timer(timer.planned_seconds, timer.planned_seconds, None)
            self._store(timer)
        toggle = self.query_one("#clock-toggle", Button)
        toggle.label = f"{button_label(timer, now)}  z"
        toggle.refresh(layout=True)  # as wide as its words
        again = _("{key:timer_reset=Z}: the full time again.").format(key=KEYS)
        self.query_one("#clock-reset", Button).tooltip = again
        rests = timer.running_since is None
        self.set_class(rests and passed > 0, "-begun")

    def toggle(self) -> None:
        """Start, pause or go on; a timer that has run out stays as it is."""
        timer, now = self._load(), self._clock()
        passed = spent(timer, now)
        if timer.running_since is not None:
            self._store(timer._replace(spent_seconds=passed, running_since=None))
        elif passed < timer.planned_seconds:
            self._store(timer._replace(running_since=now.isoformat(timespec="seconds")))
        self.look()

    def reset(self) -> None:
        """Back to the full time, at rest."""
        self._store(self._load()._replace(spent_seconds=0, running_since=None))
        self.look()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "clock-reset":
            self.reset()
        else:
            self.toggle()
