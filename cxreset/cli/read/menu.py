"""The command `read`: what there is, one question at a time."""

from __future__ import annotations

from functools import partial

from cxreset.base.errors import WorkbookMissing
from cxreset.base.text import count, one_line
from cxreset.cli.daily import before_writing, reset_of
from cxreset.cli.read.dialogue import BACK, Left, ask, attempt, choose, say
from cxreset.reset.today import today_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cxreset.cli.call import Call
    from cxreset.reset.reset import Reset

WORDS = {
    "": "the next step",
    "today": "what is up today",
    "step": "a step by its number, such as: step 2.1",
    "win": "a small win of today",
    "practice": "today's practice",
    "practices": "any practice, by what you would like to do",
    "checkup": "the check-up",
    "journal": "the journal",
    "actions": "every action",
    "share": "write the plan, or something else, to a file",
    "show": "a page read out, such as: show week-1",
    "undo": "take the last change back",
    BACK: "leave",
}


def read(call: Call) -> int:
    """Talk with the leader until they leave, or the input ends; all is stored at once."""
    try:
        reset = _reset_of(call)
        before_writing(reset.file.location)
        _today(reset)
        while True:
            typed = ask("What now? Enter: the next step. ?: what there is.")
            if typed == BACK:
                break
            attempt(partial(_do, reset, typed))
    except Left:
        pass
    say("Everything is stored.")
    return 0


def _reset_of(call: Call) -> Reset:
    """The reset; begun with three questions where there is none."""
    try:
        return reset_of(call)
    except WorkbookMissing:
        say("Thirty days to hear your customers. There is no workbook yet.")
    while True:
        name = ask("Your name, as your colleagues know you?")
        organisation = ask("The company or team?")
        start = ask("The first day? Such as today, monday, 2026-10-05. Enter: today.")
        words = ["start", "--name", name, "--organisation", organisation]
        if attempt(partial(_run, call, [*words, "--from", start or "today"])):
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
    word, _, rest = typed.partition(" ")
    word = word.lower()
    if word == "?" or word not in _DOES:
        say(*(f"{name or 'Enter'}: {meaning}." for name, meaning in WORDS.items()))
        return
    _DOES[word](reset, rest.strip())


def _today(reset: Reset, _rest: str = "") -> None:
    page = today_page(reset)
    day = f"Day {page.day} of 30" if page.day else page.heading or "Not a day of the thirty"
    say(f"{day}. {page.on:%A} {page.on.day} {page.on:%B %Y}.")
    say(*(one_line(text) for text in (page.greeting, page.objective) if text))
    if page.next_step:
        minutes = count(page.next_step.minutes, "minute")
        say(f"Next: step {page.next_step.number}, {one_line(page.next_step.title)}, {minutes}.")
    say(f"{page.done} of {page.total} steps are done.")
    say(*(f"Due: {one_line(due.title)}, {due.who}, {due.due_on}." for due in page.due))


def _next_step(reset: Reset, _rest: str) -> None:
    step = today_page(reset).next_step
    if step is None:
        say("Every step is done.")
        return
    from cxreset.cli.read.worksheet import work_on

    work_on(reset, step)


def _step(reset: Reset, rest: str) -> None:
    from cxreset.cli.read.worksheet import work_on

    work_on(reset, reset.pack.step(rest or ask("Which step? Such as 1.1.")))


def _win(reset: Reset, _rest: str) -> None:
    say(f"Now: {one_line(reset.daily.win(reset.today)) or 'nothing yet'}.")
    words = ask("One thing that went well today? Enter keeps it.")
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

    work_on_list("Journal", JournalSheet(reset))


def _actions(reset: Reset, _rest: str) -> None:
    from cxreset.cli.read.worksheet import work_on_list
    from cxreset.tui.screens.actions.sheet import AllActions

    work_on_list("Actions", AllActions(reset))


def _share(reset: Reset, _rest: str) -> None:
    """Choose what and in which form, name a file, and have it written."""
    from cxreset.cli.parser import parse
    from cxreset.sharing.subjects import FORMS, SUBJECTS

    names = list(SUBJECTS)
    what = choose("What is to be shared?", [f"{SUBJECTS[one].label}" for one in names])
    if what is None:
        return
    forms = SUBJECTS[names[what]].forms
    form = choose("In which form?", [f"{FORMS[one].name}. {FORMS[one].missing}" for one in forms])
    path = ask("The file or folder to write? Enter leaves it.") if form is not None else ""
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
    say(f"Undone: {one_line(name)}." if name else "There is nothing to undo.")


_DOES: dict[str, Callable[[Reset, str], None]] = {
    "": _next_step, "today": _today, "step": _step, "win": _win, "practice": _practice,
    "practices": _practices,
    "checkup": _checkup, "journal": _journal, "actions": _actions, "share": _share,
    "show": _show, "undo": _undo,
}  # fmt: skip
