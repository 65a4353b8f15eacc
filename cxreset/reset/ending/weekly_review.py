"""The Friday look: the week on one page, prefilled, read and added to in ten minutes.

What moved, what waits, what was learned, what to say to whom, and next week with its if-then. All
but the if-then is read from the workbook; `cxreset export week` makes a page or a mail of it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.day_words import day_month
from cxreset.base.language.words import N_, _, in_every_language
from cxreset.base.text import count, one_line
from cxreset.programme.calendar import long_day, step_day
from cxreset.reset.measures.measuring import measured_all
from cxreset.reset.measures.week_figures import week_sentence
from cxreset.reset.replies import unanswered
from cxreset.reset.reset import Reset
from cxreset.reset.ten_minutes import begun_on
from cxreset.workbook.cycles.intention import if_then_plan
from cxreset.workbook.tables import Journal
from cxreset.workbook.week import Deadline, WeekRows, week_rows

WEEK = timedelta(days=7)
LINES = 8  # of each part; more are counted
IF_THEN = "if_then"
JOURNAL = N_("Next week: ")  # how its line in the journal begins


class WeeklyReview(NamedTuple):
    """The week up to and with `until`; every line is plain text on one line.

    `private` are the journal's lines that are nobody else's business: all but small wins.
    """

    first: date
    until: date
    moved: tuple[str, ...]
    waiting: tuple[str, ...]
    learned: tuple[str, ...]
    speak_to: tuple[str, ...]
    ahead: tuple[str, ...]
    if_then: str
    supporter: str = ""
    private: tuple[str, ...] = ()


class ReviewPart(NamedTuple):
    """One of the five parts; `nothing` is said where it has no lines."""

    title: str
    lines: tuple[str, ...]
    nothing: str


def weekly_review(reset: Reset) -> WeeklyReview:
    """The look at the seven days that end today."""
    first, until = reset.today - WEEK + timedelta(days=1), reset.today
    rows = week_rows(reset.file, first, until)
    return WeeklyReview(
        first=first,
        until=until,
        moved=_moved(reset, rows, first),
        waiting=_waiting(reset, rows),
        learned=(*rows.wins, *rows.lessons),
        speak_to=_speak_to(reset, rows),
        ahead=_ahead(reset),
        if_then=reset.daily.answers(_scope(until)).get(IF_THEN, ""),
        supporter=if_then_plan(reset.file).supporter,
        private=rows.notes,
    )


def review_parts(review: WeeklyReview) -> tuple[ReviewPart, ...]:
    """The five parts, as they may be read by others too."""
    if_then = one_line(review.if_then)
    return (
        ReviewPart(_("What moved"), review.moved, _("A quiet week. That is a week too.")),
        ReviewPart(_("What waits"), review.waiting, _("Nothing waits.")),
        ReviewPart(
            _("What was learned"),
            review.learned,
            _("Nothing is written down yet: one line is enough."),
        ),
        ReviewPart(
            _("What to say to whom"), review.speak_to, _("Nobody waits for a word from you.")
        ),
        ReviewPart(
            _("Next week"),
            (*review.ahead, *([if_then] if if_then else [])),
            _("No step is planned, and no if-then is written."),
        ),
    )


def write_if_then(reset: Reset, text: str) -> None:
    """Keep next week's if-then with this week's look, and as one line of the day's journal.

    Both are stored together, or neither.
    """
    book = reset.book  # opened first: a transaction that has begun could not be gone on with
    words = f"{_(JOURNAL)}{text.strip()}" if text.strip() else ""
    with reset.file.transaction("wrote the Friday look"):
        reset.daily.answer(_scope(reset.today), IF_THEN, text.strip())
        lines = book.rows(Journal, written_on=reset.today, kind="reflection")
        before = next((line for line in lines if _is_plan(line.text)), None)
        if before is not None:
            book.set(Journal, before.key, text=words)
        elif words:
            book.add(Journal(written_on=reset.today, kind="reflection", text=words))


def review_text(review: WeeklyReview) -> str:
    """The leader's own page as Markdown, with the journal's private lines at its end."""
    parts = list(review_parts(review))
    own = tuple(line for line in review.private if not _is_plan(line))
    if own:
        parts.append(ReviewPart(_("In your journal, for you alone"), own, ""))
    lines = [_("# The week to {long_day}").format(long_day=long_day(review.until))]
    for title, entries, nothing in parts:
        lines += ["", f"## {title}", "", *_bullets(entries, nothing)]
    return "\n".join([*lines, ""])


def _bullets(entries: tuple[str, ...], nothing: str) -> list[str]:
    if not entries:
        return [nothing]
    more = len(entries) - LINES
    lines = [f"- {one_line(entry)}" for entry in entries[:LINES]]
    return [*lines, _("- and {more} more").format(more=more)] if more > 0 else lines


def _is_plan(line: str) -> bool:
    """Is it the journal's line of the week to come, in whatever language it was written?"""
    return line.startswith(tuple(in_every_language(JOURNAL)))


def _scope(on: date) -> str:
    """Where the look's words are kept: one place a calendar week."""
    year, week, _day = on.isocalendar()
    return f"review.{year}-{week:02}"


# -- what moved, what waits


def _moved(reset: Reset, rows: WeekRows, first: date) -> tuple[str, ...]:
    """Figures counted this week, actions done, comments that came in, steps ticked."""
    figures = (week_sentence(one, reset.today) for one in measured_all(reset.book, reset.today))
    came_in = (
        _("{comments} brought in").format(comments=count(rows.comments, "comment"))
        if rows.comments
        else ""
    )
    return tuple(
        line
        for line in (
            *figures,
            *(
                _("{ref} done: {title}").format(ref=ref, title=title)
                for ref, title in rows.completed
            ),
            came_in,
            *_ticked(reset, first),
        )
        if line
    )


def _ticked(reset: Reset, first: date) -> tuple[str, ...]:
    """Steps ticked since `first`, or begun by their ten-minute version."""
    ticks, begun = reset.daily.ticks(), begun_on(reset)
    lines = []
    for step in reset.pack.steps:
        on = ticks.get(step.id) or begun.get(step.id)
        if on is not None and first <= on <= reset.today:
            lines.append(
                (
                    _("Step {number} done: {title}")
                    if step.id in ticks
                    else _("Step {number} begun: {title}")
                ).format(number=step.number, title=step.title)
            )
    return tuple(lines)


def _waiting(reset: Reset, rows: WeekRows) -> tuple[str, ...]:
    steps = tuple(
        _("Step {number}: {title}").format(number=step.number, title=step.title)
        for step in reset.open_steps()
        if step_day(reset.calendar, step.id).on <= reset.today
    )
    return (*steps, *(f"{each.ref} {each.title}, {_who(each)}" for each in rows.overdue))


def _who(row: Deadline) -> str:
    return f"{row.who.strip() or _('no owner yet')}, {day_month(row.due_on)}"


# -- what to say to whom, and next week


def _speak_to(reset: Reset, rows: WeekRows) -> tuple[str, ...]:
    """Owners of what is late (what is in the way?) or due next week, and customers to be told."""
    late = (
        _("{who}: ask what would help with {ref} {title}").format(
            who=row.who.strip(), ref=row.ref, title=row.title
        )
        for row in rows.overdue
        if row.who.strip()
    )
    due = (
        _("{who}: {ref} {title}, due {long_day}").format(
            who=row.who.strip(), ref=row.ref, title=row.title, long_day=long_day(row.due_on)
        )
        for row in rows.ahead
        if row.who.strip()
    )
    untold = (
        _("The customers behind {ref}: tell them what became of it: {title}").format(
            ref=row.ref, title=one_line(row.title)
        )
        for row in unanswered(reset)
    )
    return (*late, *due, *untold)


def _ahead(reset: Reset) -> tuple[str, ...]:
    """What the calendar holds in the seven days to come."""
    days = [day for day in reset.calendar.days if reset.today < day.on <= reset.today + WEEK]
    sessions = [(day.on, reset.pack.session(name)) for day in days for name in day.sessions]
    return tuple(f"{long_day(on)}: {_session_title(reset, each.step)}" for on, each in sessions)


def _session_title(reset: Reset, step_id: str | None) -> str:
    if step_id is None:
        return _("the closing")
    step = reset.pack.step(step_id)
    return f"{step.number} {step.title}"
