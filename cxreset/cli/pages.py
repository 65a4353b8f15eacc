"""What the command line prints for people: plain pages of at most 78 columns."""

from __future__ import annotations

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, pgettext
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
        return [_("Your reset starts in {days}.").format(days=count(page.starts_in, "day"))]
    if page.phase == "after":
        return [_("The thirty days are behind you. Share what you learned: cxreset export")]
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
            f"{_next_label()}{step.number}  {one_line(step.title)} ({minutes})",
            wrapped(_(page.next_why), INDENT),
            INDENT + _("When it is done: cxreset done {number}").format(number=step.number),
        ]
    if page.phase == "paused":
        return [_label(_("Paused")) + _("To go on: cxreset resume")]
    if page.let_go:
        ticked = _("Every other step is ticked. Share the plan: cxreset export")
    else:
        ticked = _("Every step is ticked. Share the plan: cxreset export")
    return [_next_label() + ticked]


def _next_label() -> str:
    return _label(pgettext("what comes next", "Next"))


def _label(word: str) -> str:
    """A word at the margin, with room to the texts that begin in one column."""
    return f"{word:<{len(INDENT) - 1}} "


def _ten_minutes(page: TodayPage) -> list[str]:
    """The short version of the step, offered first after a day away."""
    if page.ten_minutes is None or not page.short_first or page.short_done:
        return []
    lines = page.ten_minutes.text.split("\n")
    return [_("Ten minutes of the next step are enough for today:"), *_folded(lines), ""]


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
    mark = _(" (done)") if page.practice_done else ""
    minutes = count(practice.minutes, "minute")
    return ["", f"{_label(_('Practice'))}{one_line(practice.title)} ({minutes}){mark}"]


def _texts(page: TodayPage) -> list[str]:
    """The day's question with its answer, and the small win."""
    lines = []
    if page.question:
        lines += ["", _("Question"), wrapped(page.question, INDENT)]
        if page.answer.strip():
            lines.append(wrapped(page.answer, f"{INDENT}> "))
    if page.win.strip():
        lines += ["", _("Small win"), wrapped(page.win, INDENT)]
    return lines


def _closing(page: TodayPage) -> list[str]:
    """What is done of the closing, and the next thirty days."""
    closing = page.closing
    if closing is None:
        return []
    lines = [
        "",
        _label(_("Closing"))
        + _("{done} of {total} done").format(done=closing.done, total=closing.total),
    ]
    lines.append(
        INDENT
        + _("check-up: {marked} of {statements} statements marked").format(
            marked=closing.marked, statements=closing.statements
        )
    )
    if closing.undecided:
        lines.append(
            INDENT
            + _("{what} open").format(
                what=count(closing.undecided, "step or action", "steps and actions")
            )
        )
    if closing.proud_of:
        proud = ", ".join(f"{figure} {words}" for figure, words in closing.proud_of)
        lines.append(f"{INDENT}{proud}")
    return [*lines, INDENT + _("The next thirty days: cxreset next")]


def _due(page: TodayPage) -> list[str]:
    lines = [
        f"  {due.ref:<5}{one_line(due.title, 44)}  {one_line(due.who, 16) or _('no owner')},"
        f" {day_month(due.due_on)}"
        for due in page.due
    ]
    return ["", _("Due or late"), *lines] if lines else []


def _day(page: TodayPage) -> str:
    if page.day:
        return _("Day {day} of 30").format(day=page.day)
    return {"paused": _("Paused"), "before": _("Before day 1"), "after": _("After day 30")}.get(
        page.phase, _("Between days")
    )


def _phase(phase: str) -> str:
    """Where today lies, outside the thirty days too."""
    words = {
        "before": pgettext("phase", "Before"),
        "day": _("Day"),
        "rest": _("Rest"),
        "paused": _("Paused"),
        "after": pgettext("phase", "After"),
    }
    return words.get(phase, phase.capitalize())


def status_text(status: Status) -> str:
    """Progress on a few lines."""
    day = (
        _("Day {day} of 30").format(day=status["day"]) if status["day"] else _phase(status["phase"])
    )
    lines = [
        _("{day}: {done} of {total} steps done").format(
            day=day, done=status["steps_done"], total=status["steps_total"]
        )
    ]
    lines += [
        "  "
        + _("Week {number}  {title} {done} of {total}").format(
            number=week["number"],
            title=f"{one_line(week['title']):<24}",
            done=week["done"],
            total=week["total"],
        )
        for week in status["weeks"]
    ]
    lines.append(
        _(
            "Comments {comments}, pain points {pains}, gaps {gaps}, "
            "actions {done} of {actions} done, {late} late"
        ).format(
            comments=whole(status["comments"]),
            pains=status["pains"],
            gaps=status["gaps"],
            done=status["actions_completed"],
            actions=status["actions"],
            late=status["late"],
        )
    )
    if status["next"]:
        lines.append(
            _("Next: {number} {title}").format(
                number=status["next"]["number"], title=one_line(status["next"]["title"])
            )
        )
    return "\n".join(lines)
