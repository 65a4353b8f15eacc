"""The pace from the command line: pause, resume, catch up; on the standard library alone."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.pages import WIDTH
from cxreset.cli.talk import out, talk
from cxreset.reset.today import long_day

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.reset.replanning import Way


def pause(call: Call) -> int:
    from cxreset.programme.dates import parse_date
    from cxreset.reset import replanning

    until = parse_date(call.until, date.today()) if call.until else None
    talk(replanning.pause(reset_to_change(call), until))
    if until is None:
        talk("To go on: cxreset resume")
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
        talk(f"Day 30 is {long_day(way.ends_on)}.")
        return 0
    away = replanning.absence_text(reset)
    if away:
        out(away + "\n")
    for way in replanning.ways(reset):
        out(_way_text(way))
    return 0


def _way_text(way: Way) -> str:
    from cxreset.reset.replanning import CARRY

    name = "" if way.name == CARRY or not way.possible else f"   cxreset catch-up {way.name}"
    end = f"   day 30: {long_day(way.ends_on)}" if way.possible else ""
    meaning = textwrap.fill(way.meaning, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return f"{way.title}{end}{name}\n{meaning}"
