"""Which of the first rows are the header, and the one name each column gets from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.intake.columns.names import is_known_name
from cxreset.intake.columns.plain import simple
from cxreset.intake.values.cells import looks_like_data

Rows = Sequence[Sequence[str]]

# What survey tools write under a question that has a single answer cell.
_BARE_ANSWERS = {"", "response", "open ended response", "antwort", "reponse", "respuesta"}
_NAME_LIMIT = 500  # characters of a question that becomes a column's name


class Header(NamedTuple):
    """Unique column names, how many rows they took (0 = no header), what to tell the user."""

    names: tuple[str, ...]
    used: int
    notes: tuple[str, ...]


def read_header(rows: Rows, width: int) -> Header:
    """Names for `width` columns from the first of `rows` (the preamble already taken off)."""
    if not rows:
        return Header(unique_names([""] * width), 0, ())
    for used in (3, 2):
        if len(rows) >= used and _is_import_id_row(rows[used - 1]):
            names = _with_questions(rows[0], rows[1] if used == 3 else [], width)
            return Header(
                unique_names(names),
                used,
                (_("The first {used} rows were read as one header.").format(used=used),),
            )
    if len(rows) > 1 and _is_answer_row(rows[0], rows[1]):
        names = _question_and_answer(rows[0], rows[1], width)
        return Header(unique_names(names), 2, (_("The first 2 rows were read as one header."),))
    if _is_header(rows[0], rows[1:]):
        return Header(unique_names(_padded(rows[0], width)), 1, ())
    note = _("The file has no header, so its columns are called column 1, column 2 and so on.")
    return Header(unique_names([""] * width), 0, (note,))


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """`column 3` for an empty name; ` (2)` after one that is there already, case kept."""
    taken: set[str] = set()
    result: list[str] = []
    for number, raw in enumerate(names, 1):
        name = first = one_line(raw, _NAME_LIMIT) or f"column {number}"
        again = 2
        while name in taken:
            name, again = f"{first} ({again})", again + 1
        taken.add(name)
        result.append(name)
    return tuple(result)


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))][:width]


def _is_import_id_row(row: Sequence[str]) -> bool:
    """Qualtrics: a row of small JSON objects that name each column's ImportId."""
    filled = [cell for cell in row if cell.strip()]
    marked = sum(cell.lstrip().startswith("{") and '"ImportId"' in cell for cell in filled)
    return marked > 0 and marked * 2 >= len(filled)


def _with_questions(row: Sequence[str], questions: Sequence[str], width: int) -> list[str]:
    """`Q13: What did you miss?`; only `StartDate` where the second row says the same."""
    pairs = zip(_padded(row, width), _padded(questions, width), strict=True)
    return [
        name if not question.strip() or simple(name) == simple(question) else f"{name}: {question}"
        for name, question in pairs
    ]


def _is_answer_row(first: Sequence[str], second: Sequence[str]) -> bool:
    """SurveyMonkey: questions above, `Response` or the answer's name below, ids left blank."""
    below = [simple(cell) for cell in second]
    if not below or below[0] or any(looks_like_data(cell) for cell in second):
        return False
    answers = any(cell in _BARE_ANSWERS - {""} for cell in below)
    return answers or (any(below) and simple(first[0] if first else "") == "respondent id")


def _question_and_answer(first: Sequence[str], second: Sequence[str], width: int) -> list[str]:
    """A question spreads over the blank cells to its right, one a possible answer."""
    names: list[str] = []
    question = ""
    for above, below in zip(_padded(first, width), _padded(second, width), strict=True):
        question = above.strip() or (question if below.strip() else "")
        bare = simple(below) in _BARE_ANSWERS
        names.append(question if bare or not question else f"{question} - {below.strip()}")
        if not question:
            names[-1] = below.strip()
    return names


def _is_header(row: Sequence[str], below: Rows) -> bool:
    """Names rather than values: known ones, or unlike what stands below them.

    A wrong "yes" would swallow a comment, a wrong "no" only adds one; so a lone column needs a
    clear sign, while a table of several columns is taken to have a header unless something
    speaks against it.
    """
    filled = [(position, cell.strip()) for position, cell in enumerate(row) if cell.strip()]
    if not filled:
        return False
    if any(looks_like_data(cell) for _, cell in filled):
        return sum(is_known_name(cell) for _, cell in filled) * 2 > len(filled)
    if any(is_known_name(cell) for _, cell in filled):
        return True
    for position, cell in filled:
        column = [other[position].strip() for other in below if position < len(other)]
        words = [value for value in column if value]
        if cell in words:
            return False
        if words and sum(map(looks_like_data, words)) >= 0.8 * len(words):
            return True
        longest_name = len(cell) <= 40 and not cell.endswith((".", "!"))
        if longest_name and words and sum(map(len, words)) >= 2.5 * len(cell) * len(words):
            return True
    return len(row) > 1
