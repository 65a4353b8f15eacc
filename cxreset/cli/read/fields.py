"""A worksheet's fields as questions, from the same description as the fields on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from cxreset.base.day_words import whole_day
from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.cli.read.dialogue import BACK, CLEAR, ask, attempt, say
from cxreset.tui.widgets.fields.choice import Value
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.form import RecordForm
from cxreset.tui.worksheets.parts.record_list import RecordList
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, Question

HOW = N_("Enter keeps an answer, {clear} empties it, {back} leaves the rest as it is.")

Keep = Callable[[str, Any], None]


class Asked(NamedTuple):
    """A field in one line: its column and its question, called as this line calls it."""

    column: str
    question: Question


def asked(sheet: Worksheet, row: Any) -> Iterator[Asked]:
    """What is asked of a line, in order."""
    if not isinstance(sheet, RecordSheet | RecordForm):
        return
    by_key = sheet.by_key if isinstance(sheet, RecordList) else ()
    labels = sheet.labels(row) if isinstance(sheet, RecordList) else {}
    specs: tuple[FieldSpec, ...] = (*sheet.fields, *by_key)
    for spec in specs:
        label = labels.get(spec.column, spec.question.label)
        if label:
            yield Asked(spec.column, spec.question._replace(label=label))


def answer_of(sheet: Worksheet, question: Question, value: Any) -> str:
    """A stored value in words; empty when nothing is stored."""
    if question.options is not None:
        names = {one: _(name) for name, one in question.options(sheet)}
        return one_line(names.get(value, "" if value is None else str(value)))
    if isinstance(value, date):
        return whole_day(value, year=True)
    return "" if value is None else one_line(str(value))


def ask_fields(sheet: Worksheet, row: Any, keep: Keep) -> None:
    """Ask every field of a line, each stored as it is answered."""
    say(_(HOW).format(clear=CLEAR, back=BACK))
    for column, question in asked(sheet, row):
        if not _ask_field(sheet, question, getattr(row, column), partial(keep, column)):
            return


def _ask_field(
    sheet: Worksheet, question: Question, value: Any, keep: Callable[[Any], None]
) -> bool:
    """Ask until it is answered; False when the rest is to be left."""
    options = list(question.options(sheet)) if question.options is not None else None
    now = answer_of(sheet, question, value)
    hint = f" ({_(question.hint)})" if question.hint and not now else ""
    say(f"{_(question.label)}: {now or _('nothing yet')}.{hint}")
    if options is not None:
        say(*(f"{number}. {one_line(_(name))}" for number, (name, _value) in enumerate(options, 1)))
    while True:
        typed = ask(f"{_(question.label)}?")
        if typed == BACK:
            return False
        if not typed:
            return True
        if attempt(partial(_store, sheet, question, options, typed, keep)):
            return True


def _store(
    sheet: Worksheet,
    question: Question,
    options: list[tuple[str, Value]] | None,
    typed: str,
    keep: Callable[[Any], None],
) -> None:
    keep(_read(sheet, question, options, typed))


def _read(
    sheet: Worksheet, question: Question, options: list[tuple[str, Value]] | None, typed: str
) -> Any:
    """The value of what was typed; raises CxresetError with what is wanted instead."""
    if options is None:
        return question.read(sheet, "" if typed == CLEAR else typed)
    if typed == CLEAR:
        return None
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(options):
        return options[int(typed) - 1][1]
    named = [
        value
        for name, value in options
        if typed.casefold() in (name.casefold(), _(name).casefold())
    ]
    if named:
        return named[0]
    raise UsageError(
        _("A number from 1 to {options}, please, or {clear} for none.").format(
            options=len(options), clear=CLEAR
        )
    )
