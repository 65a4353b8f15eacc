"""A screen with a step in hand."""

from __future__ import annotations

from cxreset.programme.model import Step
from cxreset.reset.ten_minutes import do_ten_minutes, ten_minutes
from cxreset.tui.commands.command import command
from cxreset.tui.screens.destination import DestinationScreen

TEN_MINUTES = command(
    "T", "ten_minutes", "Ten minutes", "The step in ten minutes, for a short day."
)


class StepScreen(DestinationScreen):
    """Today and the weeks, each with TEN_MINUTES where it belongs among their commands."""

    def step_in_hand(self) -> Step | None:
        """The step that a key is meant for; None when there is none."""
        raise NotImplementedError

    def action_ten_minutes(self) -> None:
        """Read the ten-minute version; done, it counts as progress on the step."""
        step = self.step_in_hand()
        version = ten_minutes(self.reset, step) if step is not None else None
        if step is None or version is None:
            self.notify("There is no ten-minute version of this.", markup=False)
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
