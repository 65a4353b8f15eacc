"""What the command line prints for people: plain pages of at most 78 columns."""

from __future__ import annotations

import textwrap
from typing import Any

from cxreset.base.text import count, one_line
from cxreset.programme.model import Rest
from cxreset.reset.today import DONE, HALF, REST, TODAY, TodayPage
from cxreset.workbook.daily import Settings

WIDTH = 78
MARKS = {DONE: "●", HALF: "◐", REST: "·", TODAY: "◆"}


def wrapped(text: str, indent: str = "") -> str:
    """Text folded to the page's width."""
    return textwrap.fill(
        one_line(text), WIDTH, initial_indent=indent, subsequent_indent=indent or "  "
    )


def today_text(page: TodayPage, settings: Settings, rest: Rest) -> str:
    """The day's page."""
    who = " · ".join(filter(None, (one_line(settings.organisation), one_line(settings.name))))
    lines = [f"{_day(page)}   {page.on:%A %d %B %Y}", who, ""]
    if page.phase == "before":
        lines.append(f"Your reset starts in {count(page.starts_in, 'day')}.")
    elif page.phase == "after":
        lines.append("The thirty days are behind you. Share what you learned: cxreset export")
    else:
        lines.append(page.heading)
        lines.append(wrapped(rest.text if page.rest else page.objective))
    lines += [
        "",
        "  " + " ".join("".join(MARKS.get(m, "○") for m in row) for row in page.marks),
        "",
    ]
    step = page.next_step
    if step:
        lines.append(
            f"Next      {step.number}  {one_line(step.title)} ({count(step.minutes, 'minute')})"
        )
        lines.append(wrapped(page.next_why, " " * 10))
        lines.append(f"{' ' * 10}When it is done: cxreset done {step.number}")
    elif page.phase == "paused":
        lines.append("Paused    To go on: cxreset resume")
    elif page.let_go:
        lines.append("Next      Every other step is ticked. Share the plan: cxreset export")
    else:
        lines.append("Next      Every step is ticked. Share the plan: cxreset export")
    if page.practice:
        mark = " (done)" if page.practice_done else ""
        title = one_line(page.practice.title)
        lines += ["", f"Practice  {title} ({count(page.practice.minutes, 'minute')}){mark}"]
    if page.question:
        lines += ["", "Question", wrapped(page.question, " " * 10)]
        if page.answer.strip():
            lines.append(wrapped(page.answer, " " * 10 + "> "))
    if page.win.strip():
        lines += ["", "Small win", wrapped(page.win, " " * 10)]
    if page.due:
        lines += ["", "Due or late"]
        lines += [
            f"  {due.ref:<5}{one_line(due.title, 44)}  {one_line(due.who, 16) or 'no owner'},"
            f" {due.due_on:%d %b}"
            for due in page.due
        ]
    return "\n".join(lines)


def _day(page: TodayPage) -> str:
    if page.day:
        return f"Day {page.day} of 30"
    return {"paused": "Paused", "before": "Before day 1", "after": "After day 30"}.get(
        page.phase, "Between days"
    )


def status_text(told: dict[str, Any]) -> str:
    """Progress on a few lines."""
    day = told["day"]
    lines = [
        f"{'Day ' + str(day) + ' of 30' if day else told['phase'].capitalize()}: "
        f"{told['steps_done']} of {told['steps_total']} steps done",
        *(
            f"  Week {week['number']}  {one_line(week['title']):<24}"
            f" {week['done']} of {week['total']}"
            for week in told["weeks"]
        ),
        f"Comments {told['comments']:,}, pain points {told['pains']}, gaps {told['gaps']}, "
        f"actions {told['actions_completed']} of {told['actions']} done, {told['late']} late",
    ]
    if told["next"]:
        lines.append(f"Next: {told['next']['number']} {one_line(told['next']['title'])}")
    return "\n".join(lines)
