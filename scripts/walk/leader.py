"""One leader who fills every worksheet with keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cxreset.sharing.subjects import FORMS, SUBJECTS
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.importing.screen import ImportScreen
from cxreset.tui.dialogs.importing.work import PROPOSAL, REPORT
from cxreset.tui.screens.share.screen import ShareScreen
from cxreset.tui.screens.steps.week_done import WeekDoneScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.widgets.reading_list import ReadingList
from scripts.hands import Hands


class Words(NamedTuple):
    """A pain, and the words that find the comments which speak of it."""

    title: str
    search: str


TELECOM = (
    Words("Data cap nobody asked for", "data cap"),
    Words("Billed wrongly", "billing"),
    Words("Internet slower than sold", "speed"),
)
PEOPLE = (
    ("Alice Moreau", "m"), ("Priya Nair", "p"), ("Tom Becker", "s"), ("Robin Reyes", "c"),
)  # fmt: skip
DONE = "Nothing looks unfinished here."


class Walk:
    """One leader, four weeks."""

    def __init__(self, hands: Hands, today: date, log: Callable[[str], None]) -> None:
        self.hands, self.today, self.log = hands, today, log

    def day(self, ahead: int) -> str:
        """The date so many days from today, as one types it."""
        return (self.today + timedelta(days=ahead)).isoformat()

    async def start(self, organisation: str) -> None:
        """The welcome, answered."""
        hands = self.hands
        await hands.write("Robin Reyes")
        await hands.press("enter")
        await hands.write(organisation)
        await hands.press("ctrl+s")
        await hands.on_screen(TodayScreen)
        self.log(hands.says("#step").strip().splitlines()[0])

    async def tick(self) -> None:
        """Tick the step in front, which has nothing left open, and go to the next."""
        hands = self.hands
        screen = await hands.on_screen(WeekScreen)
        step = screen.step
        await hands.until(f"{step.number} to be finished", self.finished)
        await hands.press("d")
        ticks = screen.reset.daily.ticks
        await hands.until(f"{step.number} to be ticked", lambda: step.id in ticks())
        self.log(f"{step.number}  {step.title}: ticked")
        if step is screen.steps[-1]:
            await hands.on_screen(WeekDoneScreen)
            await hands.press("escape")
        else:
            await hands.press("]")
            await hands.until("the next step", lambda: screen.step is not step)

    def finished(self) -> bool:
        """Does the screen say that nothing is open in the step?"""
        return self.hands.says("#missing") == DONE

    # -- week 1

    async def review(self, file: Path, pains: Sequence[Words]) -> str:
        """1.1: import, read, tie, judge. Returns what the import reported."""
        hands = self.hands
        await hands.press("enter")  # Today begins with how comments come in
        dialog = await hands.on_screen(ImportScreen)
        await hands.write(str(file))
        await hands.press("enter")
        await hands.until("the proposal", lambda: dialog.stage == PROPOSAL)
        await hands.press("enter")
        await hands.until("the report", lambda: dialog.stage == REPORT)
        report = hands.says("#result")
        self.log(report.splitlines()[0])
        await hands.press("escape")  # Enter would lead on to what recurs
        await hands.on_screen(WeekScreen)
        await hands.press("x", "down", "x", "x", "down")  # the first preventable, the second not
        for pain in pains:
            await hands.press("/")
            await hands.write(pain.search)
            await hands.press("enter")
            await hands.until("what was found", lambda: bool(self.reading.count))
            await hands.press("n")
            await hands.write(pain.title)
            await hands.press("enter", "T")
            await hands.on_screen(PickScreen)
            await hands.pick(pain.title)
            await hands.on_screen(WeekScreen)
            self.log(f"     “{pain.search}”: {self.reading.count} tied to {pain.title}")
            await hands.press("backspace")
        await hands.press("s")
        await hands.until("the channels", lambda: hands.field() is not None)
        for _ in hands.app.screen.query(".source"):
            await hands.press("right", "tab", "tab")
        await hands.to_elsewhere("escape")
        await self.tick()
        return report

    @property
    def reading(self) -> ReadingList:
        return self.hands.app.screen.query_one(ReadingList)

    async def pains(self) -> None:
        """1.2 to 1.4: choose, rate, plan."""
        hands = self.hands
        await hands.press("space", "down", "space", "down", "space")
        refs = [row.ref for row in hands.sheet()._rows if row.chosen]
        await self.tick()
        for ref, urgency, impact, effort in zip(refs, "453", "354", "232", strict=True):
            await hands.to_line(ref)
            await hands.to_elsewhere("enter")
            await hands.fill(
                actionable="y", urgency=urgency, impact=impact, effort=effort, level="c"
            )
            await hands.to_elsewhere("escape")
        await self.tick()
        for number, ref in enumerate(refs, 1):
            await hands.to_line(ref)
            await hands.to_elsewhere("enter")
            await hands.fill(problem=f"Customers meet {ref} and have to call us about it.")
            await hands.to_elsewhere("escape")
            for fix in ("Say it the day before", "Remove what causes it"):
                await hands.to_elsewhere("n")
                await hands.write(f"{fix}, {number}")
                await hands.to_elsewhere("escape")
        await self.tick()

    # -- week 2

    async def map(self) -> None:
        """2.1 to 2.4: touchpoints, gaps, fixes sorted and dated, actions."""
        hands = self.hands
        await hands.press("2")
        for number, name in enumerate(("The order", "The first bill", "The help line"), 1):
            await hands.new(
                name=name,
                promise="It is as it was sold",
                reality="It is not, and nobody says so",
                evidence=f"P{number}",
                width=str(6 - number),
            )
        await self.tick()
        for number in (1, 2, 3):
            await hands.press("w")
            await hands.to_elsewhere("enter")
            await hands.fill(title=f"As sold; something else, {number}", pain_id=f"P{number}")
            await hands.to_elsewhere("escape")
        await self.tick()
        await hands.press("i")
        fixes = [row.ref for row in hands.sheet()._rows]
        for position, ref in enumerate(fixes):
            await hands.to_line(ref)
            await hands.press("l" if position % 2 else "w")
        await self.tick()
        for position, ref in enumerate(fixes):
            await hands.to_line(ref)
            await hands.to_elsewhere("enter")
            await hands.fill(
                horizon="l" if position % 2 else "n",
                start_on=self.day(14 + position),
                end_on=self.day(20 + position),
            )
            await hands.to_elsewhere("escape")
            if not position % 2:
                await hands.press("k")
        await self.tick()

    # -- week 3

    async def team(self) -> None:
        """3.1 to 3.4: the meeting, what was agreed, owners, follow-ups."""
        hands = self.hands
        await hands.press("3")
        await hands.to_elsewhere("enter")
        await hands.fill(held_on=self.day(16), starts_at="10:00", location="Room 4")
        await hands.to_elsewhere("escape")
        await hands.press(".")
        for name, function in PEOPLE:
            await hands.new(name=name, function=function)
        await hands.press(".", "s")
        await self.tick()
        await hands.press("b", ".")
        await hands.new(title="We try the first fix in one place", priority="1")
        await hands.to_elsewhere(".")
        await hands.to_elsewhere("enter")
        await hands.write("Support offered two people.")
        await hands.to_elsewhere("escape")
        await self.tick()
        for ref, (name, _) in zip([row.ref for row in hands.sheet()._rows], PEOPLE, strict=False):
            await hands.to_line(ref)
            await hands.to_elsewhere("enter")
            await hands.fill(owner=name, deadline=self.day(24))
            await hands.to_elsewhere("escape")
        await self.tick()
        await hands.press("f")
        await self.tick()

    # -- week 4

    async def test(self) -> None:
        """4.1 to 4.5: pilot, figures, voices, lessons, who was told."""
        hands = self.hands
        await hands.press("4")
        await hands.new(
            action_id="A1",
            hypothesis="If we say it before, fewer call, because they know.",
            participants="One region, its support team",
            start_on=self.day(21),
            end_on=self.day(25),
            stop_rule="More than 1 in 10 are told wrongly; support counts",
        )
        await self.tick()
        await hands.new(
            name="Satisfaction with the first bill",
            scale="5-point scale",
            before_hits="110",
            before_total="180",
            after_hits="131",
            after_total="172",
        )
        await self.tick()
        await hands.new(text="This time I knew before I paid.", who="A customer, by phone")
        await hands.press(".")
        await hands.new(text="Fewer angry calls on Mondays.", who="Support")
        await self.tick()
        await hands.new(text="Say it before it happens.", verdict="k")
        await hands.press(".")
        await hands.new(
            title="Telling customers the day before",
            steps="List who is concerned. Send the message. Count who calls.",
            owner="Tom Becker",
        )
        await self.tick()
        await hands.new(who="The management", how="In person", what="The plan and the figures")
        await self.tick()

    async def share(self, folder: Path, forms: Sequence[str]) -> list[Path]:
        """The plan, written in those forms through the Share screen."""
        hands = self.hands
        written: list[Path] = []
        await hands.press("e")
        screen = await hands.on_screen(ShareScreen)
        for form in SUBJECTS["plan"].forms:
            await hands.until(f"the form {form}", partial(shows, screen, form))
            if form == SUBJECTS["plan"].forms[0]:
                await hands.fill(path=str(folder / f"plan.{form}"))
                await hands.to_elsewhere("escape")
            if form in forms and not FORMS[form].missing:
                await hands.press("s", "y")
                await hands.until(
                    "the written file", lambda: "Written to" in hands.says("#message")
                )
                written.append(folder / f"plan.{form}")
                self.log(f"written: {written[-1]}")
            await hands.press("f")
        return written


def shows(screen: ShareScreen, form: str) -> bool:
    """Is the form that was chosen on Share the one it shows?"""
    return screen.form == form
