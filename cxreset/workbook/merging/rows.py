"""One row of two versions: what it is in the merged workbook, and what could not be both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cxreset.workbook.merging.layout import Table

Value = str | int | float | bytes | None
Row = Mapping[str, Value]


class Kept(NamedTuple):
    """A value of the other version that has no room in the merged row: to be told, not lost."""

    table: str
    key: tuple[Value, ...]
    column: str
    value: Value


def merged(
    table: Table, ours: Row, theirs: Row, base: Row | None
) -> tuple[dict[str, Value], list[Kept]]:
    """The columns of `ours` that change, and what of `theirs` could not be taken in.

    A column that only one version changed since `base` is as that version has it. Where both did,
    or no base is known, free text of both stands there, one after the other; of other values ours.
    """
    changes: dict[str, Value] = {}
    kept: list[Kept] = []
    for column in table.values:
        mine, other = ours[column], theirs[column]
        if mine == other or (base is not None and other == base[column]):
            continue
        if is_blank(other) and base is None:
            continue
        if is_blank(mine) or (base is not None and mine == base[column]):
            changes[column] = other
        elif column in table.prose:
            changes[column] = joined(str(mine), str(other))
        else:
            key = tuple(ours[name] for name in table.keys)
            kept.append(Kept(table.name, key, column, other))
    return {name: value for name, value in changes.items() if value != ours[name]}, kept


def joined(mine: str, other: str) -> str:
    """Both texts, once where one holds the other."""
    if other in mine:
        return mine
    if mine in other:
        return other
    between = "\n" if "\n" in mine or "\n" in other else " / "
    return f"{mine}{between}{other}"


def is_same_thing(table: Table, ours: Row, theirs: Row) -> bool:
    """Do two rows under one number, of no known base, speak of one thing?

    They do when they belong to the same and their first text is the same.
    """
    if any(ours[column] != theirs[column] for column in table.references):
        return False
    named_by = [column for column in table.values if column in table.prose][:1] or table.values
    return all(ours[column] == theirs[column] for column in named_by)


def is_blank(value: Value) -> bool:
    """Does it say nothing?"""
    return value is None or (isinstance(value, str) and not value.strip())
