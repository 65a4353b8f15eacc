"""The comments of a workbook as the values that themes are suggested from."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.workbook.feedback.counts import channel_counts
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

SAMPLED = 60_000
"""Comments of which all are taken; the words of more would take too long, and too much room."""
READABLE = 110
"""Characters: long enough to say what happened, short enough to be read in one breath."""


class FeedbackItem(NamedTuple):
    """One comment: its number, what the customer said, and where that stands.

    `category` is the file's own reason, '' without one; `source` the file's name, '' for what was
    captured by hand. `row` counts the rows under the header from 1, as the import's report does.
    `rating` is on the scale `scale`, such as `1-5`; None and '' without one.
    """

    id: int
    text: str
    category: str
    channel: str
    source: str
    row: int | None
    rating: float | None = None
    scale: str = ""


def sampled_every(file: WorkbookFile) -> int:
    """Of how many comments `feedback_items` takes one: 1 up to SAMPLED comments."""
    with guarded(file.path):
        counts = channel_counts(file.connection)
    return max(1, -(-sum(total for total, _ in counts.values()) // SAMPLED))


def feedback_items(file: WorkbookFile) -> list[FeedbackItem]:
    """The comments in the order they came: all, or of very many an even sample, the same each time.

    Raises WorkbookBusy or NotSaved as other reads do.
    """
    every = sampled_every(file)
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT f.id, f.text, f.category, f.channel, coalesce(b.file_name, ''), f.row_number,"
            " f.rating, coalesce(b.scale, '')"
            " FROM feedback f LEFT JOIN import_batch b ON b.id = f.batch_id"
            " WHERE f.id % ? = 0 ORDER BY f.id",
            (every,),
        )
        return [FeedbackItem._make(row) for row in rows]


class TiedItem(NamedTuple):
    """A comment tied to a pain point. `group` is the same for those that say the same."""

    id: int
    text: str
    category: str
    channel: str
    source: str
    rating: float | None
    scale: str
    group: int


def tied_items(file: WorkbookFile, pain_id: int, limit: int = -1) -> list[TiedItem]:
    """The comments tied to a pain point: the one chosen as its quote, then those nearest to
    READABLE characters.

    `limit` is how many at most; -1 is no limit. Raises as `feedback_items` does.
    """
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT f.id, f.text, f.category, f.channel, coalesce(b.file_name, ''), f.rating,"
            " coalesce(b.scale, ''), coalesce(f.group_id, f.id)"
            " FROM evidence e JOIN feedback f ON f.id = e.feedback_id"
            " JOIN pain p ON p.id = e.pain_id"
            " LEFT JOIN import_batch b ON b.id = f.batch_id WHERE e.pain_id = ?"
            " ORDER BY f.id IS p.quote_id DESC, abs(length(f.text) - ?), f.id LIMIT ?",
            (pain_id, READABLE, limit),
        )
        return [TiedItem._make(row) for row in rows]


class FeedbackStamp(NamedTuple):
    """Changes whenever the comments do: how many, the last number (None for none), all lengths."""

    comments: int
    last_id: int | None
    characters: float


def feedback_stamp(file: WorkbookFile) -> FeedbackStamp:
    """The stamp of the comments as they are now."""
    with guarded(file.path):
        row = file.connection.execute(
            "SELECT count(*), max(id), total(length(text)) FROM feedback"
        ).fetchone()
    return FeedbackStamp(*row)
