"""The agenda that is suggested for the ninety minutes."""

from __future__ import annotations

from typing import Final

from cxreset.base.language.words import N_, _
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import AgendaItem, Meeting

SUGGESTED: Final = (
    (5, N_("Why we meet, and what we want to leave with"), True),
    (15, N_("What customers say: a few comments read aloud, then the counts"), True),
    (20, N_("What each team sees from its own side"), False),
    (20, N_("Where promise and reality part, and what could close the gap"), False),
    (20, N_("What we do first: one owner and one date for each"), False),
    (10, N_("The decisions read back, and when we look at them again"), True),
)
"""(minutes, title, whether the leader opens it); together the ninety minutes."""


def suggest_agenda(reset: Reset) -> int:
    """Store the suggested agenda; how many items. Raises as writes to the workbook do."""
    with reset.file.transaction("filled the agenda"):
        for position, (minutes, title, leads) in enumerate(SUGGESTED, 1):
            lead = reset.settings.name if leads else ""
            reset.book.add(
                AgendaItem(position=position, minutes=minutes, title=_(title), lead=lead)
            )
    return len(SUGGESTED)


def plan_next_meeting(reset: Reset) -> None:
    """The agenda of the next meeting: what was left for it, each with its full minutes.

    What was finished goes from the agenda; decisions, actions and notes stay. The next meeting has
    no day yet. Raises as writes to the workbook do.
    """
    with reset.file.transaction("planned the next meeting"):
        for row in reset.book.rows(AgendaItem):
            if row.next_time:
                fresh = {"shifted": 0, "used_seconds": 0, "running_since": None}
                reset.book.set(AgendaItem, row.key, next_time=False, finished=False, **fresh)
            else:
                reset.book.remove(AgendaItem, row.key)
        before = reset.book.meeting()
        reset.book.put(
            Meeting(id=1, starts_at=before.starts_at, location=before.location, notes=before.notes)
        )
