"""A small calendar: a month to go about in by arrows or the mouse, and a day to pick."""

from __future__ import annotations

from calendar import Calendar, monthrange
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Button, Static

from cxreset.base.day_words import month, weekday, whole_day
from cxreset.base.language.words import _
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog

MONDAY = date(2024, 1, 1)
IN_HAND = "bold reverse $primary"
"""The day that enter picks."""


class MonthView(Widget, can_focus=True):
    """A month as a table of weeks, Monday first; the day in hand is lit, today is underlined."""

    BINDINGS = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "move(-7)", show=False),
        Binding("down", "move(7)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("home", "today", show=False),
        Binding("enter,space", "pick", show=False),
    ]
    day: reactive[date] = reactive(MONDAY)

    class Picked(Message):
        """A day was picked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.today = today
        self.set_reactive(MonthView.day, day)

    def render(self) -> Content:
        days = [MONDAY + timedelta(days=number) for number in range(7)]
        heads = "".join(f"{weekday(on, short=True)[:2]:>4}" for on in days)
        title = f"{month(self.day)} {self.day.year}"
        lines = [Content.styled(f"{title:^28}", "bold"), Content.styled(heads, "$text-muted")]
        for week in Calendar().monthdatescalendar(self.day.year, self.day.month):
            lines.append(Content.assemble(*(self._cell(on) for on in week)))
        while len(lines) < 8:
            lines.append(Content(""))
        return Content("\n").join(lines)

    def _cell(self, on: date) -> Content:
        if on.month != self.day.month:
            return Content("    ")
        if on == self.day:
            cell = Content.styled(f"[{on.day:>2}]", IN_HAND)
        else:
            cell = Content.styled(f"{on.day:>3} ", "underline" if on == self.today else "")
        return cell.stylize(Style.from_meta({"@click": ("choose", (on.isoformat(),))}))

    def action_move(self, days: int) -> None:
        """Some days on or back; the calendar's ends stay."""
        try:
            self.day += timedelta(days=days)
        except OverflowError:
            return

    def action_turn(self, months: int) -> None:
        """A month on or back, on the same day or the last one there is."""
        number = self.day.year * 12 + self.day.month - 1 + months
        year, index = divmod(number, 12)
        if date.min.year <= year <= date.max.year:
            last = monthrange(year, index + 1)[1]
            self.day = date(year, index + 1, min(self.day.day, last))

    def action_today(self) -> None:
        self.day = self.today

    def action_choose(self, iso: str) -> None:
        """A click on a day picks it."""
        self.day = date.fromisoformat(iso)
        self.action_pick()

    def action_pick(self) -> None:
        self.post_message(self.Picked(self.day))


class CalendarScreen(Dialog[date | None]):
    """Answers a day, or None when it was left."""

    CSS_PATH = ["dialogs.tcss", "calendar.tcss"]
    BINDINGS = [close_command()]

    def __init__(self, label: str, day: date, today: date) -> None:
        super().__init__()
        self._label, self._day, self._today = label, day, today

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._label, classes="heading", markup=False)
            yield MonthView(self._day, self._today)
            yield Static("", id="whole", markup=False)
            yield Static(_("Arrows: day and week. PgUp, PgDn: "
                "month. Home: today."), classes="muted",
                         markup=False)  # fmt: skip
            with Horizontal(classes="buttons"):
                yield Button(_("Pick  ⏎"), id="pick", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        view = self.query_one(MonthView)
        self.watch(view, "day", self._show)
        view.focus()

    def _show(self, day: date) -> None:
        self.query_one("#whole", Static).update(whole_day(day, year=True))

    def on_month_view_picked(self, event: MonthView.Picked) -> None:
        event.stop()
        self.dismiss(event.day)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "pick":
            self.dismiss(self.query_one(MonthView).day)
        else:
            self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)
