"""Today: one thing to do next, everything else quiet."""

from __future__ import annotations

from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from cxreset.programme.model import Practice, Step
from cxreset.reset import DONE, HALF, REST, TODAY, TodayPage
from cxreset.text import count, one_line
from cxreset.tui.commands import command
from cxreset.tui.screens.place import Place
from cxreset.tui.widgets.fields import Field, LineField, Slot
from cxreset.tui.widgets.place_bar import PlaceBar
from cxreset.workbook import checkup

MARKS = {DONE: "●", HALF: "◐", REST: "·", TODAY: "◆"}


class TodayScreen(Place):
    """The home of the app."""

    BINDINGS = [
        command("enter,o", "open_next", "Open", "Open the step that is next.", shown_as="⏎"),
        command("space", "tick_next", "Tick", "Tick the step that is next as done."),
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
    _asked_on: date | None = None  # when the leader was asked how to go on

    def body(self) -> ComposeResult:
        self.page = self.reset.page()
        with VerticalScroll(id="page", can_focus=False):
            with Horizontal(id="head"):
                yield Static(id="week", markup=False)
                yield Static(id="marks", markup=False)
            yield Static(id="objective", markup=False)
            with Horizontal(id="next"):
                yield Static(id="step", markup=False)
                yield Button("Open  ⏎", id="open", variant="primary")
            with Horizontal(id="practice"):
                yield Static(id="practice-text", markup=False)
                yield Button("Read  p", id="read")
            with Horizontal(id="checkup"):
                yield Static(id="checkup-text", markup=False)
                yield Button("Check-up  k", id="mark")
            with Horizontal(id="taken"):
                yield Static(id="taken-text", markup=False)
                yield Button("Read  v", id="read-taken")
            yield Static(id="question", markup=False)
            yield LineField("Your answer", hint="a line is enough", id="answer")
            yield LineField("Small win", hint="one thing that went well today", id="win")
            yield Static(id="due", markup=False)

    def on_mount(self) -> None:
        self.set_focus(None)
        self.show(self.page)
        self.call_after_refresh(self._arrive)

    def reload(self) -> None:
        self.page = self.reset.page()
        self.show(self.page)
        self._arrive()

    def _arrive(self) -> None:
        """The leader is here; after some days elsewhere, ask once how to go on."""
        self.reset.arrive()
        asked = self._asked_on == self.reset.today  # once a day, even where nothing can be stored
        if not asked and self.app.screen is self and self.reset.asks_for_pace():
            self._asked_on = self.reset.today
            self.action_catch_up()

    # -- drawing

    def show(self, page: TodayPage) -> None:
        """Put the page's words in their places."""
        self.query_one("#week", Static).update(Content.styled(_heading(page), "bold $primary"))
        self.query_one("#marks", Static).update(_marks(page))
        objective = self.query_one("#objective", Static)
        objective.update(self.reset.pack.rest.text if page.rest else page.objective)
        self.query_one("#step", Static).update(_next(page, self._last()))
        self.query_one("#open", Button).display = page.next_step is not None
        practice = self.query_one("#practice", Horizontal)
        practice.display = page.practice is not None
        if page.practice:
            self.query_one("#practice-text", Static).update(_practice(page))
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
        self.query_one("#due", Static).update(_due(page))

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
            until = f"until {last:%a} {last.day} {last:%b}"
            key = (self.taken.id, checkup.day_key(page.day, page.on))
            done = key in self.reset.daily.practices_done()
            self.query_one("#taken-text", Static).update(_week_practice(self.taken, until, done))
        due = any(session.checkup for session in page.sessions)
        self.query_one("#checkup").display = due
        if due:
            given, total = self.reset.checkup_progress(self.reset.checkup_day())
            self.query_one("#checkup-text", Static).update(_checkup(given, total))

    def _bind(self, field: LineField, value: str, keep: object) -> None:
        assert callable(keep)
        if not field.has_focus_within:
            field.bind_slot(Slot(value, keep))

    def keep_answer(self, page: TodayPage, text: str) -> None:
        """Store the answer to the day's question."""
        self.reset.daily.answer(page.scope, "question", text)

    def _last(self) -> Step | None:
        """The step the leader was last in, unless it is the next one anyway."""
        step_id = self.reset.daily.place().partition("/")[2]
        step = next((step for step in self.reset.pack.steps if step.id == step_id), None)
        return None if step is None or step == self.page.next_step else step

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
        if step is not None and self.write(lambda: self.reset.tick(step.id)):
            self.notify(f"Ticked: {step.number} {one_line(step.title)}", markup=False)
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
        from cxreset.tui.screens.practice import PracticeScreen

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
        from cxreset import catching_up
        from cxreset.tui.screens.catch_up import CatchUpScreen

        def taken(name: str | None) -> None:
            if name in (None, catching_up.CARRY):
                self.write(self.reset.settle)
            else:
                self.write(lambda: catching_up.take(self.reset, name or ""))
            self._refresh_day()

        self.app.push_screen(CatchUpScreen(self.reset), taken)

    def action_pause(self) -> None:
        if self.page.phase == "paused":
            from cxreset import catching_up

            if self.write(lambda: catching_up.resume(self.reset)):
                self._refresh_day()
            return
        if self.page.phase == "after":
            self.notify("The thirty days are complete, so there is nothing left to pause.")
            return
        from cxreset.tui.screens.pause import PauseScreen

        self.app.push_screen(PauseScreen(self.reset), lambda _: self._refresh_day())

    def _refresh_day(self) -> None:
        self.query_one(PlaceBar).show_day(self.day_text())
        self.reload()

    def action_checkup(self) -> None:
        from cxreset.tui.screens.checkup import CheckupScreen

        self.app.push_screen(CheckupScreen(self.reset), lambda _: self.reload())


def _heading(page: TodayPage) -> str:
    if page.phase == "before":
        return f"Your reset starts {_day(page.starts_in)}"
    if page.phase == "after":
        return "The thirty days are behind you"
    return page.heading


def _day(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {count(days, 'day')}"


def _marks(page: TodayPage) -> Content:
    rows = [
        Content.assemble(
            *(
                (MARKS.get(mark, "○"), "bold $accent" if mark == TODAY else "$text-muted")
                for mark in row
            )
        )
        for row in page.marks
    ]
    return Content(" ").join(rows)


def _next(page: TodayPage, last: Step | None) -> Content:
    step = page.next_step
    if page.phase == "paused":
        return Content.assemble(("Next   ", "$text-muted"), "Go on when you like: press c.")
    if step is None:
        every = "Every other step" if page.let_go else "Every step"
        return Content.assemble(
            ("Next   ", "$text-muted"), f"{every} is ticked. Share the plan: press e."
        )
    return Content.assemble(
        ("Next   ", "$text-muted"),
        (f"{step.number}  {one_line(step.title)}", "bold"),
        (f"   about {count(step.minutes, 'minute')}\n", "$text-muted"),
        f"       {one_line(page.next_why)}",
        (f"\n       You were last in {last.number}  {one_line(last.title)}: press b", "$text-muted")
        if last
        else "",
    )


def _practice(page: TodayPage) -> Content:
    assert page.practice is not None
    done = ("   done", "$success") if page.practice_done else ("", "")
    return Content.assemble(
        ("Today's practice   ", "$text-muted"),
        (one_line(page.practice.title), "bold"),
        (f"   {count(page.practice.minutes, 'minute')}", "$text-muted"),
        done,
        f"\n{one_line(page.reason)}",
    )


def _week_practice(practice: Practice, until: str, done: bool) -> Content:
    return Content.assemble(
        ("This week's practice   ", "$text-muted"),
        (one_line(practice.title), "bold"),
        (f"   {until}", "$text-muted"),
        ("   done", "$success") if done else "",
    )


def _checkup(given: int, total: int) -> Content:
    said = f"{given} of {count(total, 'statement')} marked"
    if given in (0, total):
        said = "all marked: see the picture" if given else "about 10 minutes"
    return Content.assemble(
        ("Today's check-up   ", "$text-muted"),
        ("Mark the five habits", "bold"),
        (f"   {said}", "$text-muted"),
    )


def _due(page: TodayPage) -> Content:
    if not page.due:
        return Content("")
    lines = [
        Content.assemble(
            (f"{due.ref:<4}", "$warning"),
            one_line(due.title, 60),
            (f"  {one_line(due.who, 20) or 'no owner'} · {due.due_on:%a} {due.due_on.day}"
             f" {due.due_on:%b}", "$text-muted"),
        )
        for due in page.due[:5]
    ]  # fmt: skip
    more = f"\nand {len(page.due) - 5} more: press a" if len(page.due) > 5 else ""
    return Content.assemble(
        ("Due or late, no harm done\n", "$text-muted"), Content("\n").join(lines), more
    )
