"""What Today offers at the end of a week and of the reset: the look back, the next thirty days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from cxreset.base.language.words import _
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.screens.steps.screen import StepScreen

if TYPE_CHECKING:
    from cxreset.reset.today import TodayPage
    from cxreset.tui.screens.today.open_list import OpenList

TELLING_WORKSHEET = "share"
OF_A_STEP = ("tick_next", "ten_minutes", "catch_up")
"""What there is to do while a step is open: in the closing there may be none."""


class EndingScreen(StepScreen):
    """A screen with the commands of the ending, and of what is planned for busy days."""

    BINDINGS = [
        command("r", "review", "Week's look", "See the week on one page.", footer=False),
        command("i", "plan", "If and then", "When, where, what if not, and who may ask.",
                footer=False),
        command("y", "enough", "Enough told", "Telling is over, whoever was told."),
        command("f", "rest", "Rest first", "Put the reset down; begin the next when you like."),
        command("n", "next_thirty", "Next thirty", "Begin the next thirty days.", footer=False),
    ]  # fmt: skip

    page: TodayPage

    async def press_in_closing(self, name: str) -> None:
        """A button of the closing's card."""
        match name:
            case "checkup" | "next_thirty":
                await self.run_action(name)
            case "decide":
                self.query_one("#open").focus()
            case "story":
                self._mark("story")
                await self.app.run_action("app.share('story')")
            case "who":
                await self._show_who()
            case "held":
                self._ask_whether_it_held()
            case "enough":
                self.action_enough()
            case "rest":
                self.action_rest()

    def action_enough(self) -> None:
        """Telling is over, whoever was told."""
        self._mark("telling")

    def action_rest(self) -> None:
        """The reset is put down; the next one begins when the leader wants."""
        self._mark("rest")
        self.notify(
            _(
                "The thirty days are put down. {key:next_thirty=n} begins the next when you like."
            ).format(key=KEYS)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there while they lead somewhere, the closing's while its card offers them."""
        closing = self.page.closing if self.is_mounted else None
        if closing is not None and action in OF_A_STEP:
            in_list = self.focused is not None and self.focused.id == "open"
            return self.page.next_step is not None and not in_list  # there x and g are meant
        if action == "catch_up" and self.is_mounted:  # on day 1 there is nothing to catch up with
            return self.page.phase != "before" and self.page.day != 1
        if closing is not None and action == "practice":
            return self.page.practice is not None
        if action == "enough":
            return closing is not None and all(closing.parts[:3]) and not closing.parts[3]
        if action == "rest":
            return closing is not None and all(closing.parts) and not closing.rests
        return super().check_action(action, parameters)

    def _mark(self, part: str) -> None:
        from cxreset.reset.ending.closing import mark_done

        self.write(lambda: mark_done(self.reset, part))
        self.reload()
        self.refresh_bindings()

    async def _show_who(self) -> None:
        """To the finished actions while customers wait for a word; else to the step that tells."""
        closing = self.page.closing
        steps = [step for step in self.reset.pack.steps if step.worksheet == TELLING_WORKSHEET]
        if (closing is not None and closing.untold) or not steps:
            await self._show_unanswered()
            return
        self.remember(steps[-1])
        await self.app.switch_mode(f"week-{steps[-1].week}")

    async def _show_unanswered(self) -> None:
        """To the first finished action of which no customer has been told."""
        from cxreset.reset.replies import unanswered  # on few of the days

        await self.app.switch_mode("actions")
        there, first = self.app.screen, next(iter(unanswered(self.reset)), None)
        if isinstance(there, DestinationScreen) and first is not None:
            await there.show_row("action", str(first.key))

    def _ask_whether_it_held(self) -> None:
        from cxreset.tui.screens.today.held import HeldScreen

        closing = self.page.closing
        if closing is not None and closing.look is not None:
            self.app.push_screen(HeldScreen(self.reset, closing.look), lambda _: self.reload())

    def on_open_list_decided(self, event: OpenList.Decided) -> None:
        """Let go of a step or an action, or take it along, or no longer."""
        from cxreset.reset.ending.closing import let_go, take_along

        event.stop()
        things = self.page.closing.open_things if self.page.closing else ()
        thing = next((one for one in things if one.ref == event.ref), None)
        if thing is None:
            return
        if event.how == "let_go":
            done = self.write(lambda: let_go(self.reset, thing.ref))
            words = _("Let go of {ref}. {key:undo=u} takes it back.").format(
                key=KEYS, ref=thing.ref
            )
        else:
            done = self.write(lambda: take_along(self.reset, thing.ref, along=not thing.along))
            words = "" if thing.along else _("{ref} goes along.").format(ref=thing.ref)
        if done and words:
            self.notify(words, markup=False)
        self.reload()
        if event.how != "let_go" and not thing.along:
            self.query_one("#open", OptionList).action_cursor_down()
        self.refresh_bindings()
        if self.page.closing is not None and not self.page.closing.undecided:
            self.query_one("#step").focus()

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
            self.notify(
                _(
                    "The next thirty days begin once the four weeks are over, and only "
                    "from the reset that goes on."
                )
            )
            return
        from cxreset.tui.screens.today.next_thirty import NextThirtyScreen
        from cxreset.tui.shell.error_boundary import AGAIN

        def begun(kept: Path | None) -> None:
            if kept is not None:
                self.app.exit(AGAIN)

        self.app.push_screen(NextThirtyScreen(self.reset), begun)
