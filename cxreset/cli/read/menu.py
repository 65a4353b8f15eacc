"""The command `read`: what there is, one question at a time."""

from __future__ import annotations

from datetime import date
from functools import partial

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.errors import WorkbookMissing
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line
from cxreset.cli.daily import before_writing, reset_of
from cxreset.cli.read.dialogue import BACK, Left, ask, attempt, choose, say
from cxreset.programme.dates import next_working_day
from cxreset.reset.today import today_page
from cxreset.workbook.undo.shown_names import shown_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cxreset.cli.call import Call
    from cxreset.reset.reset import Reset

WORDS = {
    "": N_("the next step"),
    "today": N_("what is up today"),
    "step": N_("a step by its number, such as: step 2.1"),
    "win": N_("a small win of today"),
    "practice": N_("today's practice"),
    "practices": N_("any practice, by what you would like to do"),
    "checkup": N_("the check-up"),
    "journal": N_("the journal"),
    "actions": N_("every action"),
    "share": N_("write the plan, or something else, to a file"),
    "show": N_("a page read out, such as: show week-1"),
    "undo": N_("take the last change back"),
    BACK: N_("leave"),
}


def read(call: Call) -> int:
    """Talk with the leader until they leave, or the input ends; all is stored at once."""
    try:
        reset = _reset_of(call)
        before_writing(reset.file.location)
        _today(reset)
        while True:
            typed = ask(_("What now? Enter: the next step. ?: what there is."))
            if typed == BACK:
                break
            attempt(partial(_do, reset, typed))
    except Left:
        pass
    say(_("Everything is stored."))
    return 0


def _reset_of(call: Call) -> Reset:
    """The reset; begun with three questions where there is none."""
    try:
        return reset_of(call)
    except WorkbookMissing:
        say(_("Thirty days to hear your customers. There is no workbook yet."))
    while True:
        name = ask(_("Your name, as your colleagues know you?"))
        organisation = ask(_("The company or team?"))
        first = next_working_day(date.today(), range(5))
        question = _("The first day? Such as today, monday, 2026-10-05. Enter: {day}.")
        start = ask(question.format(day=whole_day(first, year=True)))
        words = ["start", "--name", name, "--organisation", organisation]
        if attempt(partial(_run, call, [*words, "--from", start or first.isoformat()])):
            return reset_of(call)


def _run(call: Call, words: list[str]) -> int:
    """Another command of this program, on the same workbook and programme."""
    from cxreset.cli.parser import parse

    named = [("--workbook", call.workbook), ("--content", call.content)]
    options = [word for name, value in named if value for word in (name, value)]
    other = parse([*options, *words])
    return other.command(other)


def _do(reset: Reset, typed: str) -> None:
    """What was typed: a word of the list, and what follows it."""
    word, _blank, rest = typed.partition(" ")
    word = word.lower()
    if word == "?" or word not in _DOES:
        say(*(f"{name or _('Enter')}: {_(meaning)}." for name, meaning in WORDS.items()))
        return
    _DOES[word](reset, rest.strip())


def _today(reset: Reset, _rest: str = "") -> None:
    page = today_page(reset)
    day = (
        _("Day {day} of 30").format(day=page.day)
        if page.day
        else page.heading or _("Not a day of the thirty")
    )
    say(f"{day}. {whole_day(page.on, year=True)}.")
    say(*(one_line(text) for text in (page.greeting, page.objective) if text))
    if page.next_step:
        minutes = count(page.next_step.minutes, "minute")
        say(
            _("Next: step {number}, {title}, {minutes}.").format(
                number=page.next_step.number, title=one_line(page.next_step.title), minutes=minutes
            )
        )
    say(_("{done} of {total} steps are done.").format(done=page.done, total=page.total))
    say(
        *(
            _("Due: {title}, {who}, {due_on}.").format(
                title=one_line(due.title), who=due.who, due_on=day_month(due.due_on)
            )
            for due in page.due
        )
    )


def _next_step(reset: Reset, _rest: str) -> None:
    step = today_page(reset).next_step
    if step is None:
        say(_("Every step is done."))
        return
    from cxreset.cli.read.worksheet import work_on

    work_on(reset, step)


def _step(reset: Reset, rest: str) -> None:
    from cxreset.cli.read.worksheet import work_on

    work_on(reset, reset.pack.step(rest or ask(_("Which step? Such as 1.1."))))


def _win(reset: Reset, _rest: str) -> None:
    say(_("Now: {daily}.").format(daily=one_line(reset.daily.win(reset.today)) or _("nothing yet")))
    words = ask(_("One thing that went well today? Enter keeps it."))
    if words:
        reset.daily.write_win(reset.today, words)


def _practice(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.habits import practice

    practice(reset)


def _practices(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.habits import practices

    practices(reset)


def _checkup(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.habits import checkup

    checkup(reset)


def _journal(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.worksheet import work_on_list
    from cxreset.tui.screens.journal.sheet import JournalSheet

    work_on_list(_("Journal"), JournalSheet(reset))


def _actions(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.worksheet import work_on_list
    from cxreset.tui.screens.actions.sheet import AllActions

    work_on_list(_("Actions"), AllActions(reset))


def _share(reset: Reset, _rest: str) -> None:
    """Choose what and in which form, name a file, and have it written."""
    from cxreset.cli.parser import parse
    from cxreset.sharing.subjects import FORMS, SUBJECTS

    names = list(SUBJECTS)
    what = choose(_("What is to be shared?"), [_(SUBJECTS[one].label) for one in names])
    if what is None:
        return
    forms = SUBJECTS[names[what]].forms
    form = choose(
        _("In which form?"), [f"{_(FORMS[one].name)}. {FORMS[one].missing}" for one in forms]
    )
    path = ask(_("The file or folder to write? Enter leaves it.")) if form is not None else ""
    if not path or form is None:
        return
    words = ["--workbook", str(reset.file.path), "export", names[what], "--format", forms[form]]
    call = parse([*words, "-o", path])
    call.command(call)


def _show(reset: Reset, rest: str) -> None:
    from cxreset.cli.read.twin import page_text

    say(*page_text(reset, rest or "today"))


def _undo(reset: Reset, _rest: str) -> None:
    name = reset.undo()
    say(
        _("Undone: {name}.").format(name=one_line(shown_name(name)))
        if name
        else _("There is nothing to undo.")
    )


_DOES: dict[str, Callable[[Reset, str], None]] = {
    "": _next_step, "today": _today, "step": _step, "win": _win, "practice": _practice,
    "practices": _practices,
    "checkup": _checkup, "journal": _journal, "actions": _actions, "share": _share,
    "show": _show, "undo": _undo,
}  # fmt: skip
