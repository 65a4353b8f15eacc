"""The walk from the welcome through the weeks to the exported plan, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, begin_reset
from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.workbook.daily import Settings
from scripts.hands import Hands
from scripts.walk.leader import Walk, Words


class Walked(NamedTuple):
    """What came of it. `evidence`: how many comments are tied to each pain, by its title."""

    html: Path
    markdown: Path
    report: str
    evidence: dict[str, int]
    last_page: str
    seconds: float


class Course(NamedTuple):
    """What to walk with, when and how far: the first `weeks`, the plan written in the `forms`
    named (html and md among them; in every form when none is)."""

    pack: Pack
    today: date
    size: tuple[int, int] = (120, 40)
    weeks: int = 4
    forms: tuple[str, ...] = ()


async def walk(
    file: Path,
    folder: Path,
    pains: Sequence[Words],
    course: Course,
    log: Callable[[str], None] = print,
) -> Walked:
    """Start a reset in `folder`, walk its weeks, export it there.

    `pains` are three; each finds its comments by a search. Raises Lost where the app did not do
    what the keys asked for.
    """
    began = monotonic()
    made: list[Reset] = []
    workbook = folder / "walk.cxreset"

    def begin(settings: Settings) -> Reset:
        made.append(begin_reset(workbook, course.pack, lambda: course.today, settings))
        return made[-1]

    def report_time(sentence: str) -> None:
        log(f"{monotonic() - began:5.1f} s  {sentence}")

    app = CxresetApp(course.pack, None, begin, today=lambda: course.today, where=str(workbook))
    app.animation_level = "none"
    async with app.run_test(size=course.size, notifications=True) as pilot:
        leader = Walk(Hands(app, pilot), course.today, report_time)
        await leader.start("Harbour & Pine")
        report = await leader.review(file, pains)
        await leader.pains()
        for week in (leader.map, leader.team, leader.test)[: course.weeks - 1]:
            await week()
        written = await leader.share(folder, course.forms or SUBJECTS["plan"].forms)
        await leader.hands.press("t")
        await leader.hands.on_screen(TodayScreen)
        last_page = leader.hands.says("#step")
        report_time(last_page.strip())
        counts = made[0].book.evidence_counts()
        titles = {title: counts.get(number, 0) for number, title, *_ in made[0].comments.pains()}
        await leader.hands.press("ctrl+q")
    made[0].file.close()
    by_form = {path.suffix: path for path in written}
    return Walked(
        html=by_form[".html"],
        markdown=by_form[".md"],
        report=report,
        evidence=titles,
        last_page=last_page,
        seconds=monotonic() - began,
    )
