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
        rows = file.connection.execute(
            "SELECT f.id, f.rating, ifnull(b.scale, ''), f.received_on, f.channel,"
            " ifnull(b.file_name, ''), f.preventable FROM feedback f"
            " LEFT JOIN import_batch b ON b.id = f.batch_id WHERE f.id % ? = 0 ORDER BY f.id",
            (every,),
        )
        days, made = _Days({None: None}), CommentColumns._make
        return [
            made((number, rating, scale, days[day], channel, source, judged))  # judged: 1, 0, None
            for number, rating, scale, day, channel, source, judged in rows
        ]


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
