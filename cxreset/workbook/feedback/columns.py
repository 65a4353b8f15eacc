"""What is stored of comments beside their words, for figures over all of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


class CommentColumns(NamedTuple):
    """One comment without its text. `source` is the file it came in, '' for one noted by hand.

    `scale` is what `rating` is of, such as `1-5`, '' when unknown.
    """

    id: int
    rating: float | None
    scale: str
    received_on: date | None
    channel: str
    source: str
    preventable: bool | None


def comment_columns(file: WorkbookFile, every: int = 1) -> list[CommentColumns]:
    """Every comment, by number; or one of `every` so many, those of `theme_items.feedback_items`.

    Raises WorkbookBusy or NotSaved as other reads do.
    """
    with guarded(file.path):
        batches = {
            number: (name, scale)
            for number, name, scale in file.connection.execute(
                "SELECT id, file_name, scale FROM import_batch"
            )
        }
        rows = file.connection.execute(
            "SELECT id, rating, received_on, channel, batch_id, preventable FROM feedback"
            " WHERE id % ? = 0 ORDER BY id",
            (every,),
        )
        days: dict[str | None, date | None] = {None: None}  # few, and each is made once
        found = []
        for number, rating, received_on, channel, batch_id, preventable in rows:
            if received_on not in days:
                days[received_on] = date.fromisoformat(received_on)
            source, scale = batches.get(batch_id, ("", ""))
            found.append(
                CommentColumns(
                    id=number,
                    rating=rating,
                    scale=scale,
                    received_on=days[received_on],
                    channel=channel,
                    source=source,
                    preventable=None if preventable is None else bool(preventable),
                )
            )
        return found


def tied_ids(file: WorkbookFile, pain_id: int) -> list[int]:
    """The numbers of the comments tied to a pain point, in their order."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT feedback_id FROM evidence WHERE pain_id = ? ORDER BY feedback_id", (pain_id,)
        ).fetchall()
    return [number for (number,) in rows]
