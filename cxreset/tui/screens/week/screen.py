"""One week: its steps at the left, the chosen step's guidance and worksheet at the right."""

from __future__ import annotations

from asyncio import Lock

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.model import Step
from cxreset.reset.progress import unfinished
from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick, untick
from cxreset.reset.ten_minutes import begun
from cxreset.tui.commands.command import command
from cxreset.tui.screens.steps.screen import TEN_MINUTES, StepScreen
from cxreset.tui.screens.week.columns import lay_out
from cxreset.tui.screens.week.guidance import Guidance, GuidedScreen
from cxreset.tui.screens.week.missing import MissingLine
from cxreset.tui.screens.week.sheets import WeekSheets
from cxreset.tui.screens.week.texts import (
    Done,
    rail_foot,
    rail_head,
    step_line,
    steps_strip,
    ticked_words,
)
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.links import DrawnText
from cxreset.tui.widgets.lists import Options
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.base import Worksheet


class WeekScreen(GuidedScreen, StepScreen):
    """The four weeks are four of these."""

    CSS_PATH = ["../../worksheets/worksheets.tcss", "week.tcss"]
    BINDINGS = [
        command("left_square_bracket", "step(-1)", "Previous", "Go to the step before.",
                shown_as="["),
        command("right_square_bracket", "step(1)", "Next", "Go to the next step.", shown_as="]"),
        command("g", "guidance", "Guidance", "Why this step, how to do it, an example."),
        command("d", "tick", "Tick", "Tick this step as done, or take the tick away."),
        TEN_MINUTES,
        command("M", "metrics", "Metrics", "The figures this week is judged by.", footer=False),
    ]  # fmt: skip

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self.week = reset.pack.week(mode.removeprefix("week-"))
        self.steps = reset.pack.week_steps(self.week.id)
        self.step = self._remembered() or self._first_open()
        self._steps_shown: tuple[str, ...] = ()
        self._opening = Lock()  # a step and its guidance, one after the other

    def _remembered(self) -> Step | None:
        mode, _, step_id = self.reset.daily.last_visited().partition("/")
        if mode == self.mode:
            return next((step for step in self.steps if step.id == step_id), None)
        return None

    def _first_open(self) -> Step:
        ticks = self.reset.daily.ticks()
        return next((step for step in self.steps if step.id not in ticks), self.steps[0])

    def step_in_hand(self) -> Step:
        return self.step

    def body(self) -> ComposeResult:
        with Horizontal(id="halves"):
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="rail", markup=False)
                yield Options(id="steps")
                yield Static(id="metrics", markup=False)
            with Vertical(id="desk"):
                yield DrawnText(id="strip")
                with Horizontal(id="title"):
                    yield Static(id="name", markup=False)
                    yield Button("", id="tick")
                    yield Button("", id="switch")
                yield MissingLine()
                yield Guidance(self.reset, id="guidance")
                yield WeekSheets(self.reset, id="sheet")
            yield Guidance(self.reset, id="beside")

    async def on_mount(self) -> None:
        lay_out(self)
        await self.open_step(self.step)

    def on_resize(self, event: Resize) -> None:
        super().on_resize(event)
        if self.is_mounted:
            lay_out(self)
            self.run_worker(self.fill_beside())

    def on_screen_resume(self) -> None:
        remembered = self._remembered()
        if self.is_mounted and remembered is None:  # come here from another week by its key
            self.remember(self.step)
        elif self.is_mounted and remembered is not None and remembered.id != self.step.id:
            self.go_to(remembered)
        super().on_screen_resume()

    def go_to(self, step: Step) -> None:
        """Open a step; at once the one in hand, so that quick keys count from it."""
        self.flush()
        self.step = step
        self.run_worker(self.open_step(step))

    async def open_step(self, step: Step) -> None:
        """Show a step: its worksheet, and its guidance behind `g`."""
        self.remember(step)
        async with self._opening:
            if step is not self.step:  # another was asked for since; none is stopped half way
                return
            await self.query_one("#guidance", Guidance).forget()
            await self.query_one(WeekSheets).open(step, self.to_show())
            self._show_sheet()
            self.refresh_head()
            await self._read_beside()

    async def fill_beside(self) -> None:
        """In a broad window the guidance of the step in hand stands beside its worksheet."""
        async with self._opening:
            await self._read_beside()

    async def _read_beside(self) -> None:
        beside = self.query_one("#beside", Guidance)
        if beside.display:
            await beside.show(self.step)
            self.query_one("#guidance").display, self.query_one("#sheet").display = False, True

    def watch_focused(self) -> None:
        """Nothing has the focus, as when its widget went out of sight: keys would be lost."""
        self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        if self.focused is None and self.is_running and not self._opening.locked():
            self.focus_sheet()

    async def come_to(self, step: Step) -> None:
        self.step = step
        await self.open_step(step)

    async def show_row(self, table: str, key: str) -> bool:
        return self.query_one(WeekSheets).show_record(table, key)

    async def open_guidance(self) -> None:
        """The guidance in the worksheet's place; where it stands beside, the focus goes there."""
        async with self._opening:
            beside = self.query_one("#beside")
            if beside.display:
                self.set_focus(beside)
                return
            await self.query_one("#guidance", Guidance).show(self.step)
            self._show_guidance()

    def reload(self) -> None:
        state = self.to_show()
        self.refresh_head()
        self.query_one(WeekSheets).reload(state)
        for guidance in self.query(Guidance):
            guidance.reload()

    def stays(self) -> None:
        self.query_one(WeekSheets).stays()

    def flush(self) -> None:
        """Store what is pending in the fields in sight; others were left, and so stored."""
        for within in (*self.query_one(WeekSheets).in_sight(), *self.query(Guidance)):
            for field in within.query(Field):
                field.flush()

    def refresh_head(self) -> None:
        """Everything around the worksheet: ticks, what is missing, metrics."""
        step, ticks = self.step, self.reset.daily.ticks()
        done = Done(ticks, begun(self.reset))
        self._fill_steps(done)
        set_words(self.query_one("#rail", Static), rail_head(self.week, self.steps, done))
        name = Content.styled(f"{step.number}  {one_line(step.title)}", "bold")
        set_words(self.query_one("#name", Static), name)
        self.query_one("#tick", Button).label = (
            f"✓ {_('Done')}  d" if step.id in ticks else _("Tick") + "  d"
        )
        self.query_one(MissingLine).show(unfinished(self.reset, step))
        set_words(self.query_one("#metrics", Static), rail_foot(self.reset, self.week, step))

    def _fill_steps(self, done: Done) -> None:
        """The list of steps and the strip of them, when a mark or the step in hand is another."""
        wanted = (self.step.id, *(done.mark(step) for step in self.steps))
        if wanted == self._steps_shown:
            return
        self._steps_shown = wanted
        self.query_one("#strip", Static).update(steps_strip(self.steps, self.step, done))
        steps = self.query_one("#steps", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            steps.clear_options()
            for step in self.steps:
                steps.add_option(Option(step_line(step, done), id=step.id.replace(".", "-")))
            steps.highlighted = self.steps.index(self.step)

    def _show_guidance(self) -> None:
        """Guidance in the worksheet's place."""
        self.query_one("#guidance").display, self.query_one("#sheet").display = True, False
        self.query_one("#switch", Button).label = _("Worksheet") + "  g"
        self.query_one("#guidance").focus()

    def _show_sheet(self) -> None:
        """The worksheet again."""
        self.query_one("#guidance").display = False
        self.query_one("#sheet").display = True
        self.query_one("#switch", Button).label = _("Guidance") + "  g"
        self.focus_sheet()

    def focus_sheet(self, within: Widget | None = None) -> None:
        """Put the focus on the worksheet's (or a part's) first list, where its keys work."""
        self.set_focus(self._first_list(within))  # at once: the next key is meant for it

    def _first_list(self, within: Widget | None = None) -> Widget:
        holder = within or self.query_one("#sheet")
        for widget in holder.query(".first, DataTable, #tool-add"):
            if widget.focusable and all(node.display for node in widget.ancestors_with_self):
                return widget
        return self._first_list() if within is not None else self.query_one("#steps")

    def home(self) -> bool:
        focused = self.focused
        if self.query_one("#guidance").display or self.query_one("#beside").has_focus_within:
            self._show_sheet()
            return True
        around = focused.ancestors if focused is not None else []
        part = next((node for node in around if isinstance(node, Worksheet)), None)
        if focused is not (first := self._first_list(part)) and first.focusable:
            self.set_focus(first)
            return True
        return any(sheet.step_back() for sheet in self.query_one(WeekSheets).in_sight())

    @on(OptionList.OptionSelected, "#steps")
    @on(OptionList.OptionHighlighted, "#steps")
    def _picked(self, event: OptionList.OptionMessage) -> None:
        event.stop()
        step = self.steps[event.option_index]
        if step.id != self.step.id:
            self.go_to(step)
        elif isinstance(event, OptionList.OptionSelected) and self.query_one("#sheet").display:
            self.focus_sheet()  # a click on the step in hand: its keys are meant to work

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "tick":
            self.action_tick()
            if self.query_one("#sheet").display:
                self.focus_sheet()  # or space would tick and untick
        elif event.button.id == "switch":
            self.action_guidance()

    def on_worksheet_changed(self, event: Worksheet.Changed) -> None:
        event.stop()
        self.refresh_head()

    def action_open(self, index: int) -> None:
        if 0 <= index < len(self.steps):
            self.go_to(self.steps[index])

    def action_step(self, by: int) -> None:
        self.action_open(self.steps.index(self.step) + by)

    def action_guidance(self) -> None:
        if self.query_one("#guidance").display:
            self.flush()
            self._show_sheet()
        else:
            self.run_worker(self.open_guidance())

    def action_tick(self) -> None:
        self.flush()
        if self.step.id in self.reset.daily.ticks():
            self.write(lambda: untick(self.reset, self.step.id))
        else:
            if not self.write(lambda: tick(self.reset, self.step.id)):
                return
            title = _("Ticked {step}").format(step=self.step.number)
            words = ticked_words(self.reset, self.week, self.step)
            self.notify(words, title=title, markup=False)
            self.show_week_done(self.week)
        self.refresh_head()

    def action_metrics(self) -> None:
        from cxreset.tui.dialogs.metrics import MetricsScreen

        self.app.push_screen(MetricsScreen(self.reset, self.week), lambda _: self.refresh_head())
