"""What a worksheet says of its list's columns and its form's fields, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from cxreset.base.language.words import N_, _
from cxreset.programme.dates import parse_date
from cxreset.tui.widgets.fields.choice import SCALE, YES_NO, Value
from cxreset.tui.widgets.fields.comment_ids import CommentIdsField
from cxreset.tui.widgets.fields.field import Field, LineField
from cxreset.tui.widgets.fields.pick_fields import ChoiceField, RefField, TextField
from cxreset.tui.widgets.fields.value_fields import DateField, NumberField, whole_number
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.workbook.book import Workbook


class ListColumn(NamedTuple):
    """A column of the list; width 0 takes what the others leave, figures stand at the right."""

    title: str
    width: int
    cell: Callable[[Any], str]
    right: bool = False


class Question(NamedTuple):
    """What a field asks, for whoever has no screen: one line in, a value out.

    `read` makes a value of what was typed, or raises CxresetError with a sentence. Where there are
    `options`, (what it is called, value), one of them is chosen by its number instead.
    """

    label: str
    read: Callable[[Worksheet, str], Any]
    hint: str = ""
    options: Callable[[Worksheet], Sequence[tuple[str, Value]]] | None = None


class FieldSpec(NamedTuple):
    """A field of the form: which column of the table, how to make it, and what it asks."""

    column: str
    make: Callable[[Worksheet], Field]
    question: Question


class Below(NamedTuple):
    """What can be added under a line: what is asked, and what makes something of the answer.

    `add` takes the worksheet, the line's number and what was typed; it answers with a sentence.
    """

    label: str
    add: Callable[[Worksheet, int, str], str]


def _as_typed(sheet: Worksheet, typed: str) -> str:
    return typed.strip()


def line(column: str, label: str, hint: str = "") -> FieldSpec:
    question = Question(label, _as_typed, hint)
    return FieldSpec(column, lambda sheet: LineField(label, hint=hint), question)


def comment_ids(column: str, label: str, hint: str = "") -> FieldSpec:
    """A line that names comments; ids that are not there are said, others can be picked."""

    def make(sheet: Worksheet) -> Field:
        def known(ids: Sequence[int]) -> set[int]:
            return {comment.id for comment in sheet.reset.comments.page(ids)}

        return CommentIdsField(label, known, hint=hint)

    return FieldSpec(column, make, Question(label, _as_typed, hint))


def text(column: str, label: str, hint: str = "") -> FieldSpec:
    question = Question(label, _as_typed, hint)
    return FieldSpec(column, lambda sheet: TextField(label, hint=hint), question)


def scale(column: str, label: str, ends: tuple[str, str] = ("", "")) -> FieldSpec:
    def named(sheet: Worksheet) -> Sequence[tuple[str, Value]]:
        low, high = (_(end).strip() for end in ends)
        return ((f"1 {low}".strip(), 1), ("2", 2), ("3", 3), ("4", 4), (f"5 {high}".strip(), 5))

    question = Question(label, _as_typed, options=named)
    return FieldSpec(column, lambda sheet: ChoiceField(label, SCALE, ends=ends), question)


def yes_no(column: str, label: str) -> FieldSpec:
    question = _one_of(label, YES_NO)
    return FieldSpec(column, lambda sheet: ChoiceField(label, YES_NO), question)


def choice(
    column: str, label: str, options: Sequence[tuple[Value, str]], *, optional: bool = True
) -> FieldSpec:
    question = _one_of(label, options)
    return FieldSpec(column, lambda sheet: ChoiceField(label, options, optional=optional), question)


def _one_of(label: str, options: Sequence[tuple[Value, str]]) -> Question:
    turned = [(name.strip(), value) for value, name in options]
    return Question(label, _as_typed, options=lambda sheet: turned)


def day(column: str, label: str) -> FieldSpec:
    def read(sheet: Worksheet, typed: str) -> date | None:
        return parse_date(typed, sheet.reset.today) if typed.strip() else None

    return FieldSpec(
        column,
        lambda sheet: DateField(label, lambda typed: parse_date(typed, sheet.reset.today)),
        Question(label, read, N_("2026-10-02, tomorrow, friday")),
    )


def number(column: str, label: str, hint: str = "") -> FieldSpec:
    question = Question(label, lambda sheet, typed: whole_number(typed), hint)
    return FieldSpec(column, lambda sheet: NumberField(label, hint=hint), question)


def tie(
    column: str,
    label: str,
    source: Callable[[Workbook], Sequence[tuple[str, int]]],
    nothing: str = N_("not tied yet"),
) -> FieldSpec:
    return FieldSpec(
        column,
        lambda sheet: RefField(label, lambda: source(sheet.reset.book), nothing=nothing),
        Question(label, _as_typed, options=lambda sheet: source(sheet.reset.book)),
    )
