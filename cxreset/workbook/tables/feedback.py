"""What customers said, the files it came in, and what it is evidence of."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from cxreset.workbook.tables.record import Record


class ImportBatch(Record, table=True):
    """A file that was imported. `scale` is that of its ratings, such as `1-5`; empty if unknown.

    `grouped`: False while comments that say nearly the same are still to be looked for. `columns`
    is the header of its rows, see `workbook/feedback/original.py`.
    """

    __tablename__ = "import_batch"
    file_name: str
    sha256: str
    imported_on: date
    channel: str
    text_column: str
    rows_read: int
    stored: int
    empty: int
    refused: int
    sheet: str = ""
    scale: str = ""
    personal: str = "kept"
    grouped: bool = True
    columns: str = ""


class Feedback(Record, table=True):
    """One thing one customer said (a verbatim), with where it came from.

    `group_id` is the number of the first comment that says the same; None for that first one, and
    for one that is alone. `apart`: taken out of its group by hand, never to join one again.
    `title` is the customer's own heading, or the question that is answered. `approximate`: the day
    is counted back from another, or the first of a week, month or quarter.
    """

    __tablename__ = "feedback"
    batch_id: int | None = Field(default=None, foreign_key="import_batch.id")
    row_number: int | None = None
    channel: str = "other"
    text: str
    received_on: date | None = None
    rating: float | None = None
    customer: str = ""
    category: str = ""
    preventable: bool | None = None
    seen: bool = False
    group_id: int | None = None
    apart: bool = False
    raw: str = ""
    title: str = ""
    approximate: bool = False


class Evidence(SQLModel, table=True):
    """Ties a comment to a pain point; a comment may speak of several."""

    __tablename__ = "evidence"
    pain_id: int = Field(primary_key=True, foreign_key="pain.id")
    feedback_id: int = Field(primary_key=True, foreign_key="feedback.id")


class ChannelSeen(SQLModel, table=True):
    """Whether the leader has read what came in by one channel."""

    __tablename__ = "channel_seen"
    channel: str = Field(primary_key=True)
    seen: bool = False
    note: str = ""
