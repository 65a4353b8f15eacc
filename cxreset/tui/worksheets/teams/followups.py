"""3.4 Follow-ups: who is asked what, when, and about which action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, count_in_english, listed
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.worksheets.parts import ties
from cxreset.tui.worksheets.parts.action_list import CLOSED, name_field
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, day, text, tie, yes_no
from cxreset.tui.worksheets.parts.when import due_phrase, short_day
from cxreset.workbook.tables import Action, FollowUp

QUESTION = "What is done? What is in the way? What do you need from me?"


def half_time(deadline: date | None, today: date, works: Callable[[date], bool]) -> date | None:
    """The working day at or before half-way from today to a deadline, but not before tomorrow.

    `works` says of a day whether the leader works on it. A deadline that is tomorrow or has
    passed is itself the day.
    """
    if deadline is None or (deadline - today).days < 2:
        return deadline
    day = today + (deadline - today) // 2
    while not works(day) and day > today + timedelta(days=1):
        day -= timedelta(days=1)
    return day


class FollowUpsSheet(RecordSheet):
    """Open ones by date, then those without a date, then what is done."""

    BINDINGS = [
        command("space", "tick_off", "Done", "Tick the chosen follow-up, or untick it."),
        command("f", "fill", "One each", "Add one for every open action that has none."),
    ]
    table = FollowUp
    empty = (
        "Press {key:fill=f} to put a follow-up at half-time for every open action, or {key:add=n} "
        "to add one yourself."
    )
    without_line = frozenset({"add", "fill"})
    tools = (("tick_off", "Done  space"), ("fill", "One for each action  f"))
    fields = (
        name_field("who", "Who"),
        text("what", "What you will ask", QUESTION),
        day("due_on", "When"),
        tie("action_id", "About", ties.actions, N_("no action in particular")),
        yes_no("done", "Done"),
    )

    def rows(self) -> Sequence[FollowUp]:
        self._actions = {row.key: row for row in self.reset.book.rows(Action)}
        return sorted(
            self.reset.book.rows(FollowUp),
            key=lambda row: (row.done, row.due_on is None, row.due_on or date.max, row.key),
        )

    def seen_columns(self) -> Sequence[ListColumn]:
        return (
            ListColumn("", 2, lambda row: "✓" if row.done else "○"),
            ListColumn("When", 20, self._when),
            ListColumn("Who", 14, lambda row: row.who or _("nobody yet")),
            ListColumn("What", 0, lambda row: row.what or _("(no words yet)")),
            ListColumn("About", 5, lambda row: self._about(row)),
        )

    def _when(self, row: FollowUp) -> str:
        if row.due_on is None:
            return "" if row.done else _("not dated")
        stands = due_phrase(row.due_on, not row.done, self.reset.today)
        return ", ".join(filter(None, (short_day(row.due_on), stands)))

    def _about(self, row: FollowUp) -> str:
        action = self._actions.get(row.action_id or 0)
        return action.ref if action else ""

    def stands_back(self, row: Any) -> bool:
        return bool(row.done)

    def is_late(self, row: Any) -> bool:
        return not row.done and row.due_on is not None and row.due_on < self.reset.today

    def notice(self) -> str:
        """Late ones, and open actions that nobody will ask about."""
        today = self.reset.today
        late = sum(1 for row in self._rows if row.due_on and row.due_on < today and not row.done)
        bare = [action.ref for action in self._bare()]
        sentences = (
            _("{follow_ups} late.").format(follow_ups=count(late, "follow-up")) if late else "",
            _("No follow-up yet for {bare}: press {key:fill=f}.").format(
                key=KEYS, bare=listed(bare)
            )
            if bare
            else "",
        )
        return " ".join(filter(None, sentences))

    def _bare(self) -> list[Action]:
        """Open actions without any follow-up."""
        asked = {row.action_id for row in self._rows}
        return [
            action
            for action in self._actions.values()
            if action.status not in CLOSED and action.key not in asked
        ]

    def removal(self, row: Any) -> str:
        about = self._about(row)
        return (
            _("{about} stays as it is.").format(about=about)
            if about
            else _("Nothing else is tied to it.")
        )

    def keep(self, key: int, column: str, value: Any) -> None:
        super().keep(key, column, bool(value) if column == "done" else value)

    # -- doing

    def action_tick_off(self) -> None:
        row = self.chosen
        if row is not None:
            self.flush()
            self.write(lambda: self.reset.book.set(FollowUp, row.key, done=not row.done))
            self.reload()

    def action_fill(self) -> None:
        """Store a follow-up for every open action without one: with its owner, at half-time."""
        self.flush()
        bare = self._bare()
        if not bare:
            message = _("Every open action has a follow-up.") if self._actions else (
                _("There is no action yet. Actions come from the roadmap, step 2.4.")
            )  # fmt: skip
            self.notify(message, markup=False)
            return

        def fill() -> int:
            follow_ups = count_in_english(len(bare), "follow-up")
            with self.reset.file.transaction(f"added {follow_ups}"):
                for action in bare:
                    due = half_time(action.deadline, self.reset.today, self.reset.is_working_day)
                    self.reset.book.add(
                        FollowUp(who=action.owner, what=QUESTION, due_on=due, action_id=action.id)
                    )
            return len(bare)

        if self.write(fill):
            self.reload()
            self.grid.focus()
