"""The account of an import, in which every row appears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.intake.outcome import Item, Outcome, Passed, Reason
from cxreset.intake.shape.table import Refusal

REFUSALS_KEPT = 20
_SAMPLES = 4  # cells that could not be read, shown as they are
_ROWS_NAMED = 8


@dataclass
class Unread:
    """Cells of one column that hold something, but no date (or rating) that can be read."""

    column: str
    read: int = 0
    missed: int = 0
    samples: list[str] = field(default_factory=list)

    def miss(self, cell: str) -> None:
        """Count a cell that cannot be read."""
        self.missed += 1
        if len(self.samples) < _SAMPLES and (shown := one_line(cell, 24)) not in self.samples:
            self.samples.append(shown)

    def shown(self) -> str:
        """`6 days ago, soon, …`"""
        more = ", …" if self.missed > len(self.samples) else ""
        return ", ".join(self.samples) + more


@dataclass
class Report:
    """The count: `read` = `rows_taken` + what was `passed` + `refused`, always.

    `stored` are comments: a row with several columns of words may give several. `passed` counts
    rows by why they are none. `refusals` keeps the first REFUSALS_KEPT of them. `folded` of the
    stored say the same as an earlier comment, in `groups` groups; `repeated` of those are in the
    workbook from an earlier file, word for word, with the same day and customer. `near_later`: only
    what is equal has been looked for yet. `ratings` and `dates` count the cells that could not be
    read, None where no column is read for them; `approximate` are days told from the file's own or
    from a week, a month or a quarter.
    Within rows that were taken, `trimmed` cells lost what the company or a quoted mail says, and
    `beside` are answers such as "N/A" next to one with words.
    """

    file_name: str
    ratings: Unread | None = None
    dates: Unread | None = None
    read: int = 0
    rows_taken: int = 0
    stored: int = 0
    refused: int = 0
    passed: Counter[Reason] = field(default_factory=Counter)
    passed_rows: dict[Reason, list[int]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    folded: int = 0
    groups: int = 0
    repeated: int = 0
    near_later: bool = False
    approximate: int = 0
    trimmed: int = 0
    beside: int = 0
    _last_row: int = field(default=0, compare=False)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome; those of one row come one after the other."""
        if isinstance(outcome, Item):
            self.stored += 1
            if outcome.row_number == self._last_row:
                return
            self._last_row = outcome.row_number
            self.rows_taken += 1
        elif isinstance(outcome, Passed):
            self.passed[outcome.reason] += 1
            rows = self.passed_rows.setdefault(outcome.reason, [])
            if len(rows) < _ROWS_NAMED:
                rows.append(outcome.row_number)
        else:
            self.refused += 1
            if len(self.refusals) < REFUSALS_KEPT:
                self.refusals.append(outcome)
        self.read += 1

    def add_plain(self, rows: int, last: int) -> None:
        """Count so many rows that are one comment each; `last` is the number of the last."""
        self.stored += rows
        self.rows_taken += rows
        self.read += rows
        self._last_row = last

    def counting(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, each counted as it goes by."""
        for outcome in outcomes:
            self.add(outcome)
            yield outcome

    @property
    def without_words(self) -> int:
        """Rows that hold no customer's words, for whatever reason but a refusal."""
        return self.passed.total()

    def lines(self) -> list[str]:
        """The report in plain lines: every row is in one of the counts."""
        taken = self._parts(_("{comments} taken"))
        read = _("{file}: {rows} read, {parts}.").format(
            file=self.file_name, rows=count(self.read, "row"), parts=taken
        )
        lines = [read]
        lines += self._beside()
        if self.folded:
            lines.append(
                ngettext(
                    "  {number} of them says the same as another: {groups}. Every voice is kept "
                    "and counted.",
                    "  {number} of them say the same as another: {groups}. Every voice is kept "
                    "and counted.",
                    self.folded,
                ).format(number=whole(self.folded), groups=count(self.groups, "group"))
            )
        if self.near_later:
            lines.append(
                _(
                    "  Those that say nearly the same are looked for later, while the "
                    "program is open."
                )
            )
        if self.repeated:
            lines.append(
                ngettext(
                    "  {number} of these stands in an earlier file too, word for word, with the "
                    "same day and customer. Perhaps the two exports overlap; undo takes this "
                    "import back.",
                    "  {number} of these stand in an earlier file too, word for word, with the "
                    "same day and customer. Perhaps the two exports overlap; undo takes this "
                    "import back.",
                    self.repeated,
                ).format(number=whole(self.repeated))
            )
        return lines + self._reasons()

    def would_lines(self) -> list[str]:
        """The same of a file that was only looked through."""
        would = _("{file}: of {rows} {parts}.").format(
            file=self.file_name,
            rows=count(self.read, "row"),
            parts=self._parts(_("{comments} would be taken")),
        )
        return [would, *self._beside(), *self._known(), *self._reasons()]

    def _parts(self, taken: str) -> str:
        parts = [taken.format(comments=count(self.stored, "comment"))]
        if self.stored != self.rows_taken != self.read:
            parts[0] += _(" from {rows}").format(rows=count(self.rows_taken, "row"))
        parts += [words(number) for reason, words in _PARTS if (number := self.passed[reason])]
        if self.refused:
            parts.append(_("{refused} refused").format(refused=whole(self.refused)))
        return listed(parts)

    def _beside(self) -> list[str]:
        """What of the rows that were taken could not be read or was left out."""
        lines = self._ratings() + self._dates()
        if self.trimmed:
            lines.append(
                _(
                    "  In {comments} what the company says, a quoted mail or a signature "
                    "is left out; the whole cell is kept beside."
                ).format(comments=count(self.trimmed, "comment"))
            )
        if self.beside:
            lines.append(
                ngettext(
                    '  {number} more answer says nothing ("N/A", "none").',
                    '  {number} more answers say nothing ("N/A", "none").',
                    self.beside,
                ).format(number=whole(self.beside))
            )
        for reason, what in _WITH_ROWS:
            if rows := self.passed_rows.get(reason):
                named = listed([whole(row) for row in rows])
                if self.passed[reason] > len(rows):
                    named = _("{rows} and others").format(rows=named)
                lines.append(_("  {what}: row {rows}.").format(what=_(what), rows=named))
        return lines

    def _known(self) -> list[str]:
        if not self.repeated:
            return []
        return [
            ngettext(
                "  {number} of these is in the workbook already, word for word, with the same day "
                "and customer. Perhaps the two exports overlap; it would stand there twice, "
                "grouped.",
                "  {number} of these are in the workbook already, word for word, with the same day "
                "and customer. Perhaps the two exports overlap; they would stand there twice, "
                "grouped.",
                self.repeated,
            ).format(number=whole(self.repeated))
        ]

    def _ratings(self) -> list[str]:
        ratings = self.ratings
        if ratings is None or not ratings.missed:
            return []
        rows = count(ratings.missed, "row")
        if not ratings.read:
            return [
                _("  No rating read in {rows}: their cells hold no number of the scale.").format(
                    rows=rows
                )
            ]
        return [_("  In {rows} the rating could not be read and is left out.").format(rows=rows)]

    def _dates(self) -> list[str]:
        lines = []
        dates = self.dates
        if dates is not None and dates.missed:
            lines.append(
                _("  In {rows} the date could not be read and is left out: {shown}.").format(
                    rows=count(dates.missed, "row"), shown=dates.shown()
                )
            )
        if self.approximate:
            lines.append(
                ngettext(
                    "  {number} date is approximate (≈): the file says no day.",
                    "  {number} dates are approximate (≈): the file says no day.",
                    self.approximate,
                ).format(number=whole(self.approximate))
            )
        return lines

    def _reasons(self) -> list[str]:
        lines = [
            _("  row {row_number}: {reason}").format(
                row_number=whole(row.row_number), reason=row.reason
            )
            for row in self.refusals
        ]
        rest = self.refused - len(self.refusals)
        if rest > 0:
            lines.append(
                _("  and {more_rows}, refused for reasons like these").format(
                    more_rows=count(rest, "more row")
                )
            )
        return lines


_WITH_ROWS: tuple[tuple[Reason, str], ...] = (
    ("header", N_("The header again")),
    ("total", N_("A total")),
)
_PARTS: tuple[tuple[Reason, Callable[[int], str]], ...] = (
    ("empty", lambda number: _("{number} without words").format(number=whole(number))),
    (
        "no answer",
        lambda number: _('{number} that say nothing ("N/A", "none")').format(number=whole(number)),
    ),
    ("company", lambda number: _("{number} said by the company").format(number=whole(number))),
    ("notice", lambda number: f"{count(number, 'notice or picture', 'notices or pictures')}"),
    (
        "trial",
        lambda number: _("{tests} of the survey").format(
            tests=count(number, "preview or test", "previews or tests")
        ),
    ),
    ("header", lambda number: _("{headers} repeated").format(headers=count(number, "header"))),
    ("total", lambda number: count(number, "total")),
)
