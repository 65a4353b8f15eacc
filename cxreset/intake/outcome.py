"""What becomes of each row of a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from cxreset.base.channels import Channel
from cxreset.intake.shape.table import Refusal

Reason = Literal["empty", "no answer", "company", "notice", "trial", "header", "total"]


class Item(NamedTuple):
    """One comment. `row_number` counts the rows under the header from 1, blank lines left out.

    `text` is the body, or the title where there is no body; never empty. `title` is also kept on
    its own. `received_on` is `approximate` where the file says no day, or counts back from today
    ("6 days ago"). `rating` is the number as written, on whatever scale the file uses. `cells` are
    the whole row untouched, in the order of `header`; where a row has several columns of words each
    comment holds its own of them.
    """

    row_number: int
    text: str
    title: str
    received_on: date | None
    channel: Channel
    rating: float | None
    customer: str
    category: str
    header: Sequence[str]
    cells: Sequence[str]
    approximate: bool = False

    @property
    def raw(self) -> dict[str, str]:
        """The row by column name."""
        return dict(zip(self.header, self.cells, strict=True))


Fields = tuple[int, str, date | None, str, float | None, str, str, Sequence[str], str, bool]
"""One comment in the order of `Comments`."""


class Comments(NamedTuple):
    """Several comments, column by column: the n-th of each list is of the n-th comment.

    Their `cells` are in the order of the file's header, blank for another comment's words. A title
    that is all the words there are is not repeated.
    """

    row_numbers: Sequence[int]
    texts: Sequence[str]
    days: Sequence[date | None]
    channels: Sequence[str]
    ratings: Sequence[float | None]
    customers: Sequence[str]
    categories: Sequence[str]
    cells: Sequence[Sequence[str]]
    titles: Sequence[str]
    approximate: Sequence[bool]


class Passed(NamedTuple):
    """A row that holds no customer's words, and why.

    `empty`: no words. `no answer`: only "N/A" and the like. `company`: said by the company in a
    conversation. `notice`: a chat's own, or a picture. `trial`: a preview or test of a survey by
    those who made it. `header`: the header once more. `total`: a sum below a report.
    """

    row_number: int
    reason: Reason


Outcome = Item | Passed | Refusal
