"""Today: one thing to do next, everything else quiet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from cxreset.base.day_words import whole_day
from cxreset.base.text import one_line
from cxreset.programme.model import Practice, Step
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.presence import arrive, asks_for_pace, settle
from cxreset.reset.steps import tick
from cxreset.reset.today import TodayPage, today_page
from cxreset.tui.commands.command import command
from cxreset.tui.screens.steps.screen import TEN_MINUTES
from cxreset.tui.screens.today import lines
from cxreset.tui.screens.today.closing_lines import closing_lines
from cxreset.tui.screens.today.ending import EndingScreen
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.workbook import checkup


class TodayScreen(EndingScreen):
    """The home of the app."""

    BINDINGS = [
        command("enter", "open_next", "Open", "Open the step that is next.", shown_as="⏎"),
        command("o", "open_next", "Open", "Open the step that is next."),
        command("space", "tick_next", "Tick", "Tick the step that is next as done."),
        TEN_MINUTES,
        command("p", "practice", "Practice", "Read today's practice."),
        command("b", "back", "Back to", "Go back to the step you were last in.", footer=False),
        command("w", "write_win", "Small win", "Write down the day's small win.", footer=False),
        command("c", "catch_up", "Catch up", "Set the pace anew: shift, squeeze, let go."),
        command("z", "pause", "Pause", "Pause the thirty days, or go on with them.", footer=False),
        command("v", "taken", "Week's practice", "Read the practice of this week.", footer=False),
        command(
            "k",
            "checkup",
            "Check-up",
            "The five habits: mark them, see day 1 and day 29.",
            footer=False,
        ),
    ]

    page: TodayPage
    taken: Practice | None = None  # the practice of the week
    _drawn = False
    _rebinds = False  # does a field wait for the day it is, until it is left?
    _asked_on: date | None = None  # when the leader was asked how to go on

    def body(self) -> ComposeResult:
        self.page = today_page(self.reset)
        with VerticalScroll(id="page", can_focus=False):
            with Horizontal(id="head"):
                yield Static(id="week", markup=False)
                yield Static(id="marks", markup=False)
            yield Static(id="objective", markup=False)
            yield Static(id="closing", markup=False)
            with Horizontal(id="next"):
                yield Static(id="step", markup=False)
                yield Button("Open  ⏎", id="open", variant="primary")
            with Horizontal(id="practice"):
                yield Static(id="practice-text", markup=False)
                yield Button("Read  p", id="read")
            yield Horizontal(id="checkup")  # filled on the days that need them
            yield Horizontal(id="taken")
            yield Static(id="question", markup=False)
            yield LineField("Your answer", hint="a line is enough", id="answer")
            yield LineField("Small win", hint="one thing that went well today", id="win")
            yield Static(id="due", markup=False)

    def on_mount(self) -> None:
        self.set_focus(None)
        self.show(self.page)
        self.call_after_refresh(self._arrive)

    def on_screen_resume(self) -> None:
        if self._drawn:
            self.look_again()
        self._drawn = True  # the first time it was drawn just now

    def last_step(self) -> str:
        return self.reset.daily.last_visited()

    def reload(self) -> None:
        self.page = today_page(self.reset)
        self.show(self.page)
        self._arrive()

    def _arrive(self) -> None:
        """The leader is here; after some days elsewhere, ask once how to go on."""
        if arrive(self.reset):
            self.page = today_page(self.reset)
            self.show(self.page)
            self.query_one(NavigationBar).show_day(self.day_text())
        asked = self._asked_on == self.reset.today  # once a day, even where nothing can be stored
        if not asked and self.app.screen is self and asks_for_pace(self.reset):
            self._asked_on = self.reset.today
            self.action_catch_up()

    # -- drawing

    def show(self, page: TodayPage) -> None:
        """Put the page's words in their places."""
        self.query_one("#week", Static).update(Content.styled(lines.heading(page), "bold $primary"))
        self.query_one("#marks", Static).update(lines.marks(page))
        self.query_one("#objective", Static).update(lines.objective(page, self.reset.pack.rest))
        self.query_one("#step", Static).update(lines.next_step(page, self._last()))
        self.query_one("#open", Button).display = page.next_step is not None
        practice = self.query_one("#practice", Horizontal)
        practice.display = page.practice is not None
        if page.practice:
            self.query_one("#practice-text", Static).update(lines.practice(page))
        self._show_habits(page)
        question = self.query_one("#question", Static)
        question.display = bool(page.question)
        question.update(
            Content.assemble(("One question   ", "$text-muted"), one_line(page.question))
        )
        answer = self.query_one("#answer", LineField)
        answer.display = bool(page.question)
        self._bind(answer, page.answer, lambda text: self.keep_answer(page, text))
        self._bind(
            self.query_one("#win", LineField),
            page.win,
            lambda text: self.reset.daily.write_win(page.on, text),
        )
        self.query_one("#due", Static).update(lines.due(page))
        self.query_one("#closing").display = page.closing is not None
        if page.closing is not None:
            self.query_one("#closing", Static).update(closing_lines(page.closing))

    def _show_habits(self, page: TodayPage) -> None:
        """The practice taken up for this week, and on its two days the check-up."""
        held = checkup.taken(self.reset.file)
        self.taken = None
        if held is not None and held.holds(page.on):
            known = (each for each in self.reset.pack.practices if each.id == held.practice)
            self.taken = next(known, None)
        if page.practice is not None and self.taken == page.practice:
            self.taken = None  # it is above already
        self.query_one("#taken").display = self.taken is not None
        if self.taken is not None and held is not None:
            last = held.on + timedelta(days=checkup.WEEK_DAYS - 1)
            until = f"until {whole_day(last, short=True)}"
            key = (self.taken.id, checkup.day_key(page.day, page.on))
            done = key in self.reset.daily.practices_done()
            text = lines.week_practice(self.taken, until, done)
            self._fill("taken", text, "Read  v", "read-taken")
        due = any(session.checkup for session in page.sessions)
        self.query_one("#checkup").display = due
        if due:
            given, total = checkup_progress(self.reset, checkup_day(self.reset))
            self._fill("checkup", lines.checkup_line(given, total), "Check-up  k", "mark")

    def _fill(self, row: str, text: Content, label: str, button: str) -> None:
        """Words and a button in a row that is empty on most days."""
        holder = self.query_one(f"#{row}", Horizontal)
        if holder.children:
            holder.query_one(Static).update(text)
        else:
            holder.mount(Static(text, id=f"{row}-text"), Button(label, id=button))

    def _bind(self, field: LineField, value: str, keep: Callable[[str], None]) -> None:
        if field.has_focus_within:  # what is typed there goes where it was begun, past midnight too
            self._rebinds = True
        else:
            field.bind_slot(Slot(value, keep))

    def on_descendant_blur(self) -> None:
        if self._rebinds:
            self._rebinds = False
            self.call_after_refresh(lambda: self.show(self.page))

    def keep_answer(self, page: TodayPage, text: str) -> None:
        """Store the answer to the day's question."""
        self.reset.daily.answer(page.scope, "question", text)

    def _last(self) -> Step | None:
        """The step the leader was last in, unless it is the next one anyway."""
        step_id = self.reset.daily.last_visited().partition("/")[2]
        step = next((step for step in self.reset.pack.steps if step.id == step_id), None)
        return None if step is None or step == self.page.next_step else step

    def step_in_hand(self) -> Step | None:
        return self.page.next_step

    # -- doing

    def on_button_pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "open":
                self.action_open_next()
            case "mark":
                self.action_checkup()
            case "read-taken":
                self.action_taken()
            case _:
                self.action_practice()

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def action_open_next(self) -> None:
        step = self.page.next_step
        if step is not None:
            self.remember(step)
            self.app.switch_mode(f"week-{step.week}")

    def action_tick_next(self) -> None:
        step = self.page.next_step
        if step is not None and self.write(lambda: tick(self.reset, step.id)):
            ticked = f"Ticked: {step.number} {one_line(step.title, 40)}. u takes it back."
            self.notify(ticked, markup=False)
            self.reload()

    def action_back(self) -> None:
        step = self._last()
        if step is not None:
            self.app.switch_mode(f"week-{step.week}")

    def action_write_win(self) -> None:
        self.query_one("#win Input").focus()

    def action_practice(self) -> None:
        if self.page.practice is not None:
            self._read(self.page.practice)

    def action_taken(self) -> None:
        if self.taken is not None:
            self._read(self.taken)

    def _read(self, practice: Practice) -> None:
        from cxreset.tui.dialogs.practice import PracticeScreen

        page = self.page
        day = checkup.day_key(page.day, page.on)

        def answered(done: bool | None) -> None:
            daily = self.reset.daily
            if done is True:
                self.write(lambda: daily.tick_practice(practice.id, day, page.on))
            elif done is False:
                self.write(lambda: daily.untick_practice(practice.id, day))
            self.reload()

        done = (practice.id, day) in self.reset.daily.practices_done()
        self.app.push_screen(PracticeScreen(self.reset, practice, done), answered)

    def action_catch_up(self) -> None:
        """How to go on; while paused, going on is all there is to ask."""
        if self.page.phase == "paused":
            self.action_pause()
            return
        from cxreset.reset import replanning
        from cxreset.tui.dialogs.catch_up import CatchUpScreen

        def taken(name: str | None) -> None:
            if name in (None, replanning.CARRY):
                self.write(lambda: settle(self.reset))
            else:
                self.write(lambda: replanning.take(self.reset, name or ""))
            self._refresh_day()

        self.app.push_screen(CatchUpScreen(self.reset), taken)

    def action_pause(self) -> None:
        if self.page.phase == "paused":
            from cxreset.reset import replanning

            if self.write(lambda: replanning.resume(self.reset)):
                self._refresh_day()
            return
        if self.page.phase == "after":
            self.notify("The thirty days are complete, so there is nothing left to pause.")
            return
        from cxreset.tui.dialogs.pause import PauseScreen

        self.app.push_screen(PauseScreen(self.reset), lambda _: self._refresh_day())

    def _refresh_day(self) -> None:
        self.query_one(NavigationBar).show_day(self.day_text())
        self.reload()

    def action_checkup(self) -> None:
        from cxreset.tui.screens.practices.checkup import CheckupScreen

        self.app.push_screen(CheckupScreen(self.reset), lambda _: self.reload())
