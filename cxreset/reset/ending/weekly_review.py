"""The Friday look: the week on one page, prefilled, read and added to in ten minutes.

What moved, what waits, what was learned, whom to speak to, and an if-then for next week. All but
the if-then is read from the workbook; the page is Markdown that reads as plain text in a mail.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.day_words import day_month
from cxreset.base.text import one_line
from cxreset.programme.calendar import long_day, step_day
from cxreset.reset.reset import Reset
from cxreset.reset.ten_minutes import begun_on
from cxreset.workbook.cycles.intention import if_then_plan
from cxreset.workbook.week import Deadline, WeekRows, week_rows

WEEK = timedelta(days=7)
LINES = 8  # of each part; more are counted
IF_THEN = "if_then"
JOURNAL = "Next week: "  # how its line in the journal begins


class WeeklyReview(NamedTuple):
    """The week up to and with `until`; every line is plain text on one line."""

    first: date
    until: date
    moved: tuple[str, ...]
    waiting: tuple[str, ...]
    learned: tuple[str, ...]
    speak_to: tuple[str, ...]
    ahead: tuple[str, ...]
    if_then: str
    supporter: str = ""


def weekly_review(reset: Reset) -> WeeklyReview:
    """The look at the seven days that end today."""
    first, until = reset.today - WEEK + timedelta(days=1), reset.today
    rows = week_rows(reset.file, first, until)
    return WeeklyReview(
        first=first,
        until=until,
        moved=(*_ticked(reset, first), *(_done(ref, title) for ref, title in rows.completed)),
        waiting=_waiting(reset, rows),
        learned=(*rows.notes, *rows.lessons),
        speak_to=tuple(_ask(each) for each in rows.ahead if each.who.strip()),
        ahead=_ahead(reset),
        if_then=reset.daily.answers(_scope(until)).get(IF_THEN, ""),
        supporter=if_then_plan(reset.file).supporter,
    )


def write_if_then(reset: Reset, text: str) -> None:
    """Keep next week's if-then with this week's look, and as one line of the day's journal.

    Both are stored together, or neither.
    """
    from cxreset.workbook.tables import Journal

    book = reset.book  # opened first: a transaction that has begun could not be gone on with
    words = f"{JOURNAL}{text.strip()}" if text.strip() else ""
    with reset.file.transaction("wrote the Friday look"):
        reset.daily.answer(_scope(reset.today), IF_THEN, text.strip())
        lines = book.rows(Journal, written_on=reset.today, kind="reflection")
        before = next((line for line in lines if line.text.startswith(JOURNAL)), None)
        if before is not None:
            book.set(Journal, before.key, text=words)
        elif words:
            book.add(Journal(written_on=reset.today, kind="reflection", text=words))


def review_text(review: WeeklyReview) -> str:
    """The page as Markdown, ready for a mail."""
    parts = (
        ("What moved", review.moved, "A quiet week. That is a week too."),
        ("What waits", review.waiting, "Nothing waits."),
        ("What was learned", review.learned, "Nothing is written down yet: one line is enough."),
        ("Whom to speak to", review.speak_to, "Nobody is due in the coming week."),
        ("Next week", review.ahead, "No step is planned."),
    )
    lines = [f"# The week to {long_day(review.until)}"]
    if one_line(review.supporter):
        asks = "you said you would ask how it goes. This was the week."
        lines += ["", f"Hello {one_line(review.supporter)}, {asks}"]
    for title, entries, nothing in parts:
        lines += ["", f"## {title}", "", *_bullets(entries, nothing)]
    if_then = one_line(review.if_then) or "If …, then … (say when, where, and what if not)"
    return "\n".join([*lines, "", "## If and then", "", if_then, ""])


def _bullets(entries: tuple[str, ...], nothing: str) -> list[str]:
    if not entries:
        return [nothing]
    more = len(entries) - LINES
    lines = [f"- {one_line(entry)}" for entry in entries[:LINES]]
    return [*lines, f"- and {more} more"] if more > 0 else lines


def _scope(on: date) -> str:
    """Where the look's words are kept: one place a calendar week."""
    year, week, _ = on.isocalendar()
    return f"review.{year}-{week:02}"


def _ticked(reset: Reset, first: date) -> tuple[str, ...]:
    """Steps ticked since `first`, or begun by their ten-minute version."""
    ticks, begun = reset.daily.ticks(), begun_on(reset)
    lines = []
    for step in reset.pack.steps:
        on = ticks.get(step.id) or begun.get(step.id)
        if on is not None and first <= on <= reset.today:
            lines.append(
                f"Step {step.number} {'done' if step.id in ticks else 'begun'}: {step.title}"
            )
    return tuple(lines)


def _done(ref: str, title: str) -> str:
    return f"{ref} done: {title}"


def _waiting(reset: Reset, rows: WeekRows) -> tuple[str, ...]:
    steps = tuple(
        f"Step {step.number}: {step.title}"
        for step in reset.open_steps()
        if step_day(reset.calendar, step.id).on <= reset.today
    )
    return (*steps, *(f"{each.ref} {each.title}, {_who(each)}" for each in rows.overdue))


def _who(row: Deadline) -> str:
    return f"{row.who.strip() or 'no owner yet'}, {day_month(row.due_on)}"


def _ask(row: Deadline) -> str:
    return f"{row.who.strip()}: {row.ref} {row.title}, due {long_day(row.due_on)}"


def _ahead(reset: Reset) -> tuple[str, ...]:
    """What the calendar holds in the seven days to come."""
    days = [day for day in reset.calendar.days if reset.today < day.on <= reset.today + WEEK]
    sessions = [(day.on, reset.pack.session(name)) for day in days for name in day.sessions]
    return tuple(f"{long_day(on)}: {_session_title(reset, each.step)}" for on, each in sessions)


def _session_title(reset: Reset, step_id: str | None) -> str:
    if step_id is None:
        return "the closing"
    step = reset.pack.step(step_id)
    return f"{step.number} {step.title}"
