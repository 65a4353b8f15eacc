"""Today: one thing to do next, everything else quiet."""

from __future__ import annotations

from datetime import date

from textual.widgets import Button

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.model import Practice
from cxreset.reset.presence import arrive, asks_for_pace, settle
from cxreset.reset.steps import tick
from cxreset.reset.today import today_page
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.steps.screen import TEN_MINUTES
from cxreset.tui.screens.today.drawing import DrawnToday
from cxreset.tui.shell.error_boundary import SAMPLE
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.layout.card import Card
from cxreset.tui.widgets.links import Links
from cxreset.workbook import checkup


class TodayScreen(DrawnToday):
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

    _drawn = False
    _asked_on: date | None = None  # when the leader was asked how to go on

    def on_mount(self) -> None:
        self._lay_out()
        self.show(self.page)
        self.call_after_refresh(self._arrive)
        self.call_after_refresh(self.hear)

    def on_screen_resume(self) -> None:
        if self._drawn:
            self.look_again()
        self._drawn = True  # the first time it was drawn just now

    def last_step(self) -> str:
        return self.reset.daily.last_visited()

    def reload(self) -> None:
        self.page = today_page(self.reset)
        self.show(self.page)
        self.hear()
        self._arrive()

    def _arrive(self) -> None:
        """The leader is here; after some days elsewhere, ask once how to go on."""
        if arrive(self.reset):
            self.page = today_page(self.reset)
            self.show(self.page)
            self.show_day()
        asked = self._asked_on == self.reset.today  # once a day, even where nothing can be stored
        if not asked and self.app.screen is self and asks_for_pace(self.reset):
            self._asked_on = self.reset.today
            self.action_catch_up()

    # -- doing

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "mark":
            self.action_checkup()
        else:
            self.action_taken()

    def on_links_clicked(self, event: Links.Clicked) -> None:
        event.stop()
        self.action_practice()

    async def on_card_pressed(self, event: Card.Pressed) -> None:
        """A button of the card was clicked."""
        event.stop()
        await self._press(event.name)

    async def _press(self, name: str) -> None:
        match name:
            case "open":
                self._open_step()
            case "ten_minutes":
                self.action_ten_minutes()
            case "tick":
                self.action_tick_next()
            case "import" | "capture":
                await self._bring_in(name)
            case "sample":
                self.app.exit(SAMPLE)
            case "share":
                await self.app.switch_mode("share")
            case "catch_up":
                self.action_catch_up()
            case _:
                await self.press_in_closing(name)

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    async def action_open_next(self) -> None:
        """Press the button in hand; from elsewhere on the page, open the next step."""
        card = self.query_one("#step", Card)
        in_hand = card.has_focus or self.page.closing
        await self._press(card.button if in_hand else card.entered or "open")

    async def _bring_in(self, name: str) -> None:
        """To where feedback is gathered, with the dialog open that brings it in."""
        from cxreset.tui.worksheets.listen.review_gather import GatheringSheet

        step = self.page.next_step
        if step is None:
            return
        self.remember(step)
        await self.app.switch_mode(f"week-{step.week}")
        screen = self.app.screen
        opening = [worker for worker in self.app.workers if worker.node is screen]
        await self.app.workers.wait_for_complete(opening)
        for gathering in screen.query(GatheringSheet):
            await gathering.run_action(name)

    def _open_step(self) -> None:
        step = self.page.next_step
        if step is not None:
            self.remember(step)
            self.app.switch_mode(f"week-{step.week}")

    def action_tick_next(self) -> None:
        step = self.page.next_step
        if step is not None and self.write(lambda: tick(self.reset, step.id)):
            ticked = _("Ticked: {number} {title}. {key:undo=u} takes it back.").format(
                key=KEYS, number=step.number, title=one_line(step.title)
            )
            self.notify(ticked, markup=False)
            self.reload()
            self.show_week_done(self.reset.pack.week(step.week))

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
            self.notify(_("The thirty days are complete, so there is nothing left to pause."))
            return
        from cxreset.tui.dialogs.pause import PauseScreen

        self.app.push_screen(PauseScreen(self.reset), lambda _: self._refresh_day())

    def _refresh_day(self) -> None:
        self.show_day()
        self.reload()

    def action_checkup(self) -> None:
        from cxreset.tui.screens.practices.checkup import CheckupScreen

        self.app.push_screen(CheckupScreen(self.reset), lambda _: self.reload())
