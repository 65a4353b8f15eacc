"""The row above the keys: a sentence on what is stored or next; for a while what was said.

Nothing else may stand there, so that what is said never lies over a field or a list. A long
sentence takes two or three rows, which the page above gives.
"""

from __future__ import annotations

from textual.app import App
from textual.content import Content
from textual.events import Click, Resize
from textual.notifications import Notification
from textual.timer import Timer
from textual.widgets import Static

from cxreset.base.text import one_line
from cxreset.tui.widgets.layout.dialog import UNVEILED
from cxreset.tui.widgets.words import set_words

SIGNS = {"information": "$success", "warning": "$warning", "error": "$error"}
"""The colour of the edge of what is said, by how bad it is."""
MARKS = {"information": "", "warning": "! ", "error": "! "}
GAP = 3


class StateLine(Static):
    """One sentence at rest, or the last thing that was said."""

    def __init__(self, rest: str = "") -> None:
        super().__init__(markup=False)
        self._rest = rest
        self._message: Notification | None = None
        self._asked: Notification | None = None
        self._until: Timer | None = None

    def rest_on(self, sentence: str) -> None:
        """Another sentence for when nothing is said."""
        self._rest = sentence
        self._draw()

    def say(self, notification: Notification | None) -> None:
        """Show what was said, until its time is over; None: nothing any more."""
        if self._until is not None:
            self._until.stop()
            self._until = None
        self._message = notification
        self.set_class(notification is not None, UNVEILED)
        if notification is not None:
            self._until = self.set_timer(notification.time_left, self._be_silent)
        self._draw()

    def add(self, sentence: str, since: float) -> None:
        """Say what was done at that moment, unless it was said in words of its own by now."""
        last = self._message
        if last is None or last.raised_at < since:
            self.say(Notification(sentence))

    def ask(self, sentence: str, seconds: float) -> None:
        """Say what the very next key would do; for so long, or until `answered`."""
        self._asked = Notification(sentence, timeout=seconds)
        self.say(self._asked)

    def answered(self) -> None:
        """The key was another one: what was asked goes, anything else that is said stays."""
        if self._asked is not None and self._message is self._asked:
            self.say(None)
        self._asked = None

    def _be_silent(self) -> None:
        self.say(None)

    def on_click(self, event: Click) -> None:
        """A click puts it away."""
        event.stop()
        self._be_silent()

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.app.size.width - 2
        rest = Content.styled(one_line(self._rest, width), "$text-muted")
        if self._message is None:
            set_words(self, rest)
            return
        words = spoken(self._message)
        space = width - rest.cell_length - words.cell_length
        if space >= GAP and "\n" not in words.plain:
            words = Content.assemble(rest, " " * space, words)
        elif words.cell_length < width:
            words = Content.assemble(" " * (width - words.cell_length), words)
        set_words(self, words)


def spoken(notification: Notification) -> Content:
    """What was said: its edge, the first sentence in bold, what follows from it muted."""
    whole = " ".join(f"{notification.title}. {notification.message}".split()).removeprefix(". ")
    fact, end, rest = whole.partition(". ")
    mark = MARKS[notification.severity]
    return Content.assemble(
        ("▌", f"{SIGNS[notification.severity]} on $panel"),
        (f" {mark}{fact}{end.strip()} ", "bold $foreground on $panel"),
        (f"{rest} " if rest else "", "$text-muted on $panel"),
    )


def say_on(app: App[str], notification: Notification | None) -> bool:
    """Say it on the state line in sight, below a dialog too; False where there is none."""
    for screen in reversed(app.screen_stack):
        for line in screen.query(StateLine):
            line.say(notification)
            return True
    return False
