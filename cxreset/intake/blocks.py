"""Rows into comments a block at a time, as an import takes them: column by column.

What most rows are (a day, and words that need nothing done to them) is told of a whole block by a
few passes over its columns; the other rows go one by one through `RowReader`. Each row is counted
in the report on its way, and what becomes of it is the same as with `read`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, islice
from operator import and_

from cxreset.intake.outcome import Comments, Fields, Item
from cxreset.intake.preview import Preview
from cxreset.intake.report import Report
from cxreset.intake.rows import RowReader
from cxreset.intake.shape.table import Refusal, Row
from cxreset.intake.values.ratings import is_open
from cxreset.intake.values.words import NO_ANSWER_LENGTH

BLOCK = 200  # rows: so few stay in the processor's cache


def comments(preview: Preview, report: Report) -> Iterator[Comments]:
    """Every comment of the file, in blocks, with all rows counted in `report`.

    Raises IntakeError as `read` does.
    """
    reader = _BlockReader(preview, report)
    rows = preview.table.rows()
    while block := list(islice(rows, BLOCK)):
        found = reader.block(block)
        if found.row_numbers:
            yield found


class _BlockReader(RowReader):
    """A RowReader that knows blocks of rows."""

    def block(self, rows: Sequence[Row | Refusal]) -> Comments:
        """The comments of some rows in their order."""
        if self._quick is None:
            return _by_column(self._one_by_one(rows))
        whole = rows if {*map(type, rows)} == {Row} else [row for row in rows if type(row) is Row]
        if not whole:
            return _by_column(self._one_by_one(rows))
        numbers, cells = zip(*whole, strict=True)
        plain = self._sure(cells, *self._quick)
        if all(plain) and len(whole) == len(rows):
            return self._all_at_once(numbers, cells, *self._quick)
        taken = {*compress(numbers, plain)}
        others = self._one_by_one([row for row in rows if row[0] not in taken])
        if not taken:
            return _by_column(others)
        found = self._all_at_once(
            [*compress(numbers, plain)], [*compress(cells, plain)], *self._quick
        )
        return _merged(found, others)

    def _sure(self, rows: Sequence[Sequence[str]], chief: int, day: int) -> list[bool]:
        """Which rows are a comment beyond doubt: they hold a day, words that need nothing done to
        them, and a rating or none."""
        texts = [cells[chief] for cells in rows]
        like_header, nothing = len(self._header[chief]), self._nothing
        plain = _are_bare(texts)
        for at, size in enumerate(map(len, texts)):
            if size == like_header or (size <= NO_ANSWER_LENGTH and nothing[texts[at]]):
                plain[at] = False
        dated = [self._days[cells[day]] is not None for cells in rows]
        if not all(dated):
            plain = [*map(and_, plain, dated)]
        if self._rating is not None:
            rated = [cells[self._rating] for cells in rows]
            for at, score in enumerate(map(self._scores.__getitem__, rated)):
                if score is None and not is_open(rated[at]):
                    plain[at] = False  # it is counted as unread, in its turn
        return plain

    def _all_at_once(
        self, numbers: Sequence[int], rows: Sequence[Sequence[str]], chief: int, day: int
    ) -> Comments:
        """The comments of plain rows."""
        columns = [*zip(*rows, strict=True)]

        def of(at: int | None, met: Mapping[str, str], usual: str) -> Sequence[str]:
            return [usual] * len(rows) if at is None else [*map(met.__getitem__, columns[at])]

        approximate = [*map(self._approximate.__getitem__, columns[day])]
        self._dates.read += len(rows)
        self._report.approximate += sum(approximate)
        self._report.add_plain(len(rows), numbers[-1])
        return Comments(
            row_numbers=numbers,
            texts=columns[chief],
            days=[*map(self._days.__getitem__, columns[day])],
            channels=of(self._channel, self._channels, self._preview.channel),
            ratings=self._ratings_of(columns, len(rows)),
            customers=of(self._customer, self._customers, ""),
            categories=of(self._category, self._categories, ""),
            cells=rows,
            titles=self._titles_of(columns, columns[chief]),
            approximate=approximate,
        )

    def _titles_of(self, columns: Sequence[Sequence[str]], texts: Sequence[str]) -> Sequence[str]:
        if self._title is None:
            return [""] * len(texts)
        titles = map(self._plain, columns[self._title])
        return ["" if title == text else title for title, text in zip(titles, texts, strict=True)]

    def _ratings_of(self, columns: Sequence[Sequence[str]], size: int) -> Sequence[float | None]:
        if self._rating is None:
            return [None] * size
        scores = [*map(self._scores.__getitem__, columns[self._rating])]
        self._ratings.read += size - scores.count(None)
        return scores

    def _one_by_one(self, rows: Sequence[Row | Refusal]) -> Iterator[Fields]:
        for row in rows:
            if isinstance(row, Refusal):
                self._report.add(row)
                continue
            for outcome in self.all_of(row):
                self._report.add(outcome)
                if isinstance(outcome, Item):
                    yield self._fields(outcome)

    def _fields(self, item: Item) -> Fields:
        cells = item.cells
        if item.header is not self._header:  # it has not all columns
            named = item.raw
            cells = [named.get(name, "") for name in self._header]
        return (
            item.row_number,
            item.text,
            item.received_on,
            item.channel,
            item.rating,
            item.customer,
            item.category,
            cells,
            "" if item.title == item.text else item.title,
            item.approximate,
        )


def _by_column(comments: Iterable[Fields]) -> Comments:
    columns = [*zip(*comments, strict=True)]
    return Comments._make(columns or [()] * len(Comments._fields))


def _merged(found: Comments, others: Iterable[Fields]) -> Comments:
    """All of them in the order of their rows; of `others` there are few."""
    columns = [[*column] for column in found]
    numbers = [*found.row_numbers]
    for fields in others:
        at = bisect_right(numbers, fields[0])
        numbers.insert(at, fields[0])
        for column, value in zip(columns, fields, strict=True):
            column.insert(at, value)
    return Comments._make(columns)


_SIGNS = ("  ", ":", "<", "&")
_CONTROLS = bytes({*range(32), 127} - {10})


def _are_bare(texts: Sequence[str]) -> list[bool]:
    """Of each text what `is_bare` says; the signs are looked for in all of them together."""
    bare = [text != "" and text == text.strip() for text in texts]
    together = "\n".join(texts)
    letters = together.encode() if together.isascii() else b"\0"
    if together.count("\n") >= len(texts) or len(letters.translate(None, _CONTROLS)) < len(letters):
        plain = [text.isascii() and text.isprintable() for text in texts]
        bare = [*map(and_, bare, plain)]
    ends: list[int] = []
    for sign in _SIGNS:
        at = together.find(sign)
        while at >= 0:
            ends = ends or [*accumulate(len(text) + 1 for text in texts)]
            number = bisect_right(ends, at)
            bare[number] = False
            at = together.find(sign, ends[number])
    return bare
