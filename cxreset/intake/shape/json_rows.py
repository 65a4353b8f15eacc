"""Rows out of JSON values: where in a document they are, and each flattened to named cells."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from cxreset.intake.columns.wording import best_text_score
from cxreset.intake.speakers.turns import split_turns
from cxreset.intake.values.words import storable

COLUMN_LIMIT = 300  # columns; what a row has beyond them stands in a last one
REST = "other fields"
PLAIN = "text"  # the column of values that are no objects
JUDGED = 100  # rows of each place looked at
DEPTH = 30

Cells = dict[str, str]
KeyPath = tuple[str, ...]  # keys from the top; "[]" steps into the items of a list


def as_text(value: object) -> str:
    """A value as a cell shows it: nothing for null, a list of words with commas, the rest JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        prose = any(len(each) > 40 or ": " in each for each in value)
        return storable(("\n" if prose else ", ").join(value))
    return storable(json.dumps(value, ensure_ascii=False))


def flat(value: object, prefix: str = "", depth: int = 0) -> Cells:
    """One row: nested objects as dotted names, conversations as columns of their speakers' turns.

    Raises RecursionError for a value nested beyond reason.
    """
    if not isinstance(value, Mapping):
        return {prefix or PLAIN: as_text(value)}
    cells: Cells = {}
    for key, inner in value.items():
        name = f"{prefix}.{storable(key)}" if prefix else storable(key)
        if isinstance(inner, Mapping) and inner and depth < DEPTH:
            more = flat(inner, name, depth + 1)
        elif isinstance(inner, list) and (turns := split_turns(name, inner)) is not None:
            more = {column: storable(words) for column, words in turns.items()}
        else:
            more = {name: as_text(inner)}
        for column, cell in more.items():
            _put(cells, column, cell)
    return cells


def _put(cells: Cells, column: str, cell: str) -> None:
    """`a.b` may be a name and a nesting in one object: the second is told apart."""
    free, again = column, 2
    while free in cells:
        free, again = f"{column} ({again})", again + 1
    cells[free] = cell


def rows_at(document: object, position: KeyPath, owned: bool = True) -> Iterator[object]:
    """The items of the list at `place`; a nested list's items carry their owners' own fields,
    unless `owned` is False.
    """
    yield from _walk(document, position, (), {} if owned else None)


def _walk(
    value: object, position: KeyPath, done: KeyPath, owners: dict[str, Any] | None
) -> Iterator[object]:
    if not position:
        if owners and isinstance(value, Mapping):
            yield {**value, **{key: field for key, field in owners.items() if key not in value}}
        else:
            yield value
    elif position[0] == "[]" and isinstance(value, list):
        for item in value:
            yield from _walk(item, position[1:], (*done, "[]"), owners)
    elif isinstance(value, Mapping) and position[0] in value:
        name = ".".join(key for key in done if key != "[]")
        if "[]" in done and owners is not None:
            plain = {
                f"{name}.{key}" if name else key: field
                for key, field in value.items()
                if not isinstance(field, list | Mapping)
            }
            owners = owners | plain
        yield from _walk(value[position[0]], position[1:], (*done, position[0]), owners)


def positions(document: object) -> list[KeyPath]:
    """Where in `document` there are lists that could be the rows; at least one place."""
    found: dict[KeyPath, None] = {}
    _search(document, (), found)
    return list(found) or [()]


def _search(value: object, at: KeyPath, found: dict[KeyPath, None]) -> None:
    if len(at) > 12 or len(found) > 200:
        return
    if isinstance(value, Mapping):
        for key, inner in list(value.items())[:COLUMN_LIMIT]:
            if isinstance(inner, Mapping):
                _search(inner, (*at, key), found)
            elif isinstance(inner, list) and inner and not split_turns(str(key), inner):
                objects = sum(isinstance(each, Mapping) for each in inner[:JUDGED])
                # A list of words inside an item is a field of it (tags), not rows.
                if objects or "[]" not in at:
                    found[(*at, key, "[]")] = None
                for item in inner[:JUDGED]:
                    _search(item, (*at, key, "[]"), found)
    elif isinstance(value, list) and not at:
        found[("[]",)] = None
        for item in value[:JUDGED]:
            _search(item, ("[]",), found)


def best_path(document: object) -> KeyPath:
    """The place whose rows read most like feedback; the top itself for a single conversation."""
    candidates = positions(document)
    if isinstance(document, Mapping) and () not in candidates:
        candidates.append(())
    scored = [(_score(document, position), -at) for at, position in enumerate(candidates)]
    return candidates[-max(scored)[1]]


def _score(document: object, position: KeyPath) -> float:
    rows: list[Cells] = []
    number = 0
    # Without what an order says of itself: its line items are no comments.
    for item in rows_at(document, position, owned=False):
        number += 1
        if len(rows) < JUDGED:
            rows.append(flat(item))
    header = list(dict.fromkeys(name for row in rows for name in row))[:COLUMN_LIMIT]
    if not header:
        return 0.0
    cells = [[row.get(name, "") for name in header] for row in rows]
    # The root of lists holds each whole list as one cell; such a cell is no comment.
    bare = [[("" if cell[:2] in ("[{", '{"') else cell) for cell in row] for row in cells]
    return max(0.0, best_text_score(header, bare)) * math.sqrt(number) + 1e-6 * number


def by_columns(document: object) -> list[dict[str, Any]] | None:
    """Rows of a document that is written column by column, or one object a key; else None.

    `{"text": {"0": …, "1": …}}`, `{"text": [… , …], "date": [… , …]}`, `{"17": {…}, "18": {…}}`.
    """
    if not isinstance(document, Mapping) or not document:
        return None
    values = list(document.values())
    if all(isinstance(value, Mapping) for value in values):
        keys = list(values[0])
        numbered = bool(keys) and all(key.isdecimal() for key in keys)
        if numbered and all(list(value) == keys for value in values):
            return [{name: column[key] for name, column in document.items()} for key in keys]
        alike = len(values) > 1 and all(set(value) & set(keys) for value in values)
        if alike and not any(isinstance(f, list | Mapping) for v in values for f in v.values()):
            return [{"key": key, **value} for key, value in document.items()]
        return None
    if len(values) > 1 and all(isinstance(value, list) for value in values):
        lengths = {len(value) for value in values}
        plain = not any(isinstance(each, list | Mapping) for value in values for each in value)
        if len(lengths) == 1 and plain:
            return [dict(zip(document, row, strict=True)) for row in zip(*values, strict=True)]
    return None


class Header:
    """The columns of all rows in the order they appear, COLUMN_LIMIT at most."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.rest = False

    def add(self, cells: Cells) -> None:
        """Take note of a row's names."""
        for name in cells:
            if name not in self.names:
                if len(self.names) < COLUMN_LIMIT:
                    self.names[name] = len(self.names)
                else:
                    self.rest = True

    def all(self) -> tuple[str, ...]:
        """The names as they are, before they are made unique and showable."""
        return (*self.names, *([REST] if self.rest else []))

    def row(self, cells: Cells) -> list[str]:
        """A row in the order of the columns; what has no column of its own is in the last."""
        line = [""] * (len(self.names) + self.rest)
        rest: Cells = {}
        for name, cell in cells.items():
            at = self.names.get(name)
            if at is None:
                rest[name] = cell
            else:
                line[at] = cell
        if rest and self.rest:
            line[-1] = json.dumps(rest, ensure_ascii=False)
        return line
