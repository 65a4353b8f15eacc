"""What Today's page says, piece by piece."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from cxreset.base.day_words import whole_day
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import one_line
from cxreset.programme.model import Practice, Rest, Step
from cxreset.reset.pacing import DONE, HALF, REST, TODAY
from cxreset.reset.today import TodayPage
from cxreset.tui.commands.key_names import KEYS
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
        "before": _("Your reset starts {when}").format(when=_day(page.starts_in)),
        "after": _("The thirty days are behind you"),
        "paused": _(page.heading),
    }.get(page.phase)
    if name is not None:
        return Content.styled(name, "bold")
    number = ""
    if page.day:
        of = sum(map(len, page.marks))
        number = _("day {number} of {of}").format(number=page.day, of=of) + " · "
    day = whole_day(page.on)
    return Content.assemble((day, "bold"), (f"   {number}{_heading(page)}", "$text-muted"))


def _heading(page: TodayPage) -> str:
    """The week and its name; on the closing days what they are called."""
    return page.heading


def head(page: TodayPage, rest: Rest, width: int, *, beside: bool, objective: bool) -> Content:
    """The title; the thirty days, unless they stand beside; and what the day is for."""
    lines = [title(page)]
    if not beside:
        steps = _("{done} of {total} steps").format(done=page.done, total=page.total)
        days = marks(page)
        space = max(2, width - days.cell_length - len(steps))
        lines.append(Content.assemble(days, " " * space, (steps, "$text-muted")))
    about = about_the_day(page, rest, objective=objective)
    if about:
        lines.append(Content.styled(about, "$text-muted"))
    return Content("\n").join(lines)


def about_the_day(page: TodayPage, rest: Rest, *, objective: bool) -> str:
    """A word to one who has been elsewhere, what the day is for, and on its last day the look."""
    review = (
        _("The week on one page, ten minutes: press {key:review=r}.").format(key=KEYS)
        if page.review_day
        else ""
    )
    about = rest.text if page.rest else page.objective
    plan = "" if page.phase == "after" else one_line(page.plan)
    if page.phase == "after" or not (objective or page.rest or page.phase == "paused"):
        about = ""
    return "\n".join(filter(None, (page.greeting, about, plan, review)))


def _day(days: int) -> str:
    if days == 1:
        return _("tomorrow")
    return ngettext("in {number} day", "in {number} days", days).format(number=days)


def marks(page: TodayPage) -> Content:
    """Thirty days at a glance, in one line; the days off are left out."""
    rows = [Content.assemble(*(mark(each) for each in row if each != REST)) for row in page.marks]
    return Content(" ").join(rows)


def mark(kind: str) -> tuple[str, str]:
    """The sign of a day and its style."""
    if kind == TODAY:
        return MARKS[kind], "bold $primary"
    return MARKS.get(kind, TO_COME), "$foreground" if kind == DONE else "$text-muted"


def first_card(page: TodayPage, step: Step) -> CardWords:
    """On the first day, while no comment is there: how they come in."""
    buttons = (
        CardButton("import", _("Bring in a file"), on_enter=True),
        CardButton("capture", _("By hand")),
        CardButton("sample", _("Look at a sample")),
    )
    name = f"{step.number}  {_('Bring in what customers said')}"
    minutes = _("{minutes} min").format(minutes=step.minutes)
    text = _(
        "A file from your survey tool, shop, chat or ticket system. You see how it is read before "
        "anything is stored. No file yet? Write down five comments by hand."
    )
    return CardWords(_("FIRST"), minutes, name, text, buttons)


def card(page: TodayPage, last: Step | None) -> CardWords:
    """What is next, why, and how it is begun."""
    step = page.next_step
    if page.phase == "paused":
        go_on = (CardButton("catch_up", _("Go on"), KEYS.name("catch_up", "c")),)
        when = _("Go on when you like")
        return CardWords(_("PAUSED"), "", when, _("Your work is as you left it."), go_on)
    if step is None:
        every = _("Every other step is ticked.") if page.let_go else _("Every step is ticked.")
        share = (CardButton("share", _("Share the plan"), KEYS.name("go.share", "e")),)
        return CardWords(_("DONE"), "", every, _("What is left is to tell it."), share)
    name = f"{step.number}  {one_line(step.title)}"
    whole = CardButton("open", _("Open"), on_enter=True)
    short = CardButton("ten_minutes", _("Ten minutes"), KEYS.name("ten_minutes", "T"))
    ticked = CardButton("tick", _("Tick"), KEYS.name("tick_next", "space"))
    if page.short_first and not page.short_done:
        text = _("Ten minutes of it are enough for today. The whole step takes {minutes}.")
        text = text.format(minutes=step.minutes)
        ways = (short, whole._replace(label=_("Whole step")))
        return CardWords(_("NEXT"), _("{minutes} min").format(minutes=10), name, text, ways)
    buttons = (whole, short, ticked) if page.ten_minutes else (whole, ticked)
    # A step that takes two days says which part of it fits today.
    part = next((each.part for each in page.sessions if each.step == step.id and each.part), "")
    text = "\n".join(filter(None, (one_line(part), one_line(_(page.next_why)), _since(page, last))))
    eyebrow = _("FIRST") if page.day == 1 and not page.done else _("NEXT")
    minutes = _("{minutes} min").format(minutes=step.minutes)
    return CardWords(eyebrow, minutes, name, text, buttons)


def _since(page: TodayPage, last: Step | None) -> str:
    """What was done of it today, and where the leader was last."""
    if page.short_done:
        return _("Ten minutes of it are done today, and that counts.")
    if last is not None:
        step = f"{last.number}  {one_line(last.title)}"
        return _("You were last in {step}: press {key:back=b}").format(key=KEYS, step=step)
    return ""


def question(page: TodayPage) -> Content:
    """The day's question under its head."""
    return Content.assemble((_("ONE QUESTION") + "\n", SECTION), one_line(page.question))


def practice(page: TodayPage, width: int, *, whole: bool) -> Content:
    """The day's practice; with `whole` why today matters as well."""
    assert page.practice is not None
    name = Content.assemble(
        (_("PRACTICE") + "  ", SECTION),
        one_line(page.practice.title),
        ("  " + _("{minutes} min").format(minutes=page.practice.minutes), "$text-muted"),
        ("  ✓ " + _("done"), "$success") if page.practice_done else "",
    )
    key = KEYS.name("practice", "p")
    read = link(_("{key:practice=p} read").format(key=KEYS), "practice")
    space = max(2, width - name.cell_length - read.cell_length)
    first = Content.assemble(name, " " * space, read.stylize("bold", 0, len(key)))
    if not whole or not page.reason:
        return first
    return Content.assemble(first, ("\n" + one_line(page.reason), "$text-muted"))


def week_practice(practice: Practice, until: str, done: bool) -> Content:
    """The practice taken up for this week."""
    return Content.assemble(
        (_("THIS WEEK") + "  ", SECTION),
        one_line(practice.title),
        (f"  {until}", "$text-muted"),
        ("  ✓ " + _("done"), "$success") if done else "",
    )


def checkup_line(given: int, total: int) -> Content:
    """How far the check-up has come."""
    progress = _("{given} of {total} statements marked").format(given=given, total=total)
    if given in (0, total):
        progress = f"✓ {_('all marked: see the picture')}" if given else _("about 10 minutes")
    title, what = (_("CHECK-UP") + "  ", SECTION), _("Mark the five habits")
    return Content.assemble(title, what, (f"   {progress}", "$text-muted"))


def due(page: TodayPage, width: int) -> Content:
    """What is due or late, a line each."""
    lines = [_due(one, page.on, width) for one in page.due[:DUE_SHOWN]]
    more = len(page.due) - DUE_SHOWN
    if more > 0:
        words = _("and {more} more: press {key:go.actions=a}").format(key=KEYS, more=more)
        lines.append(Content.styled(f"  {words}", "$text-muted"))
    return Content("\n").join(lines)


def due_when(late: int) -> str:
    """`2 days late`, or `due today` where it is not late."""
    if late <= 0:
        return _("due today")
    return ngettext("{days} day late", "{days} days late", late).format(days=late)


def _due(one: Due, today: date, width: int) -> Content:
    """`! A5 Spare-parts bags  Sam · 2 days late`."""
    late = (today - one.due_on).days
    when = due_when(late)
    sign, style = ("! ", "$warning") if late > 0 else ("  ", "$text-muted")
    who = f"  {one_line(one.who, 20) or _('no owner')} · "
    room = max(12, width - 7 - len(who) - len(when))
    return Content.assemble(
        (f"{sign}{one.ref:<4}", style),
        one_line(one.title, room),
        (who, "$text-muted"),
        (when, style),
    )
