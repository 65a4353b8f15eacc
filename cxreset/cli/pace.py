"""The pace from the command line: pause, resume, catch up; on the standard library alone."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

from cxreset.base.day_words import day_month
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.pages import WIDTH
from cxreset.cli.talk import out, talk
from cxreset.programme.calendar import long_day

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.reset.replanning import Way


def pause(call: Call) -> int:
    from cxreset.programme.dates import parse_date
    from cxreset.reset import replanning

    until = parse_date(call.until, date.today()) if call.until else None
    talk(replanning.pause(reset_to_change(call), until))
    if until is None:
        talk(_("To go on: cxreset resume"))
    return 0


def resume(call: Call) -> int:
    from cxreset.reset import replanning

    talk(replanning.resume(reset_to_change(call)))
    return 0


def catch_up(call: Call) -> int:
    """Take a way; without one, tell them all."""
    from cxreset.reset import replanning
    from cxreset.reset.presence import arrive

    reset = reset_to_change(call) if call.way else reset_of(call)
    arrive(reset)
    if call.way:
        way = replanning.take(reset, call.way)
        talk(f"{way.title}: {way.meaning}")
        talk(_("Day 30 is {long_day}.").format(long_day=long_day(way.ends_on)))
        return 0
    away = replanning.absence_text(reset)
    if away:
        out(away + "\n")
    for way in replanning.ways(reset):
        out(_way_text(way))
    return 0


def next_thirty(call: Call) -> int:
    """Begin the next thirty days; without a first day, tell what could go along."""
    from cxreset.programme.dates import parse_date
    from cxreset.reset.cycles import compared
    from cxreset.reset.ending import next_thirty as ending

    reset = reset_to_change(call) if call.start else reset_of(call)
    if call.start:
        refs = ending.chosen_refs(reset, call.carry)
        first = parse_date(call.start, reset.today)
        kept = ending.begin(reset, refs, first)
        reset.file.close()
        begun = reset_of(call)
        talk(_("The next thirty days are in {path}; day 1 is").format(path=begun.file.path))
        talk(
            _("{long_day}. What was before is kept as").format(
                long_day=long_day(begun.calendar.days[0].on)
            )
        )
        talk(_("{kept}. Look back with: cxreset --workbook {kept}").format(kept=kept))
        return 0
    for each in ending.earlier(reset):
        first_on = day_month(each.start_on, short=False, year=True)
        out(
            _("{number}  from {first_on}   {path}").format(
                number=each.number, first_on=first_on, path=one_line(str(each.path), 200)
            )
        )
    begun_on = day_month(reset.settings.start_on, short=False, year=True)
    out(
        _("{ending}  from {begun_on}   this one\n").format(
            ending=ending.cycle(reset), begun_on=begun_on
        )
    )
    for line in compared(reset):
        out(line)
    items = ending.could_go_along(reset)
    out(_("What could go along into the next thirty days:") if items else _("Nothing is open yet."))
    for item in items:
        out(f"  {item.ref:<5}{one_line(item.title, 68)}")
    if ending.may_begin(reset):
        out(_("\nTo begin: cxreset next --from monday --carry all (or none, or P1,A3)"))
    return 0


def review(call: Call) -> int:
    """Print the week on one page; with words, keep them first as next week's if-then."""
    from cxreset.reset.ending import weekly_review as ending

    reset = reset_to_change(call) if call.if_then else reset_of(call)
    if call.if_then:
        ending.write_if_then(reset, call.if_then)
    out(ending.review_text(ending.weekly_review(reset)))
    return 0


def _way_text(way: Way) -> str:
    from cxreset.reset.replanning import CARRY

    name = (
        ""
        if way.name == CARRY or not way.possible
        else _("   cxreset catch-up {name}").format(name=way.name)
    )
    end = _("   day 30: {long_day}").format(long_day=long_day(way.ends_on)) if way.possible else ""
    meaning = textwrap.fill(way.meaning, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return f"{way.title}{end}{name}\n{meaning}"
