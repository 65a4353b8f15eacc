"""A screen with a step in hand."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.programme.model import Step, Week
from cxreset.reset.ten_minutes import do_ten_minutes, ten_minutes
from cxreset.tui.commands.command import command
from cxreset.tui.commands.destinations import TODAY, WEEK
from cxreset.tui.screens.destination import DestinationScreen

TEN_MINUTES = command(
    "T", "ten_minutes", "Ten minutes", "The step in ten minutes, for a short day."
)


class StepScreen(DestinationScreen):
    """Today and the weeks, each with TEN_MINUTES where it belongs among their commands."""

    def step_in_hand(self) -> Step | None:
        """The step that a key is meant for; None when there is none."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A step before or after is there only where there is one."""
        step = self.step_in_hand() if action == "step" else None
        if step is not None and isinstance(by := parameters[0], int):
            steps = self.reset.pack.week_steps(step.week)
            return 0 <= steps.index(step) + by < len(steps)
        return super().check_action(action, parameters)

    def action_ten_minutes(self) -> None:
        """Read the ten-minute version; done, it counts as progress on the step."""
        step = self.step_in_hand()
        version = ten_minutes(self.reset, step) if step is not None else None
        if step is None or version is None:
            self.notify(_("There is no ten-minute version of this."), markup=False)
            return
        from cxreset.tui.screens.steps.ten_minutes import TenMinutesScreen

        def answered(done: bool | None) -> None:
            if done is not None:
                self.write(lambda: do_ten_minutes(self.reset, step, done))
            self.reload()

        self.flush()
        done_today = version.done_on == self.reset.today.isoformat()
        name = self.reset.pack.ten_minutes
        self.app.push_screen(TenMinutesScreen(name, version, done_today), answered)

    def show_week_done(self, week: Week) -> None:
        """The page of a week whose last open step has just been ticked; else nothing."""
        ticks = self.reset.daily.ticks()
        if any(step.id not in ticks for step in self.reset.pack.week_steps(week.id)):
            return  # most ticks: what draws that page need not be loaded for them
        from cxreset.tui.screens.steps.week_done import LOOK_BACK, NEXT, when_done

        screen = when_done(self.reset, week)
        if screen is None:
            return
        following = screen.done.following

        async def gone_on(door: str | None) -> None:
            if door == NEXT and following is not None:
                await self.app.switch_mode(f"{WEEK}{following.id}")
            elif door == LOOK_BACK:
                await self.app.switch_mode(TODAY.mode)
                await self.app.screen.run_action("review")

        self.app.push_screen(screen, gone_on)
