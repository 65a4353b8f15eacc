"""3.3 One owner and one deadline for every action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.insight.purposes import only_recovery
from cxreset.tui.widgets.words import with_sign
from cxreset.tui.worksheets.parts.action_list import ActionList, name_field
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, day, line
from cxreset.workbook.tables import Action

PURPOSES = (
    ("recover", N_("recover one customer")),
    ("remove", N_("remove the cause")),
    ("join", N_("join up teams")),
    ("learn", N_("learn something")),
)
MANY = 3
"""Open actions that one person can carry beside the daily work."""


class OwnersSheet(ActionList):
    """Every action that is not cancelled, by number."""

    empty = (
        "Actions come from the roadmap: in step 2.4, choose a fix and press {key:make_action=k}. "
        "Or press {key:add=n} to add one that was agreed in the meeting."
    )
    fields = (
        name_field("owner", "Owner"),
        day("deadline", "Deadline"),
        line("title", "Action", "a verb, a thing, a place"),
        choice("purpose", "It will", PURPOSES),
    )

    def rows(self) -> Sequence[Action]:
        return [row for row in self.reset.book.rows(Action) if row.status != "cancelled"]

    def seen_columns(self) -> Sequence[ListColumn]:
        wide = self.size.width >= 90
        return (
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Action", 0, lambda row: row.title or _("(no words yet)")),
            ListColumn(
                "Owner", 18 if wide else 14, lambda row: row.owner.strip() or _("nobody yet")
            ),
            ListColumn("Deadline", 21, self.when),
        )

    def notice(self) -> str:
        """How many lack an owner or a deadline; who carries more than three."""
        ownerless = sum(1 for row in self._rows if not row.owner.strip())
        undated = sum(1 for row in self._rows if row.deadline is None)
        no_owner = ngettext("{number} lacks an owner", "{number} lack an owner", ownerless)
        no_date = ngettext("{number} lacks a deadline", "{number} lack a deadline", undated)
        lacks = [
            words.format(number=number)
            for number, words in ((ownerless, no_owner), (undated, no_date))
            if number
        ]
        carried = Counter(
            one_line(row.owner, 30) for row in self._rows if self.is_open(row) and row.owner.strip()
        )
        loaded = [
            _("{name} has {number} open.").format(name=name, number=number)
            for name, number in carried.items()
            if number > MANY
        ]
        total = (
            _("Of {actions}, {lacks}.").format(
                actions=count(len(self._rows), "action"), lacks=listed(lacks)
            )
            if lacks
            else ""
        )
        purposes = [row.purpose for row in self._rows]
        return " ".join(filter(None, (total, *loaded, only_recovery(purposes))))

    def below_form(self) -> ComposeResult:
        yield Static("", classes="remark late", markup=False)

    def show_row(self, row: Any | None) -> None:
        remark = self.remark(row) if row is not None else ""
        self.query_one(".remark", Static).update(with_sign(remark))
