"""The plain-text twin of each screen: `cxreset show PLACE`."""

from __future__ import annotations

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import listed, one_line
from cxreset.cli.daily import reset_of
from cxreset.cli.read.dialogue import say
from cxreset.programme.model import Step, Week
from cxreset.reset.reset import Reset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.cli.call import Call


def show(call: Call) -> int:
    """Print one screen's twin; raises UsageError for a page that there is not."""
    say(*page_text(reset_of(call), call.page))
    return 0


def page_names(reset: Reset) -> list[str]:
    """What can be shown."""
    weeks = [f"week-{week.number}" for week in reset.pack.weeks]
    steps = [step.number for step in reset.pack.steps]
    return ["today", *weeks, *steps, *_PAGES]


def page_text(reset: Reset, name: str) -> list[str]:
    """The lines of a page; raises UsageError where there is no such page."""
    name = name.strip().lower()
    if name == "today":
        return _today(reset)
    if name in _PAGES:
        return _PAGES[name](reset)
    for week in reset.pack.weeks:
        if name == f"week-{week.number}":
            return _week(reset, week)
    for step in reset.pack.steps:
        if name in (step.number, step.id):
            return _step(reset, step)
    raise UsageError(
        _("There is no page {name}. There are: {page_names}.").format(
            name=repr(name), page_names=listed(page_names(reset))
        )
    )


def _today(reset: Reset) -> list[str]:
    from cxreset.cli.pages import today_text
    from cxreset.reset.today import today_page

    return today_text(today_page(reset), reset.settings, reset.pack.rest).split("\n")


def _week(reset: Reset, week: Week) -> list[str]:
    ticks = reset.daily.ticks()
    lines = [
        _("Week {number}, {title}.").format(number=week.number, title=one_line(week.title)),
        one_line(week.objective),
    ]
    for step in reset.pack.steps:
        if step.week == week.id:
            tick = _("ticked") if step.id in ticks else _("open")
            lines.append(
                _("Step {number}, {title}: {tick}.").format(
                    number=step.number, title=one_line(step.title), tick=tick
                )
            )
    return lines


def _step(reset: Reset, step: Step) -> list[str]:
    from cxreset.cli.read.worksheet import part_text, parts_of
    from cxreset.reset.progress import unfinished

    tick = _("ticked") if step.id in reset.daily.ticks() else _("open")
    lines = [
        _("Step {number}, {title}: {tick}.").format(
            number=step.number, title=one_line(step.title), tick=tick
        )
    ]
    for name, part in parts_of(reset, step):
        lines += [f"{one_line(name)}.", *part_text(part)]
    answers = reset.daily.answers(step.id)
    for prompt in () if step.worksheet else step.prompts:
        lines += [one_line(prompt.text), answers.get(prompt.key, "") or _("No answer yet.")]
    missing = unfinished(reset, step) or ("Nothing looks unfinished here.",)
    return [*lines, *map(_, missing)]


def _actions(reset: Reset) -> list[str]:
    from cxreset.cli.read.worksheet import part_text
    from cxreset.tui.screens.actions.sheet import AllActions

    return [_("Actions."), *part_text(AllActions(reset))]


def _journal(reset: Reset) -> list[str]:
    from cxreset.cli.read.worksheet import part_text
    from cxreset.tui.screens.journal.sheet import JournalSheet

    return [_("Journal."), *part_text(JournalSheet(reset))]


def _scores(reset: Reset) -> list[str]:
    from cxreset.reset.measures.measuring import measured_all

    found = measured_all(reset.book, reset.today)
    return [_("Scores."), *(f"{one.row.ref}. {one.row.name}: {one.sentence}" for one in found)]


def _practices(reset: Reset) -> list[str]:
    from cxreset.tui.screens.practices.groups import done_in_words, grouped
    from cxreset.workbook.checkup import practice_days

    done = practice_days(reset.file)
    lines = [f"{_('Practices')}."]
    for name, practices in grouped(reset.pack).items():
        lines.append(f"{one_line(name)}:")
        for number, one in enumerate(practices, 1):
            when = done_in_words(done.get(one.id, {}))
            lines.append(f"{number}. {one_line(one.title)}" + (f" ({when})" if when else ""))
    return lines


def _checkup(reset: Reset) -> list[str]:
    from cxreset.reset.checkup import checkup_day
    from cxreset.workbook.checkup import marks

    day = checkup_day(reset)
    given = marks(reset.file, day)
    lines = [_("Check-up of day {day}.").format(day=day)]
    for habit in reset.pack.habits:
        lines.append(f"{one_line(habit.title)}.")
        for number, statement in enumerate(habit.statements, 1):
            mark = given.get(habit.id, {}).get(number)
            lines.append(f"{one_line(statement)} {mark or _('No mark yet')}.")
    return lines


def _share(reset: Reset) -> list[str]:
    from cxreset.sharing.subjects import FORMS, SUBJECTS

    lines = [_("Share.")]
    for name, subject in SUBJECTS.items():
        forms = listed([_(FORMS[form].name) for form in subject.forms])
        lines.append(
            _("{name}: {label}. {about} As {forms}.").format(
                name=name, label=_(subject.label), about=_(subject.about), forms=forms
            )
        )
    return lines


_PAGES = {
    "actions": _actions, "scores": _scores, "practices": _practices, "checkup": _checkup,
    "journal": _journal, "share": _share,
}  # fmt: skip
