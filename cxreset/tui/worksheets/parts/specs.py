"""What a worksheet says of its list's columns and its form's fields, one line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from cxreset.programme.dates import parse_date
from cxreset.tui.widgets.fields.choice import SCALE, YES_NO, Value
from cxreset.tui.widgets.fields.field import Field, LineField
from cxreset.tui.widgets.fields.pick_fields import ChoiceField, RefField, TextField
from cxreset.tui.widgets.fields.value_fields import DateField, NumberField
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.workbook.book import Workbook


class ListColumn(NamedTuple):
    """A column of the list; width 0 takes what the others leave."""

    title: str
    width: int
    cell: Callable[[Any], str]


class FieldSpec(NamedTuple):
    """A field of the form: which column of the table, and how to make it."""

    column: str
    make: Callable[[Worksheet], Field]


def line(column: str, label: str, hint: str = "") -> FieldSpec:
    return FieldSpec(column, lambda sheet: LineField(label, hint=hint))


def text(column: str, label: str, hint: str = "") -> FieldSpec:
    return FieldSpec(column, lambda sheet: TextField(label, hint=hint))


def scale(column: str, label: str, ends: tuple[str, str] = ("", "")) -> FieldSpec:
    return FieldSpec(column, lambda sheet: ChoiceField(label, SCALE, ends=ends))


def yes_no(column: str, label: str) -> FieldSpec:
    return FieldSpec(column, lambda sheet: ChoiceField(label, YES_NO))


def choice(
    column: str, label: str, options: Sequence[tuple[Value, str]], *, optional: bool = True
) -> FieldSpec:
    return FieldSpec(column, lambda sheet: ChoiceField(label, options, optional=optional))


def day(column: str, label: str) -> FieldSpec:
    return FieldSpec(
        column, lambda sheet: DateField(label, lambda typed: parse_date(typed, sheet.reset.today))
    )


def number(column: str, label: str, hint: str = "") -> FieldSpec:
    return FieldSpec(column, lambda sheet: NumberField(label, hint=hint))


def tie(
    column: str,
    label: str,
    source: Callable[[Workbook], Sequence[tuple[str, int]]],
    nothing: str = "not tied yet",
) -> FieldSpec:
    return FieldSpec(
        column, lambda sheet: RefField(label, lambda: source(sheet.reset.book), nothing=nothing)
    )
