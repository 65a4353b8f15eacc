"""What the command line prints for people: plain pages of at most 78 columns."""

from __future__ import annotations

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.text import count, one_line
from cxreset.base.text import wrapped as folded
from cxreset.reset.pacing import DONE, HALF, REST, TODAY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.programme.model import Rest
    from cxreset.reset.status import Status
    from cxreset.reset.today import TodayPage
    from cxreset.workbook.daily import Settings

WIDTH = 78
INDENT = " " * 10  # under a label such as `Practice`
MARKS = {DONE: "●", HALF: "◐", REST: "·", TODAY: "◆"}


def wrapped(text: str, indent: str = "") -> str:
    """Text folded to the page's width."""
    return folded(text, WIDTH, first=indent, rest=indent or "  ")


def today_text(page: TodayPage, settings: Settings, rest: Rest) -> str:
    """The day's page."""
    who = " · ".join(filter(None, (one_line(settings.organisation), one_line(settings.name))))
    glance = " ".join("".join(MARKS.get(mark, "○") for mark in row) for row in page.marks)
    lines = [
        *(f"{_day(page)}   {whole_day(page.on, year=True)}", who, ""),
        *_opening(page, rest),
        *("", f"  {glance}", ""),
        *_next(page),
        *_practice(page),
        *_texts(page),
        *_closing(page),
        *_due(page),
    ]
    return "\n".join(lines)


def _opening(page: TodayPage, rest: Rest) -> list[str]:
    """What the day is for."""
    if page.phase == "before":
        return [f"Your reset starts in {count(page.starts_in, 'day')}."]
    if page.phase == "after":
        return ["The thirty days are behind you. Share what you learned: cxreset export"]
    greeting = [wrapped(page.greeting), ""] if page.greeting else []
    plan = [wrapped(one_line(page.plan))] if page.plan else []
    return [*greeting, page.heading, wrapped(rest.text if page.rest else page.objective), *plan]


def _next(page: TodayPage) -> list[str]:
    """The one thing to do next, or what is left when there is none."""
    step = page.next_step
    if step:
        minutes = count(step.minutes, "minute")
        return [
            *_ten_minutes(page),
            f"Next      {step.number}  {one_line(step.title)} ({minutes})",
            wrapped(page.next_why, INDENT),
            f"{INDENT}When it is done: cxreset done {step.number}",
        ]
    if page.phase == "paused":
        return ["Paused    To go on: cxreset resume"]
    every = "Every other step" if page.let_go else "Every step"
    return [f"Next      {every} is ticked. Share the plan: cxreset export"]


def _ten_minutes(page: TodayPage) -> list[str]:
    """The short version of the step, offered first after a day away."""
    if page.ten_minutes is None or not page.short_first or page.short_done:
        return []
    lines = page.ten_minutes.text.split("\n")
    return ["Ten minutes of the next step are enough for today:", *_folded(lines), ""]


def _folded(lines: list[str]) -> list[str]:
    """Lines of Markdown folded to the page; what goes on under a number stands under its words."""
    joined: list[str] = []
    for line in lines:
        if line.startswith("   ") and joined:
            joined[-1] += f" {line.strip()}"
        elif line.strip():
            joined.append(line.strip())
    return [folded(one_line(line), WIDTH, first="  ", rest="     ") for line in joined]


def _practice(page: TodayPage) -> list[str]:
    practice = page.practice
    if practice is None:
        return []
    mark = " (done)" if page.practice_done else ""
    minutes = count(practice.minutes, "minute")
    return ["", f"Practice  {one_line(practice.title)} ({minutes}){mark}"]


def _texts(page: TodayPage) -> list[str]:
    """The day's question with its answer, and the small win."""
    lines = []
    if page.question:
        lines += ["", "Question", wrapped(page.question, INDENT)]
        if page.answer.strip():
            lines.append(wrapped(page.answer, f"{INDENT}> "))
    if page.win.strip():
        lines += ["", "Small win", wrapped(page.win, INDENT)]
    return lines


def _closing(page: TodayPage) -> list[str]:
    """What is done of the closing, and the next thirty days."""
    closing = page.closing
    if closing is None:
        return []
    lines = ["", f"Closing   {closing.done} of {closing.total} done"]
    lines.append(f"{INDENT}check-up: {closing.marked} of {closing.statements} statements marked")
    if closing.undecided:
        lines.append(
            f"{INDENT}{count(closing.undecided, 'step or action', 'steps and actions')} open"
        )
    if closing.proud_of:
        proud = ", ".join(f"{figure} {words}" for figure, words in closing.proud_of)
        lines.append(f"{INDENT}{proud}")
    return [*lines, f"{INDENT}The next thirty days: cxreset next"]


def _due(page: TodayPage) -> list[str]:
    lines = [
        f"  {due.ref:<5}{one_line(due.title, 44)}  {one_line(due.who, 16) or 'no owner'},"
        f" {day_month(due.due_on)}"
        for due in page.due
    ]
    return ["", "Due or late", *lines] if lines else []


def _day(page: TodayPage) -> str:
    if page.day:
        return f"Day {page.day} of 30"
    return {"paused": "Paused", "before": "Before day 1", "after": "After day 30"}.get(
        page.phase, "Between days"
    )


def status_text(status: Status) -> str:
    """Progress on a few lines."""
    day = f"Day {status['day']} of 30" if status["day"] else status["phase"].capitalize()
    lines = [f"{day}: {status['steps_done']} of {status['steps_total']} steps done"]
    lines += [
        f"  Week {week['number']}  {one_line(week['title']):<24} {week['done']} of {week['total']}"
        for week in status["weeks"]
    ]
    lines.append(
        f"Comments {status['comments']:,}, pain points {status['pains']}, gaps {status['gaps']}, "
        f"actions {status['actions_completed']} of {status['actions']} done, "
        f"{status['late']} late"
    )
    if status["next"]:
        lines.append(f"Next: {status['next']['number']} {one_line(status['next']['title'])}")
    return "\n".join(lines)
