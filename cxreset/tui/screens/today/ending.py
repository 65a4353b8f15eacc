"""What Today offers at the end of a week and of the reset: the look back, the next thirty days."""

from __future__ import annotations

from pathlib import Path

from cxreset.tui.commands.command import command
from cxreset.tui.screens.steps.screen import StepScreen


class EndingScreen(StepScreen):
    """A screen with the commands of the ending, and of what is planned for busy days."""

    BINDINGS = [
        command("r", "review", "Week's look", "See the week on one page.", footer=False),
        command("i", "plan", "If and then", "When, where, what if not, and who may ask.",
                footer=False),
        command("n", "next_thirty", "Next thirty", "Begin the next thirty days.", footer=False),
    ]  # fmt: skip

    def action_review(self) -> None:
        """The Friday look, on any day."""
        from cxreset.tui.screens.today.weekly_review import WeeklyReviewScreen

        async def looked(share: bool | None) -> None:
            self.reload()
            if share:
                await self.app.run_action("app.share('week')")

        self.app.push_screen(WeeklyReviewScreen(self.reset), looked)

    def action_plan(self) -> None:
        """When and where, if and then."""
        from cxreset.tui.screens.today.plan import PlanScreen

        self.app.push_screen(PlanScreen(self.reset), lambda _: self.reload())

    def action_next_thirty(self) -> None:
        """What goes along into the next thirty days; once they have begun, open them."""
        from cxreset.reset.ending.next_thirty import may_begin

        if not may_begin(self.reset):
            self.notify("The next thirty days can begin once the four weeks are over.")
            return
        from cxreset.tui.screens.today.next_thirty import NextThirtyScreen
        from cxreset.tui.shell.error_boundary import AGAIN

        def begun(kept: Path | None) -> None:
            if kept is not None:
                self.app.exit(AGAIN)

        self.app.push_screen(NextThirtyScreen(self.reset), begun)
