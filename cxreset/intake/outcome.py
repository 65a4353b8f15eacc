"""What becomes of each row of a file, and the count in which every row appears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cxreset.base.text import count, listed
from cxreset.intake.shape.table import Refusal
from cxreset.intake.values.cells import Channel

REFUSALS_KEPT = 20


class Item(NamedTuple):
    """One comment. `row_number` counts the rows under the header from 1, blank lines left out.

    `text` is the body, or the title where there is no body; never empty. `title` is also kept on
    its own. `rating` is the number as written, on whatever scale the file uses. `raw` is the whole
    row by column name, untouched.
    """

    row_number: int
    text: str
    title: str
    received_on: date | None
    channel: Channel
    rating: float | None
    customer: str
    category: str
    raw: dict[str, str]


class Empty(NamedTuple):
    """A row without words."""

    row_number: int


class Company(NamedTuple):
    """A row that the company said in a conversation: no customer's words."""

    row_number: int


class Trial(NamedTuple):
    """A preview or test of a survey by those who made it."""

    row_number: int


Outcome = Item | Empty | Company | Trial | Refusal


@dataclass
class Report:
    """The count: `read` = `stored` + `empty` + `company` + `trials` + `refused`, always.

    `refusals` keeps the first REFUSALS_KEPT of them. `folded` of the stored say the same as an
    earlier comment, in `groups` groups; `repeated` of those are in the workbook from an earlier
    file, word for word, with the same day and customer. `near_later`: only what is equal has been
    looked for yet. Of the stored `unread` have a cell for a rating in which none could be read, and
    `rated` have one; `rating` is the column's name.
    """

    file_name: str
    rating: str | None = None
    read: int = 0
    stored: int = 0
    empty: int = 0
    company: int = 0
    trials: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    folded: int = 0
    groups: int = 0
    repeated: int = 0
    near_later: bool = False
    unread: int = 0
    rated: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.read += 1
        if isinstance(outcome, Item):
            self.stored += 1
            self.rate(outcome)
        elif isinstance(outcome, Empty):
            self.empty += 1
        elif isinstance(outcome, Company):
            self.company += 1
        elif isinstance(outcome, Trial):
            self.trials += 1
        else:
            self.refused += 1
            if len(self.refusals) < REFUSALS_KEPT:
                self.refusals.append(outcome)

    def rate(self, item: Item) -> None:
        """Count whether a rating was read; `add` does so."""
        if item.rating is not None:
            self.rated += 1
        elif self.rating is not None and item.raw.get(self.rating, "").strip():
            self.unread += 1

    def counting(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, each counted as it goes by."""
        for outcome in outcomes:
            self.add(outcome)
            yield outcome

    def lines(self) -> list[str]:
        """The report in plain lines: every row is in one of the counts."""
        lines = [f"{self.file_name}: {count(self.read, 'row')} read, {self._parts('taken')}."]
        lines += self._ratings()
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
        return [would, *self._ratings(), *self._reasons()]

    def _parts(self, taken: str) -> str:
        parts = [f"{count(self.stored, 'comment')} {taken}"]
        if self.empty:
            parts.append(f"{self.empty:,} without words")
        if self.company:
            parts.append(f"{self.company:,} said by the company")
        if self.trials:
            parts.append(
                f"{count(self.trials, 'preview or test', 'previews or tests')} of the survey"
            )
        if self.refused:
            parts.append(f"{self.refused:,} refused")
        return listed(parts)

    def _ratings(self) -> list[str]:
        if not self.unread:
            return []
        if not self.rated:
            rows = count(self.unread, "row")
            return [f"  No rating read in {rows}: their cells hold no number of the scale."]
        return [f"  In {count(self.unread, 'row')} the rating could not be read and is left out."]

    def _reasons(self) -> list[str]:
        lines = [f"  row {row.row_number:,}: {row.reason}" for row in self.refusals]
        rest = self.refused - len(self.refusals)
        if rest > 0:
            lines.append(f"  and {count(rest, 'more row')}, refused for reasons like these")
        return lines
