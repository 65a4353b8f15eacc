"""The practices and the check-up in plain lines."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.cli.read.dialogue import BACK, ask, choose, say, yes
from cxreset.programme.model import Practice
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.reset import Reset
from cxreset.reset.today import today_page
from cxreset.workbook import checkup as stored
from cxreset.workbook.checkup import day_key


def practice(reset: Reset) -> None:
    """Today's practice: what it is, and whether it is done."""
    page = today_page(reset)
    if page.practice is None:
        say(_("There is no practice today."))
        return
    _do(reset, page.practice)


def practices(reset: Reset) -> None:
    """Any practice: first what one wants to do, then one of the few that help with it."""
    from cxreset.tui.screens.practices.groups import grouped

    groups = grouped(reset.pack)
    names = [one_line(name) for name in groups]
    group = choose(_("What would you like to do?"), names)
    if group is None:
        return
    mine = list(groups.values())[group]
    one = choose(_("Which practice?"), [one_line(each.title) for each in mine])
    if one is not None:
        _do(reset, mine[one])


def _do(reset: Reset, practice: Practice) -> None:
    """Read a practice out, and tick it where it is done."""
    day = day_key(reset.day_number(), reset.today)
    say(f"{one_line(practice.title)}.", practice.text.strip())
    if (practice.id, day) in reset.daily.practices_done():
        say(_("It is done today."))
    elif yes(_("Is it done?")):
        reset.daily.tick_practice(practice.id, day, reset.today)
        say(_("Ticked."))


def checkup(reset: Reset) -> None:
    """Every statement of the check-up it is time for, from 1 (never) to 5 (always)."""
    day = checkup_day(reset)
    marks = stored.marks(reset.file, day)
    say(
        _(
            "Check-up of day {day}. 1 is not at all, 5 is wholly. Enter keeps a mark, {back} "
            "leaves."
        ).format(day=day, back=BACK)
    )
    for habit in reset.pack.habits:
        say(f"{one_line(habit.title)}.")
        for number, statement in enumerate(habit.statements, 1):
            now = marks.get(habit.id, {}).get(number)
            if not _mark(reset, (day, habit.id, number), one_line(statement), now):
                return
    given, total = checkup_progress(reset, day)
    say(_("{given} of {total} statements have a mark.").format(given=given, total=total))


def _mark(reset: Reset, where: tuple[int, str, int], statement: str, now: int | None) -> bool:
    """One statement; False when the rest is to be left."""
    while True:
        typed = ask(
            _("{statement} Now: {now}. 1 to 5?").format(
                statement=statement, now=now or _("no mark")
            )
        )
        if typed == BACK:
            return False
        if not typed:
            return True
        if typed in ("1", "2", "3", "4", "5"):
            stored.set_mark(reset.file, *where, int(typed))
            return True
        say(_("A number from 1 to 5, please."))
