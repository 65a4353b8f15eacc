"""Every practice in its group: which were done and when, each read in full, and the check-up."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import count, listed, one_line, shown
from cxreset.programme.model import Practice
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.screens.practices.groups import done_in_words, grouped
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.widgets.fields.pick_fields import TextField
from cxreset.tui.widgets.layout.button_row import AWAY, STAYS, ButtonRow
from cxreset.tui.widgets.lists import Options
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader
from cxreset.workbook import checkup


class PracticesScreen(DestinationScreen):
    """The list at the left, the chosen one at the right; with little room one at a time."""

    CSS_PATH = "practices.tcss"
    BINDINGS = [
        command("enter", "read", "Read", "Read the chosen practice.", footer=False),
        command("space", "done", "Done today", "Tick this practice as done today, or not."),
        command("w", "write", "What came of it", "Write what came of this practice."),
        command("m", "template", "Template", "Open the text that goes with this practice.",
                footer=False),
        command("k", "checkup", "Check-up", "The five habits: mark them, see day 1 and day 29."),
    ]  # fmt: skip

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self.groups = grouped(reset.pack)
        self.practices = [each for group in self.groups.values() for each in group]
        self.practice: Practice | None = next(iter(self.practices), None)
        self.planned = self._planned()

    def _planned(self) -> dict[str, list[int]]:
        """Practice id -> the days of the thirty that bring it."""
        found: dict[str, list[int]] = {}
        for day in self.reset.calendar.days:
            for name in day.sessions[:1]:  # Today shows the first session's
                found.setdefault(self.reset.pack.session(name).practice, []).append(day.number)
        return found

    def body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with ButtonRow(id="checkup-line"):
            yield Static(id="checkup-progress", markup=False)
            yield Button(_("Check-up  k"), id="checkup")
        with Horizontal(id="halves"):
            yield Options(id="practices")
            with Reader(id="reading"):
                yield Static(id="name", markup=False)
                yield Static(id="about", classes="muted", markup=False)
                yield PageText(id="text")
                yield Static(id="question", markup=False)
                yield Static(id="came-label", classes="muted", markup=False)
                yield TextField("", hint="a line or two, for yourself", id="came")
                with ButtonRow(id="buttons"):
                    yield Button("", id="done", variant="primary")
                    yield Button(_("Template  m"), id="template")
                    yield Button(_("List  esc"), id="back", classes=STAYS)

    async def on_mount(self) -> None:
        self.fill()
        await self.show()
        self.query_one("#practices").focus()

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self.fill)  # the list's marks stand at its right edge

    def reload(self) -> None:
        self.planned = self._planned()
        self.fill()
        self.call_later(self.show)

    # -- drawing

    def fill(self) -> None:
        """The list, the counts above it and the line of the check-up."""
        if not self.is_running:  # called after a refresh: the screen may be gone by then
            return
        done = checkup.practice_days(self.reset.file)
        held = checkup.taken(self.reset.file)
        holds = held.practice if held is not None and held.holds(self.reset.today) else ""
        options = self.query_one("#practices", OptionList)
        width = max(30, options.size.width - 4)
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            for name, mine in self.groups.items():
                options.add_option(
                    Option(Content.styled(one_line(name), "bold $text-muted"), disabled=True)
                )
                for each in mine:
                    line = self._line(each, done.get(each.id, {}), each.id == holds, width)
                    options.add_option(Option(line, id=f"practice-{self.practices.index(each)}"))
            if self.practice is not None:
                option_id = f"practice-{self.practices.index(self.practice)}"
                options.highlighted = options.get_option_index(option_id)
        given = sum(1 for each in self.practices if each.id in done)
        self.query_one("#head", Static).update(
            Content.assemble(
                (_("Practices"), "bold"),
                _("   {given} of {practices} done").format(
                    given=given, practices=len(self.practices)
                ),
                (_("   in any order, on any day"), "$text-muted"),
            )
        )
        day = checkup_day(self.reset)
        marked, total = checkup_progress(self.reset, day)
        self.query_one("#checkup-progress", Static).update(
            Content.assemble(
                (_("The five habits   "), "$text-muted"),
                _("day {day}: {marked} of {statements} marked").format(
                    day=day, marked=marked, statements=count(total, "statement")
                ),
            )
        )
        self.query_one("#checkup-line", ButtonRow).fold()
        came = _("What came of it   {key:write=w}").format(key=KEYS)
        self.query_one("#came-label", Static).update(came)

    def _line(self, practice: Practice, done: dict[int, date], held: bool, width: int) -> Content:
        days = done_in_words(done)
        if not days:
            planned = self.planned.get(practice.id, [])
            days = _("for day {planned}").format(planned=planned[0]) if planned else ""
        if held:
            days = _("this week")
        title = one_line(practice.title, max(12, width - len(days) - 4))
        mark = ("✓ ", "$success") if done else ("○ ", "$text-muted")
        space = max(1, width - 2 - len(title) - len(days))
        return Content.assemble(mark, title, " " * space, (days, "$text-muted"))

    async def show(self) -> None:
        """The chosen practice in full."""
        practice = self.practice
        if practice is None or not self.is_running:
            return
        done = checkup.practice_days(self.reset.file).get(practice.id, {})
        self.query_one("#name", Static).update(Content.styled(one_line(practice.title), "bold"))
        planned = [str(day) for day in self.planned.get(practice.id, [])]
        about = [_("about {minutes}").format(minutes=count(practice.minutes, "minute"))]
        if planned:
            about.append(_("Today brings it on day {planned}").format(planned=listed(planned)))
        if done:
            about.append(_("done on {done_in_words}").format(done_in_words=done_in_words(done)))
        self.query_one("#about", Static).update(" · ".join(about))
        self.query_one("#question", Static).update(shown(practice.question))
        today = self._key() in done
        self.query_one("#done", Button).label = (
            _("✓ Done today  space") if today else _("Done today  space")
        )
        self.query_one("#template", Button).set_class(not practice.template, AWAY)
        self.query_one("#buttons", ButtonRow).fold()
        came = self.query_one("#came", TextField)
        if not came.has_focus_within:
            scope = f"practice.{practice.id}"
            text = self.reset.daily.answers(scope).get("came", "")
            came.bind_slot(
                Slot(text, lambda written: self.reset.daily.answer(scope, "came", written))
            )
        self.query_one("#text", PageText).show(shown(practice.text))

    def _key(self) -> int:
        return checkup.day_key(self.reset.day_number(), self.reset.today)

    # -- which one

    @on(OptionList.OptionHighlighted, "#practices")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._choose(event.option_id)

    @on(OptionList.OptionSelected, "#practices")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_id)
        self.action_read()

    def _choose(self, option_id: str | None) -> None:
        practice = self.practices[int((option_id or "practice-0").removeprefix("practice-"))]
        if practice is not self.practice:
            self.flush()
            self.practice = practice
            self.query_one("#reading").scroll_home(animate=False)
            self.call_later(self.show)

    def home(self) -> bool:
        """To the list, from a field or from the reading."""
        options = self.query_one("#practices", OptionList)
        if self.focused is options:
            return False
        self.set_class(False, "-reading")
        options.focus()
        return True

    # -- doing

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "done":
            self.action_done()
        elif event.button.id == "template":
            self.action_template()
        elif event.button.id == "back":
            self.flush()
            self.home()
        else:
            self.action_checkup()

    def action_read(self) -> None:
        """Go to the practice's text; with little room it takes the list's place."""
        if self.practice is not None:
            self.set_class(True, "-reading")
            self.query_one("#reading").focus()

    def action_write(self) -> None:
        if self.practice is not None:
            self.set_class(True, "-reading")
            came = self.query_one("#came TextArea")
            came.focus()
            self.call_after_refresh(came.scroll_visible, animate=False, immediate=True)

    def action_done(self) -> None:
        """Tick it as done today, or take today's tick away."""
        practice = self.practice
        if practice is None:
            return
        key = self._key()
        try:
            if key in checkup.practice_days(self.reset.file).get(practice.id, {}):
                self.reset.daily.untick_practice(practice.id, key)
            else:
                self.reset.daily.tick_practice(practice.id, key, self.reset.today)
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
        self.flush()
        self.reload()

    def action_template(self) -> None:
        """Open the chosen practice's template, filled."""
        if self.practice is None or not self.practice.template:
            self.notify(_("No template goes with this practice."), markup=False)
            return
        from cxreset.tui.dialogs.templates.template import TemplateScreen

        template = self.reset.pack.template(self.practice.template)
        self.app.push_screen(TemplateScreen(self.reset, template))

    def action_checkup(self) -> None:
        from cxreset.tui.screens.practices.checkup import CheckupScreen

        self.flush()
        self.app.push_screen(CheckupScreen(self.reset), lambda _: self.reload())
