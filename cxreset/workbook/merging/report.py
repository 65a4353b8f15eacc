"""What a merge did, in rows and in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.base.language.words import N_, N_pair, _
from cxreset.base.text import count, listed, one_line
from cxreset.workbook.merging.rows import Kept
from cxreset.workbook.nouns import noun_of

SHOWN = 60  # characters of a value in a sentence
_TIED = N_pair("tied comment", "tied comments")


class Merged:
    """Rows added, changed and removed by table, and the other version's values without room."""

    def __init__(self) -> None:
        self.added: dict[str, int] = {}
        self.changed: dict[str, int] = {}
        self.removed: dict[str, int] = {}
        self.kept: list[Kept] = []
        self.had_base = False

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.kept)

    def lines(self) -> Iterator[str]:
        """What was done, in sentences."""
        if not self:
            yield _("Both hold the same: there was nothing to merge.")
            return
        parts = (
            (N_("Added: {rows}."), self.added),
            (N_("Changed: {rows}."), self.changed),
            (N_("Removed: {rows}."), self.removed),
        )
        for sentence, counts in parts:
            if counts:
                rows = listed([_rows(*each) for each in counts.items()])
                yield _(sentence).format(rows=rows)
        if self.kept:
            values = count(len(self.kept), "value")
            yield _("Of {values} that both changed ours stays; theirs is in the journal.").format(
                values=values
            )
        if not self.had_base:
            yield _("No backup of what both grew from is left, so nothing was removed.")


def left_over(report: Merged) -> str:
    """The values without room, for the journal."""
    lines = [_("From another version of this workbook, where both had something:")]
    lines += [
        f"{_thing(kept)}, {kept.column.replace('_', ' ')}: {one_line(str(kept.value))}"
        for kept in report.kept
    ]
    return "\n".join(lines)


def _rows(table: str, number: int) -> str:
    if table == "evidence":
        return count(number, *_TIED)
    noun = noun_of(table)
    return count(number, noun.noun, noun.several)


def _thing(kept: Kept) -> str:
    noun = noun_of(kept.table)
    number = " ".join(str(part) for part in kept.key)
    return f"{noun.prefix}{number}" if noun.prefix else f"{_(noun.noun)} {number}"
