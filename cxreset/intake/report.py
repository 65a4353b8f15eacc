"""The account of an import, in which every row appears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

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
        lines = [f"{self.file_name}: {count(self.read, 'row')} read, {self._parts('taken')}."]
        lines += self._beside()
        if self.folded:
            say = "says" if self.folded == 1 else "say"
            lines.append(
                f"  {self.folded:,} of them {say} the same as another: "
                f"{count(self.groups, 'group')}. Every voice is kept and counted."
            )
        if self.near_later:
            lines.append(
                "  Those that say nearly the same are looked for later, while the program is open."
            )
        if self.repeated:
            one = self.repeated == 1
            lines.append(
                f"  {self.repeated:,} of these {'stands' if one else 'stand'} in an earlier file "
                "too, word for word, with the same day and customer. Perhaps the two exports "
                "overlap; undo takes this import back."
            )
        return lines + self._reasons()

    def would_lines(self) -> list[str]:
        """The same of a file that was only looked through."""
        would = f"{self.file_name}: of {count(self.read, 'row')} {self._parts('would be taken')}."
        return [would, *self._beside(), *self._known(), *self._reasons()]

    def _parts(self, taken: str) -> str:
        parts = [f"{count(self.stored, 'comment')} {taken}"]
        if self.stored != self.rows_taken != self.read:
            parts[0] += f" from {count(self.rows_taken, 'row')}"
        parts += [words(number) for reason, words in _PARTS if (number := self.passed[reason])]
        if self.refused:
            parts.append(f"{self.refused:,} refused")
        return listed(parts)

    def _beside(self) -> list[str]:
        """What of the rows that were taken could not be read or was left out."""
        lines = self._ratings() + self._dates()
        if self.trimmed:
            lines.append(
                f"  In {count(self.trimmed, 'comment')} what the company says, a quoted mail or a "
                "signature is left out; the whole cell is kept beside."
            )
        if self.beside:
            which = "answer says" if self.beside == 1 else "answers say"
            lines.append(f'  {self.beside:,} more {which} nothing ("N/A", "none").')
        for reason, what in _WITH_ROWS:
            if rows := self.passed_rows.get(reason):
                named = listed([f"{row:,}" for row in rows])
                more = " and others" if self.passed[reason] > len(rows) else ""
                lines.append(f"  {what}: row {named}{more}.")
        return lines

    def _known(self) -> list[str]:
        if not self.repeated:
            return []
        one = self.repeated == 1
        return [
            f"  {self.repeated:,} of these {'is' if one else 'are'} in the workbook already, word "
            "for word, with the same day and customer. Perhaps the two exports overlap; "
            f"{'it' if one else 'they'} would stand there twice, grouped."
        ]

    def _ratings(self) -> list[str]:
        ratings = self.ratings
        if ratings is None or not ratings.missed:
            return []
        rows = count(ratings.missed, "row")
        if not ratings.read:
            return [f"  No rating read in {rows}: their cells hold no number of the scale."]
        return [f"  In {rows} the rating could not be read and is left out."]

    def _dates(self) -> list[str]:
        lines = []
        dates = self.dates
        if dates is not None and dates.missed:
            lines.append(
                f"  In {count(dates.missed, 'row')} the date could not be read and is left out: "
                f"{dates.shown()}."
            )
        if self.approximate:
            which = "date is" if self.approximate == 1 else "dates are"
            lines.append(f"  {self.approximate:,} {which} approximate (≈): the file says no day.")
        return lines

    def _reasons(self) -> list[str]:
        lines = [f"  row {row.row_number:,}: {row.reason}" for row in self.refusals]
        rest = self.refused - len(self.refusals)
        if rest > 0:
            lines.append(f"  and {count(rest, 'more row')}, refused for reasons like these")
        return lines


_WITH_ROWS: tuple[tuple[Reason, str], ...] = (
    ("header", "The header again"),
    ("total", "A total"),
)
_PARTS: tuple[tuple[Reason, Callable[[int], str]], ...] = (
    ("empty", lambda number: f"{number:,} without words"),
    ("no answer", lambda number: f'{number:,} that say nothing ("N/A", "none")'),
    ("company", lambda number: f"{number:,} said by the company"),
    ("notice", lambda number: f"{count(number, 'notice or picture', 'notices or pictures')}"),
    (
        "trial",
        lambda number: count(number, "preview or test", "previews or tests") + " of the survey",
    ),
    ("header", lambda number: f"{count(number, 'header')} repeated"),
    ("total", lambda number: count(number, "total")),
)
