"""Which comments are quoted for a pain point: the same ones in 1.2, the plan, slips and packs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from cxreset.base.paths import content_dir
from cxreset.base.text import one_line
from cxreset.insight.quotes import quotable, theme_drivers
from cxreset.programme.drivers import Driver, drivers_folder, drivers_named
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.theme_items import TiedItem, tied_items
from cxreset.workbook.storage.file import Revision
from cxreset.workbook.suggestions import themes_of
from cxreset.workbook.tables import Pain

LOOKED_AT = 400
"""Comments of one pain looked at: those of a readable length. All of them, when none complains."""


class Quotes:
    """The quotes of the pains of one workbook as it is now; made anew when it has changed."""

    def __init__(self, book: Workbook, content: Path | None = None) -> None:
        """`content` is the folder with the drivers; None for that of the content pack."""
        self._book, self._file = book, book.file
        self._content = content
        self._found: dict[int, list[TiedItem]] = {}

    def of(self, pain_id: int) -> list[int]:
        """Numbers of the comments that prove a pain, the most telling first; [] where none does.

        The one the leader chose comes before all. One of each group that says the same. It does not
        begin with the text that a chosen pain of a lower number begins with, unless it has no
        other. Raises as reads of the workbook do.
        """
        return [comment.id for comment in self._quotes(pain_id)]

    def _quotes(self, pain_id: int) -> list[TiedItem]:
        if pain_id not in self._found:
            taken = [self._lead(number) for number in self._chosen if number < pain_id]
            self._found[pain_id] = self._ranked(pain_id, taken)
        return self._found[pain_id]

    def _lead(self, pain_id: int) -> str:
        """What the first quote of a pain says; '' where nothing proves it."""
        first = self._quotes(pain_id)[:1]
        return first[0].text.strip() if first else ""

    @cached_property
    def _chosen(self) -> list[int]:
        return [pain.key for pain in self._book.rows(Pain, chosen=True)]

    @cached_property
    def _own(self) -> dict[int, int]:
        """Pain -> the comment the leader chose as its quote."""
        return {pain.key: pain.quote_id for pain in self._book.rows(Pain) if pain.quote_id}

    def _ranked(self, pain_id: int, taken: Sequence[str]) -> list[TiedItem]:
        themes = themes_of(self._file, pain_id)
        drivers = self._drivers(theme_drivers(themes))
        for limit in (LOOKED_AT, -1):
            comments = tied_items(self._file, pain_id, limit)
            order = quotable(comments, themes, drivers, taken)
            if order or len(comments) < LOOKED_AT:
                break
        by_id = {comment.id: comment for comment in comments}
        own = self._own.get(pain_id)
        if own in by_id:  # the leader's choice stands, and only while it is tied to the pain
            order = [own, *(number for number in order if number != own)]
        return _each_once([by_id[number] for number in order])

    def _drivers(self, ids: Sequence[str]) -> list[Driver]:
        if not ids:
            return []
        return drivers_named(drivers_folder(self._content or content_dir()), ids)


class LastingQuotes:
    """The quotes of the pains of a workbook, ranked once for as long as nobody writes to it."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._revision: Revision | None = None
        self._quotes = Quotes(book)
        self._found: dict[int, list[int]] = {}

    def of(self, pain_id: int) -> list[int]:
        """See `Quotes.of`."""
        revision = self._book.file.revision()
        if revision != self._revision:
            self._quotes, self._found, self._revision = Quotes(self._book), {}, revision
        if pain_id not in self._found:
            self._found[pain_id] = self._quotes.of(pain_id)
        return self._found[pain_id]


def _each_once(comments: Sequence[TiedItem]) -> list[TiedItem]:
    """The first of each group, and of those with the same words."""
    groups: set[int] = set()
    texts: set[str] = set()
    found = []
    for comment in comments:
        text = one_line(comment.text).casefold()
        if comment.group not in groups and text not in texts:
            found.append(comment)
        groups.add(comment.group)
        texts.add(text)
    return found
