"""What Today's page says, piece by piece."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from cxreset.base.day_words import whole_day
from cxreset.base.text import count, one_line
from cxreset.programme.model import Practice, Rest, Step
from cxreset.reset.pacing import DONE, HALF, REST, TODAY
from cxreset.reset.today import TodayPage
from cxreset.tui.widgets.layout.card import CardButton, CardWords
from cxreset.tui.widgets.links import link
from cxreset.workbook.daily import Due

MARKS = {DONE: "●", HALF: "◐", REST: "·", TODAY: "◆"}
TO_COME = "○"
SECTION = "bold $text-muted"
DUE_SHOWN = 5


def title(page: TodayPage) -> Content:
    """Which day it is, and what it is called."""
    name = {
        "before": f"Your reset starts {_day(page.starts_in)}",
        "after": "The thirty days are behind you",
        "paused": page.heading,
    }.get(page.phase)
    if name is not None:
        return Content.styled(name, "bold")
    number = f"day {page.day} of {sum(map(len, page.marks))} · " if page.day else ""
    day = whole_day(page.on)
    return Content.assemble((day, "bold"), (f"   {number}{page.heading}", "$text-muted"))


def head(page: TodayPage, rest: Rest, width: int, *, beside: bool, objective: bool) -> Content:
    """The title; the thirty days, unless they stand beside; and what the day is for."""
    lines = [title(page)]
    if not beside:
        steps = f"{page.done} of {page.total} steps"
        days = marks(page)
        space = max(2, width - days.cell_length - len(steps))
        lines.append(Content.assemble(days, " " * space, (steps, "$text-muted")))
    about = about_the_day(page, rest, objective=objective)
    if about:
        lines.append(Content.styled(about, "$text-muted"))
    return Content("\n").join(lines)


def about_the_day(page: TodayPage, rest: Rest, *, objective: bool) -> str:
    """A word to one who has been elsewhere, what the day is for, and on its last day the look."""
    review = "The week on one page, ten minutes: press r." if page.review_day else ""
    about = rest.text if page.rest else page.objective
    plan = "" if page.phase == "after" else one_line(page.plan)
    if page.phase == "after" or not (objective or page.rest or page.phase == "paused"):
        about = ""
    return "\n".join(filter(None, (page.greeting, about, plan, review)))


def _day(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {count(days, 'day')}"


def marks(page: TodayPage) -> Content:
    """Thirty days at a glance, in one line; the days off are left out."""
    rows = [Content.assemble(*(mark(each) for each in row if each != REST)) for row in page.marks]
    return Content(" ").join(rows)


def mark(kind: str) -> tuple[str, str]:
    """The sign of a day and its style."""
    if kind == TODAY:
        return MARKS[kind], "bold $primary"
    return MARKS.get(kind, TO_COME), "$foreground" if kind == DONE else "$text-muted"


def card(page: TodayPage, last: Step | None) -> CardWords:
    """What is next, why, and how it is begun."""
    step = page.next_step
    if page.phase == "paused":
        go_on = (CardButton("catch_up", "Go on", "c"),)
        return CardWords("PAUSED", "", "Go on when you like", "Your work is as you left it.", go_on)
    if step is None:
        every = "Every other step" if page.let_go else "Every step"
        share = (CardButton("share", "Share the plan", "e"),)
        return CardWords("DONE", "", f"{every} is ticked.", "What is left is to tell it.", share)
    name = f"{step.number}  {one_line(step.title)}"
    whole = CardButton("open", "Open", "enter")
    short = CardButton("ten_minutes", "Ten minutes", "T")
    ticked = CardButton("tick", "Tick", "space")
    if page.short_first and not page.short_done:
        text = f"Ten minutes of it are enough for today. The whole step takes {step.minutes}."
        return CardWords("NEXT", "10 min", name, text, (short, whole._replace(label="Whole step")))
    buttons = (whole, short, ticked) if page.ten_minutes else (whole, ticked)
    # A step that takes two days says which part of it fits today.
    part = next((each.part for each in page.sessions if each.step == step.id and each.part), "")
    text = "\n".join(filter(None, (one_line(part), one_line(page.next_why), _since(page, last))))
    eyebrow = "FIRST" if page.day == 1 and not page.done else "NEXT"
    return CardWords(eyebrow, f"{step.minutes} min", name, text, buttons)


def _since(page: TodayPage, last: Step | None) -> str:
    """What was done of it today, and where the leader was last."""
    if page.short_done:
        return "Ten minutes of it are done today, and that counts."
    if last is not None:
        return f"You were last in {last.number}  {one_line(last.title)}: press b"
    return ""


def question(page: TodayPage) -> Content:
    """The day's question under its head."""
    return Content.assemble(("ONE QUESTION\n", SECTION), one_line(page.question))


def practice(page: TodayPage, width: int, *, whole: bool) -> Content:
    """The day's practice; with `whole` why today matters as well."""
    assert page.practice is not None
    name = Content.assemble(
        ("PRACTICE  ", SECTION),
        one_line(page.practice.title),
        (f"  {page.practice.minutes} min", "$text-muted"),
        ("  ✓ done", "$success") if page.practice_done else "",
    )
    read = link("p read", "practice")
    space = max(2, width - name.cell_length - read.cell_length)
    first = Content.assemble(name, " " * space, read.stylize("bold", 0, 1))
    if not whole or not page.reason:
        return first
    return Content.assemble(first, ("\n" + one_line(page.reason), "$text-muted"))


def week_practice(practice: Practice, until: str, done: bool) -> Content:
    """The practice taken up for this week."""
    return Content.assemble(
        ("THIS WEEK  ", SECTION),
        one_line(practice.title),
        (f"  {until}", "$text-muted"),
        ("  ✓ done", "$success") if done else "",
    )


def checkup_line(given: int, total: int) -> Content:
    """How far the check-up has come."""
    progress = f"{given} of {count(total, 'statement')} marked"
    if given in (0, total):
        progress = "✓ all marked: see the picture" if given else "about 10 minutes"
    return Content.assemble(
        ("CHECK-UP  ", SECTION), "Mark the five habits", (f"   {progress}", "$text-muted")
    )


def due(page: TodayPage, width: int) -> Content:
    """What is due or late, a line each."""
    lines = [_due(one, page.on, width) for one in page.due[:DUE_SHOWN]]
    more = len(page.due) - DUE_SHOWN
    if more > 0:
        lines.append(Content.styled(f"  and {more} more: press a", "$text-muted"))
    return Content("\n").join(lines)


def _due(one: Due, today: date, width: int) -> Content:
    """`! A5 Spare-parts bags  Sam · 2 days late`."""
    late = (today - one.due_on).days
    when = f"{count(late, 'day')} late" if late > 0 else "due today"
    sign, style = ("! ", "$warning") if late > 0 else ("  ", "$text-muted")
    who = f"  {one_line(one.who, 20) or 'no owner'} · "
    room = max(12, width - 7 - len(who) - len(when))
    return Content.assemble(
        (f"{sign}{one.ref:<4}", style),
        one_line(one.title, room),
        (who, "$text-muted"),
        (when, style),
    )
