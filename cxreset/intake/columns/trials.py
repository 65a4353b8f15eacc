"""Rows of a survey that its makers filled in themselves, to try it: no customer's answers."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.intake.columns.names import last_part
from cxreset.intake.columns.plain import simple

_COLUMNS = ("status", "distribution channel", "response type", "collector type", "response status")
_TRIED = (
    *("preview", "survey preview", "offline survey preview", "preview response"),
    *("test", "survey test", "offline survey test", "test response", "test data"),
)
# Qualtrics writes its status as a number when choices are exported as values.
_NUMBERS = ("1", "2", "9", "17")


def trial_columns(export: tuple[str, str] | None, header: Sequence[str]) -> tuple[str, ...]:
    """The columns that may say so in `export`, a survey's (see `names.known_export`); else none."""
    if not export or export[1] != "survey":
        # of an export cut to a few columns, the header of two rows is left to tell
        return tuple(name for name in header if simple(name) == "status response type")
    return tuple(name for name in header if _kind(name) in _COLUMNS)


def is_trial(cell: str, column: str) -> bool:
    """Whether `cell` of one of the columns says that the row is a preview or a test."""
    spoken = simple(cell[:60])
    return spoken in _TRIED or (spoken in _NUMBERS and _kind(column) == "status")


def _kind(name: str) -> str:
    """`Status: Response Type`, as a column of two header rows is called, is a status."""
    first = simple(name.split(": ", 1)[0])
    return first if first in _COLUMNS else simple(last_part(name))
