"""What a returned file would change, as plain values and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from cxreset.base.language.words import N_, _
from cxreset.base.text import in_quotes, one_line
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import LABELS, flat

Side = Literal["theirs", "both", "unsure", "absent"]
SIDES: dict[Side, str] = {
    "theirs": N_("changed by them"),
    "both": N_("changed on both sides"),
    "unsure": N_("no telling who changed it"),
    "absent": N_("its row did not come back"),
}


class Edit(NamedTuple):
    """One field of one action that is different in the file.

    `theirs`, `ours` and `was` (at the export; None where the file does not say it in full) are
    cell forms to show; `value` is what taking it stores.
    """

    ref: str
    field: str
    theirs: str
    ours: str
    was: str | None
    side: Side
    row: int
    title: str
    value: str | date | None

    @property
    def key(self) -> str:
        """`A7.status`: what it is chosen by."""
        return f"{self.ref}.{self.field}"

    def shown(self, text: str) -> str:
        """One of its cell forms for people: a status in the program's language."""
        return _(text) if self.field == "status" and text else text

    @property
    def sure(self) -> bool:
        """Only they changed it, as far as the file tells."""
        return self.side == "theirs"


class New(NamedTuple):
    """A row without an id: an action to add; `status` is the workbook's word for it."""

    number: int
    row: int
    title: str
    owner: str
    deadline: date | None
    status: str
    note: str

    @property
    def key(self) -> str:
        """`new1`: what it is chosen by."""
        return f"new{self.number}"

    @property
    def summary(self) -> str:
        """`Call the depot (Sam Whitlock, 2026-10-09)`, for people."""
        detail = ", ".join(filter(None, (flat(self.owner), cells.day(self.deadline))))
        return flat(self.title) + (f" ({detail})" if detail else "")


class Returned(NamedTuple):
    """What a file would change. `problems` are sentences on rows or cells that were left out."""

    file: str
    edits: tuple[Edit, ...]
    new: tuple[New, ...]
    problems: tuple[str, ...]
    rows: int

    def choices(self, *, sure: bool = False) -> list[str]:
        """Every key that can be chosen; with `sure`, without what changed on both sides."""
        edits = [edit.key for edit in self.edits if edit.sure or not sure]
        return [*edits, *(one.key for one in self.new)]


def lines(returned: Returned) -> Iterator[str]:
    """The difference in words, for a terminal: a line a change, then what was left out."""
    width = max((len(edit.key) for edit in returned.edits), default=0)
    for edit in returned.edits:
        yield f"{edit.key:<{width}}  {_in_words(edit)}"
    for one in returned.new:
        new = _("a new action, row {row}: {words}").format(
            row=one.row, words=one_line(one.summary, 200)
        )
        yield f"{one.key:<{width}}  {new}"
    yield from returned.problems


def _in_words(edit: Edit) -> str:
    both = edit.was is not None and edit.side == "both"
    was = (
        _(", at the export {text}").format(text=_quoted(edit.shown(edit.was or ""))) if both else ""
    )
    side = ""
    if not edit.sure:
        words = _("{side}: name {key} to take it").format(side=_(SIDES[edit.side]), key=edit.key)
        side = f"   ({words})"
    ours, theirs = _quoted(edit.shown(edit.ours)), _quoted(edit.shown(edit.theirs))
    return f"{_(LABELS[edit.field])}: {ours} → {theirs}{was}{side}"


def _quoted(text: str) -> str:
    return in_quotes(one_line(text, 80)) if text.strip() else _("nothing")
