"""What Today's page says, piece by piece."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.day_words import whole_day
from cxreset.base.text import count, one_line
from cxreset.programme.model import Practice, Rest, Step
from cxreset.reset.today import DONE, HALF, REST, TODAY, TodayPage

MARKS = {DONE: "●", HALF: "◐", REST: "·", TODAY: "◆"}


def heading(page: TodayPage) -> str:
    """What the page is headed with."""
    if page.phase == "before":
        return f"Your reset starts {_day(page.starts_in)}"
    if page.phase == "after":
        return "The thirty days are behind you"
    return page.heading


def objective(page: TodayPage, rest: Rest) -> str:
    """What the day is for, after a word to one who has been elsewhere."""
    review = "The week on one page, ten minutes: press r." if page.review_day else ""
    about = rest.text if page.rest else page.objective
    if page.phase == "after":  # no week is on
        about = ""
    return "\n".join(filter(None, (page.greeting, about, review)))


def _day(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {count(days, 'day')}"


def marks(page: TodayPage) -> Content:
    """Thirty days at a glance."""
    rows = [
        Content.assemble(
            *(
                (MARKS.get(mark, "○"), "bold $accent" if mark == TODAY else "$text-muted")
                for mark in row
            )
        )
        for row in page.marks
    ]
    return Content(" ").join(rows)


def next_step(page: TodayPage, last: Step | None) -> Content:
    """The step that is next, why, and where the leader was last."""
    step = page.next_step
    if page.phase == "paused":
        return Content.assemble(("Next   ", "$text-muted"), "Go on when you like: press c.")
    if step is None:
        every = "Every other step" if page.let_go else "Every step"
        return Content.assemble(
            ("Next   ", "$text-muted"), f"{every} is ticked. Share the plan: press e."
        )
    if page.short_first and not page.short_done:
        return Content.assemble(
            ("Next   ", "$text-muted"),
            (f"{step.number}  {one_line(step.title)}", "bold"),
            ("   10 min: press T\n", "$text-muted"),
            "Ten minutes of it are enough for today.",
            (f"\nThe whole step, {count(step.minutes, 'minute')}: ⏎", "$text-muted"),
        )
    # A step that takes two days says which part of it fits today.
    part = next((each.part for each in page.sessions if each.step == step.id and each.part), "")
    return Content.assemble(
        ("Next   ", "$text-muted"),
        (f"{step.number}  {one_line(step.title)}", "bold"),
        (f"   {step.minutes} min\n", "$text-muted"),
        f"{one_line(part)}\n" if part else "",
        one_line(page.next_why),
        "\nTen minutes of it are done today, and that counts." if page.short_done else "",
        (f"\nYou were last in {last.number}  {one_line(last.title)}: press b", "$text-muted")
        if last
        else "",
    )


def practice(page: TodayPage) -> Content:
    """The day's practice and why today matters."""
    assert page.practice is not None
    done = ("   done", "$success") if page.practice_done else ("", "")
    return Content.assemble(
        ("Today's practice   ", "$text-muted"),
        (one_line(page.practice.title), "bold"),
        (f"   {count(page.practice.minutes, 'minute')}", "$text-muted"),
        done,
        f"\n{one_line(page.reason)}",
    )


def week_practice(practice: Practice, until: str, done: bool) -> Content:
    """The practice taken up for this week."""
    return Content.assemble(
        ("This week's practice   ", "$text-muted"),
        (one_line(practice.title), "bold"),
        (f"   {until}", "$text-muted"),
        ("   done", "$success") if done else "",
    )


def checkup_line(given: int, total: int) -> Content:
    """How far the check-up has come."""
    progress = f"{given} of {count(total, 'statement')} marked"
    if given in (0, total):
        progress = "all marked: see the picture" if given else "about 10 minutes"
    return Content.assemble(
        ("Today's check-up   ", "$text-muted"),
        ("Mark the five habits", "bold"),
        (f"   {progress}", "$text-muted"),
    )


def due(page: TodayPage) -> Content:
    """What is due or late."""
    if not page.due:
        return Content("")
    lines = [
        Content.assemble(
            (f"{one.ref:<4}", "$warning"),
            one_line(one.title, 60),
            (f"  {one_line(one.who, 20) or 'no owner'} · "
             f"{whole_day(one.due_on, short=True)}", "$text-muted"),
        )
        for one in page.due[:5]
    ]  # fmt: skip
    more = f"\nand {len(page.due) - 5} more: press a" if len(page.due) > 5 else ""
    return Content.assemble(
        ("Due or late, no harm done\n", "$text-muted"), Content("\n").join(lines), more
    )
