"""What is done to comments that say the same is done to each of them: every one is a voice."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from cxreset.base.errors import NotSaved
from cxreset.base.language.words import _
from cxreset.base.text import count_in_english
from cxreset.workbook.feedback import evidence
from cxreset.workbook.feedback.comments import CommentRepository


def tie(repository: CommentRepository, numbers: Sequence[int], pain_id: int, *, tied: bool) -> None:
    """Tie these comments to a pain or untie them, as one change; who ties a comment has read it.

    Raises NotSaved when none of them is there any more, as the others here do.
    """
    change = evidence.tie if tied else evidence.untie
    with repository.file.transaction(_name("tied" if tied else "untied", numbers)) as connection:
        _set(connection, numbers, "seen = 1")
        change(connection, pain_id, numbers)


def judge(repository: CommentRepository, numbers: Sequence[int], preventable: bool | None) -> None:
    """Mark them preventable, not preventable, or (None) not judged; judging is reading."""
    value = "NULL" if preventable is None else str(int(preventable))
    with repository.file.transaction(_name("judged", numbers)) as connection:
        _set(connection, numbers, f"preventable = {value}, seen = 1")


def see(repository: CommentRepository, numbers: Sequence[int]) -> None:
    """They were read."""
    with repository.file.transaction() as connection:
        _set(connection, numbers, "seen = 1")


def _name(what: str, numbers: Sequence[int]) -> str:
    """For undo: of one comment the change itself says more."""
    return f"{what} {count_in_english(len(numbers), 'comment')}" if len(numbers) > 1 else ""


def _set(connection: sqlite3.Connection, numbers: Sequence[int], values: str) -> None:
    changed = connection.executemany(
        f"UPDATE feedback SET {values} WHERE id = ?",  # noqa: S608
        [(number,) for number in numbers],
    ).rowcount
    if changed < 1:
        raise NotSaved(_("That comment is no longer in the workbook."))
