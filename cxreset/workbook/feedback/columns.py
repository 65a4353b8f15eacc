"""What is stored of comments beside their words, for figures over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


class CommentColumns(NamedTuple):
    """All comments without their texts, column by column: a number, a rating … at each position.

    `sources` are the files they came in, '' for one noted by hand; `scales` what the ratings are
    of, such as `1-5`, '' when unknown. Columns, because a hundred thousand small records would
    take longer to make than to read.
    """

    ids: Sequence[int]
    ratings: Sequence[float | None]
    scales: Sequence[str]
    days: Sequence[date | None]
    channels: Sequence[str]
    sources: Sequence[str]
    preventable: Sequence[bool | None]


def rating_counts(file: WorkbookFile) -> dict[tuple[float | None, str], int]:
    """How many comments have each (rating, scale); None and '' without one.

    Raises WorkbookBusy or NotSaved as other reads do.
    """
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT f.rating, coalesce(b.scale, ''), count(*)"
            " FROM feedback f LEFT JOIN import_batch b ON b.id = f.batch_id GROUP BY 1, 2"
        ).fetchall()
    return {(rating, scale): number for rating, scale, number in rows}


def comment_columns(file: WorkbookFile, every: int = 1) -> CommentColumns:
    """Every comment, by number; or one of `every` so many, those of `theme_items.feedback_items`.

    Raises WorkbookBusy or NotSaved as other reads do.
    """
    with guarded(file.path):
        batches = file.connection.execute(
            "SELECT id, file_name, scale FROM import_batch"
        ).fetchall()
        rows = file.connection.execute(
            "SELECT id, rating, received_on, channel, batch_id, preventable FROM feedback"
            " WHERE id % ? = 0 ORDER BY id",
            (every,),
        ).fetchall()
    names = {None: "", **{number: name for number, name, _ in batches}}
    scales = {None: "", **{number: scale for number, _, scale in batches}}
    by_text = _Days({None: None})
    return CommentColumns(
        ids=[row[0] for row in rows],
        ratings=[row[1] for row in rows],
        scales=[scales[row[4]] for row in rows],
        days=[by_text[row[2]] for row in rows],
        channels=[row[3] for row in rows],
        sources=[names[row[4]] for row in rows],
        preventable=[row[5] for row in rows],
    )


class _Days(dict[str | None, date | None]):
    """Days by their text: few, and each is made once."""

    def __missing__(self, text: str) -> date:
        self[text] = day = date.fromisoformat(text)
        return day


def tied_ids(file: WorkbookFile, pain_id: int) -> list[int]:
    """The numbers of the comments tied to a pain point, in their order."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT feedback_id FROM evidence WHERE pain_id = ? ORDER BY feedback_id", (pain_id,)
        ).fetchall()
    return [number for (number,) in rows]
