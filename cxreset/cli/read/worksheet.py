"""Any worksheet of records, read out and filled in a line at a time."""

from __future__ import annotations

from functools import partial
from typing import Any

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.cli.read.comments import read_comments
from cxreset.cli.read.dialogue import BACK, ask, attempt, say, yes
from cxreset.cli.read.fields import answer_of, ask_fields, asked
from cxreset.programme.model import Step
from cxreset.reset.progress import unfinished
from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from cxreset.tui.worksheets import worksheet_for
from cxreset.tui.worksheets.listen.review_list import CommentsSheet
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.form import RecordForm
from cxreset.tui.worksheets.parts.new_line import NewLine
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import Below

Part = tuple[str, Worksheet]


def parts_of(reset: Reset, step: Step) -> list[Part]:
    """The parts of a step's worksheet, each with its name; a whole one has the step's."""
    whole = worksheet_for(reset, step)
    parts: tuple[tuple[str, type[Worksheet]], ...] = getattr(whole, "parts", ())
    return [(_(name), part(reset, step)) for name, part in parts] or [(step.title, whole)]


def lines_of(part: Worksheet) -> list[Any]:
    """A part's lines, in its order."""
    if isinstance(part, RecordSheet):
        return part.lines()
    return [part.row()] if isinstance(part, RecordForm) else []


def line_text(part: Worksheet, row: Any) -> str:
    """A line in one sentence: its id, and what its fields say."""
    answers = [
        f"{_(question.label)}: {answer}"
        for column, question in asked(part, row)
        if (answer := answer_of(part, question, getattr(row, column)))
    ]
    ref = f"{row.ref}. " if getattr(row, "prefix", "") else ""
    return f"{ref}{'; '.join(answers) or _('Nothing is written yet')}."


def part_text(part: Worksheet) -> list[str]:
    """All lines of a part."""
    lines = lines_of(part)
    if not lines and isinstance(part, RecordSheet):
        return [_("Nothing is here yet.")]
    return [line_text(part, row) for row in lines]


# -- filling in


def work_on(reset: Reset, step: Step) -> None:
    """A step: its worksheet part by part, what is open, and its tick."""
    say(_("Step {number}, {title}.").format(number=step.number, title=one_line(step.title)))
    for name, part in parts_of(reset, step):
        _part(reset, name, part)
    if not step.worksheet:
        _prompts(reset, step)
    missing = unfinished(reset, step)
    say(*(map(_, missing) if missing else (_("Nothing looks unfinished here."),)))
    if step.id in reset.daily.ticks():
        say(_("This step is ticked."))
    elif yes(_("Tick this step?")):
        tick(reset, step.id)
        say(_("Ticked {number}.").format(number=step.number))


def _part(reset: Reset, name: str, part: Worksheet) -> None:
    if isinstance(part, CommentsSheet):
        read_comments(reset)
    elif isinstance(part, RecordForm):
        say(f"{name}.")
        ask_fields(part, part.row(), part.keep)
    elif isinstance(part, RecordSheet):
        work_on_list(name, part)


def work_on_list(name: str, part: RecordSheet) -> None:
    """A list: read it out, change a line, add one, remove one, until that is enough."""
    while True:
        lines = part.lines()
        say(f"{name}. {(count(len(lines), 'line') if lines else _('No line yet'))}.")
        say(*(f"{number}. {line_text(part, row)}" for number, row in enumerate(lines, 1)))
        new = _("n adds one, r and a number removes one, ") if part.can_add else ""
        typed = ask(_("A line's number changes it, {new}Enter goes on.").format(new=new))
        if not typed or typed == BACK:
            return
        if typed.lower() == "n" and part.can_add:
            _add(part)
        elif typed.lower().startswith("r") and part.can_add:
            _remove(part, lines, typed[1:])
        else:
            _change(part, lines, typed)


def _pick(lines: list[Any], typed: str) -> Any | None:
    typed = typed.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(lines):
        return lines[int(typed) - 1]
    say(_("There is no line {typed} here.").format(typed=repr(typed)))
    return None


def _change(part: RecordSheet, lines: list[Any], typed: str) -> None:
    row = _pick(lines, typed)
    if row is None:
        return
    ask_fields(part, row, lambda column, value: part.keep(row.key, column, value))
    _add_below(part, row.key)


def _add_below(part: RecordSheet, key: int) -> None:
    while part.below is not None:
        typed = ask(_("{label}? Enter: none.").format(label=_(part.below.label)))
        if not typed or typed == BACK:
            return
        attempt(partial(_say_added, part.below, part, key, typed))
        if typed.lower() in ("yes", "y", _("yes"), _("yes")[0]):
            return


def _say_added(below: Below, part: RecordSheet, key: int, typed: str) -> None:
    say(below.add(part, key, typed))


def _add(part: RecordSheet) -> None:
    record = part.fresh()
    new = NewLine(record, part.store_new, part.keep)
    ask_fields(part, part.as_row(record), new.keep)
    if new.key is None:
        say(_("Nothing was said, so nothing was added."))
        return
    say(_("Stored."))
    _add_below(part, new.key)


def _remove(part: RecordSheet, lines: list[Any], typed: str) -> None:
    row = _pick(lines, typed)
    if row is None:
        return
    say(line_text(part, row), part.removal(row))
    if yes(_("Remove it?")) and attempt(lambda: part.reset.book.remove(part.table, row.key)):
        say(_("Removed. cxreset undo brings it back."))


def _prompts(reset: Reset, step: Step) -> None:
    """A step without a worksheet of its own: its questions."""
    answers = reset.daily.answers(step.id)
    for prompt in step.prompts:
        say(
            prompt.text,
            _("Now: {answers}.").format(
                answers=one_line(answers.get(prompt.key, "")) or _("nothing yet")
            ),
        )
        typed = ask(_("Your answer? Enter keeps it."))
        if typed:
            reset.daily.answer(step.id, prompt.key, typed)
