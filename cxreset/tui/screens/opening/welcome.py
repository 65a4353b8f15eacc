"""The first start: who, where, from when, on which days; or a look round in the sample first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from cxreset.base.day_words import choose_language, whole_day
from cxreset.base.errors import CxresetError
from cxreset.base.hours import hour_in
from cxreset.base.language.interface import ENGLISH, interface_languages
from cxreset.base.language.words import _
from cxreset.base.locations import interface_language
from cxreset.base.preferences import change_interface
from cxreset.base.text import one_line, shown
from cxreset.programme.dates import (
    check_start,
    next_working_day,
    parse_date,
    parse_workdays,
    workdays_text,
)
from cxreset.programme.model import Pack
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.shell.error_boundary import AGAIN
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.words import with_sign
from cxreset.workbook.cycles.intention import IfThenPlan
from cxreset.workbook.daily import Settings
from cxreset.workbook.storage.synchronised import service_over, synchronised

PLANNED = (
    ("routine", "When, where"),
    ("obstacle", "If"),
    ("response", "then I"),
    ("supporter", "Who may ask"),
)
"""(field of the if-then plan, label)."""
NOTED = ("start", "workdays")
"""Fields beside which stands how they were understood."""


_typed: dict[str, str] = {}
"""What was typed, by field, when another language was chosen; the next welcome takes it over."""


class WelcomeScreen(Screen[None]):
    """Asks; what comes of the answer is the app's business."""

    class Answered(Message):
        """The settings of a new reset, or None to look round in the sample first.

        `plan` is when and where, and what if not; all of it may be empty.
        """

        def __init__(self, settings: Settings | None, plan: IfThenPlan | None = None) -> None:
            super().__init__()
            self.settings = settings
            self.plan = plan or IfThenPlan()

    BINDINGS = [
        command("ctrl+s", "begin", "Begin", "Make your workbook and go to day 1.", shown_as="^s"),
        command("ctrl+l", "sample", "Look round in a sample", "Open a filled sample reset.",
                shown_as="^l"),
        command("ctrl+g", "speak", "Another language", "Go on in the next language there is.",
                shown_as="^g"),
    ]  # fmt: skip

    def __init__(self, pack: Pack, today: Callable[[], date], where: str) -> None:
        super().__init__()
        self.pack = pack
        self.today = today
        self.where = where
        self._given: dict[str, str] = {}  # what stood in each field before anything was typed

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(one_line(self.pack.title), classes="heading", markup=False)
            yield Static(
                _(
                    "Thirty days to hear your customers, and to act on it: a little each working "
                    "day. Every word is kept as you type it."
                ),
                id="about",
                markup=False,
            )
            yield Static(self._weeks(), id="weeks")
            yield from self._field(_("Your name"), "name", "")
            yield from self._field(_("Organisation"), "organisation", "")
            start = next_working_day(self.today(), range(5))
            yield from self._field(_("First day"), "start", start.isoformat())
            yield from self._field(_("Working days"), "workdays", workdays_text(range(5)))
            yield Static(
                _("When it gets busy: who plans for it keeps going. All of it may stay empty."),
                classes="muted",
                markup=False,
            )
            for name, label in PLANNED:
                yield from self._field(_(label), name, "")
            yield Static("", id="wrong", markup=False)
            with Horizontal(id="buttons"):
                yield Button(_("Begin") + "  ^s", id="begin", variant="primary")
                yield Button(_("Look round in a sample first") + "  ^l", id="sample")
                yield Button(f"{self._next_language()[1]}  ^g", id="speak")
            yield Static(
                _("Your workbook is one file on this computer: {path}.").format(
                    path=shown(self.where)
                )
                + f" {_('Nothing is sent anywhere.')}{self._synchronised()}"
                + _what_ctrl_is(),
                classes="muted",
                markup=False,
            )
        yield KeyLine()

    def _next_language(self) -> tuple[str, str]:
        """(code, name in itself) of the language after the present one."""
        languages = list(interface_languages().items())
        codes = [code for code, _ in languages]
        now = interface_language() or ENGLISH
        return languages[(codes.index(now) + 1) % len(codes) if now in codes else 0]

    def _weeks(self) -> Content:
        """`1 Listen  2 Map the gaps  …`: what the thirty days hold, before a name is asked for."""
        weeks = (
            Content.assemble((f"{week.number} ", "$primary"), one_line(week.title))
            for week in self.pack.weeks
        )
        return Content("  ").join(weeks)

    def _synchronised(self) -> str:
        service = service_over(Path(self.where))
        return f" {synchronised(service)}" if service else ""

    def _field(self, label: str, name: str, value: str) -> ComposeResult:
        hints = {
            "name": _("as your colleagues know you"),
            "organisation": _("company or team"),
            "start": _("monday, tomorrow, 7 sep"),
            "workdays": _("mon-fri, sun-thu, or mon,tue,thu"),
            "routine": _("after the first coffee, at 8:45"),
            "obstacle": _("the day runs away"),
            "response": _("read three comments"),
            "supporter": _("one person who knows of it"),
        }
        with Horizontal(classes="row", id=f"row-{name}"):
            yield Static(label, classes="label", markup=False)
            self._given[name] = value
            written = _typed.pop(name, value)
            yield Input(written, placeholder=hints[name], id=name, compact=True)
            if name in NOTED:
                yield Static("", id=f"{name}-note", classes="note", markup=False)

    def on_mount(self) -> None:
        choose_language(interface_language())  # no workbook has said yet how it wants its days
        self.query_one("#name", Input).focus()
        self._check()

    # -- saying what was understood, while it is typed

    @on(Input.Changed)
    def _changed(self) -> None:
        self._check()

    def _check(self) -> None:
        self.query_one("#wrong", Static).display = False
        try:
            on_day = parse_date(self.query_one("#start", Input).value, self.today())
            self._note("start", whole_day(on_day, year=True))
        except CxresetError:
            self._note("start", _("no day yet: monday, 7 sep"))
        try:
            days = parse_workdays(self.query_one("#workdays", Input).value)
            self._note("workdays", _("{days} days a week").format(days=len(days)))
        except CxresetError:
            self._note("workdays", _("no days yet: mon-fri"))

    def _note(self, name: str, text: str) -> None:
        self.query_one(f"#{name}-note", Static).update(text)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.input.id == PLANNED[-1][0]:
            self.action_begin()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "begin":
            self.action_begin()
        elif event.button.id == "speak":
            self.action_speak()
        else:
            self.action_sample()

    def action_speak(self) -> None:
        """Go on in the next language, with what was typed here."""
        try:
            change_interface(self._next_language()[0])
        except CxresetError as error:
            self._say_at(self.query_one("#name", Input), error.sentence)
            return
        for field in self.query(Input):
            if field.id and field.value != self._given[field.id]:
                _typed[field.id] = field.value
        app: App[str] = self.app
        app.exit(AGAIN)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is another language only where one is shipped."""
        return action != "speak" or len(interface_languages()) > 1

    def action_begin(self) -> None:
        """Check what was typed; the first thing that is off is said and gets the focus."""
        name = self.query_one("#name", Input)
        start, workdays = self.query_one("#start", Input), self.query_one("#workdays", Input)
        field = name
        try:
            if not name.value.strip():
                raise CxresetError(_("Your name stands on the plan: please write it first."))
            field = start
            first = check_start(parse_date(start.value, self.today()), self.today())
            field = workdays
            days = parse_workdays(workdays.value)
        except CxresetError as error:
            self._say_at(field, error.sentence)
            field.focus()
            return
        organisation = self.query_one("#organisation", Input).value
        planned = {name: self.query_one(f"#{name}", Input).value.strip() for name, _ in PLANNED}
        settings = Settings(
            name=name.value.strip(),
            organisation=organisation.strip(),
            start_on=first,
            workdays=days,
            frozen_on=None,
            created_on=self.today(),
            language=interface_language(),
            daily_at=hour_in(planned["routine"]),
        )
        self.post_message(self.Answered(settings, IfThenPlan(**planned)))

    def _say_at(self, field: Input, sentence: str) -> None:
        """Say below a field what is off with it."""
        wrong = self.query_one("#wrong", Static)
        wrong.update(with_sign(shown(sentence)))
        wrong.display = True
        row = self.query_one(f"#row-{field.id}", Horizontal)
        self.query_one("#welcome").move_child(wrong, after=row)

    def action_sample(self) -> None:
        self.post_message(self.Answered(None))


def _what_ctrl_is() -> str:
    """After a blank, how to read the key that begins; nothing for a key without Ctrl."""
    key = KEYS.name("begin", "^s")
    if not key.startswith("^"):
        return ""
    return " " + _("{key} stands for Ctrl and {letter}.").format(key=key, letter=key[1:])
