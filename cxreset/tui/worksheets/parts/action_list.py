"""What every list of actions shares: who is known, what is late, what a status means."""

from __future__ import annotations

from typing import Any

from cxreset.base.language.words import _
from cxreset.tui.widgets.fields.name_field import NameField
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, line
from cxreset.tui.worksheets.parts.when import due_phrase, short_day, stays
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Action, FollowUp, Person, Record
from cxreset.workbook.thread import tied_to_action

CLOSED = ("completed", "cancelled")


def known_names(book: Workbook) -> list[str]:
    """The people of the meeting, then whoever owns or follows up something; each once."""
    names = [
        *(person.name for person in book.rows(Person)),
        *(action.owner for action in book.rows(Action)),
        *(follow_up.who for follow_up in book.rows(FollowUp)),
    ]
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def name_field(column: str, label: str) -> FieldSpec:
    """A field for a person's name, completed from those known."""
    plain = line(column, label)
    return plain._replace(
        make=lambda sheet: NameField(label, lambda: known_names(sheet.reset.book))
    )


class ActionList(RecordSheet):
    """Actions; subclasses say which of them and which fields."""

    table = Action

    def is_open(self, action: Action) -> bool:
        return action.status not in CLOSED

    def is_late(self, action: Action) -> bool:
        """Open, and its deadline is before today."""
        due = action.deadline
        return self.is_open(action) and due is not None and due < self.reset.today

    def when(self, action: Action) -> str:
        """`9 Oct, in 7 days`; `not dated`; `✓ 25 Sep`, the day it was completed."""
        if action.status == "completed":
            return f"✓ {short_day(action.completed_on)}".strip()
        if action.status == "cancelled":
            return "cancelled"
        if action.deadline is None:
            return _("not dated")
        stands = due_phrase(action.deadline, self.is_open(action), self.reset.today)
        return ", ".join(filter(None, (short_day(action.deadline), stands)))

    def stands_back(self, row: Any) -> bool:
        return not self.is_open(row)

    def remark(self, action: Action) -> str:
        """What a careful colleague would say of the deadline; it is never forbidden."""
        due, held = action.deadline, self.reset.book.meeting().held_on
        if due is None or not self.is_open(action):
            return ""
        if due < self.reset.today:
            late = due_phrase(due, True, self.reset.today)
            return _(
                "The deadline has passed ({late}). A new date, agreed with the owner, is fine."
            ).format(late=late)
        if held is not None and due < held:
            return _("The deadline is before the meeting on {day}.").format(day=short_day(held))
        return ""

    def fresh(self) -> Record:
        return Action(opened_on=self.reset.today)

    def keep(self, key: int, column: str, value: Any) -> None:
        """A status carries its day: completed today, or not completed any more."""
        values = {column: value}
        if column == "status":
            values["completed_on"] = self.reset.today if value == "completed" else None
        elif column == "completed_on" and value is not None:
            values["status"] = "completed"
        self.reset.book.set(Action, key, **values)

    def stored(self) -> None:
        super().stored()
        self._bind()  # one field may have changed another

    def removal(self, row: Any) -> str:
        return stays(
            tied_to_action(self.reset.book, row.key),
            _(
                "The fix, the gap and the pain it came from stay. To keep it in the plan "
                "as not done, cancel it instead."
            ),
        )
