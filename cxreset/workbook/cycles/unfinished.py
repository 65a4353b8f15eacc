"""What a reset leaves open at its end, on the standard library alone: Today reads it."""

from __future__ import annotations

from cxreset.base.record import Record
from cxreset.workbook.storage.messages import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.workbook.storage.file import WorkbookFile

_ACTIONS = """
SELECT 'A' || id, title, owner, coalesce(deadline, '') FROM action
 WHERE status NOT IN ('completed', 'cancelled') AND trim(title) <> '' ORDER BY id
"""
_UNTOLD = """
SELECT count(*) FROM action WHERE status = 'completed' AND trim(title) <> ''
 AND id NOT IN (SELECT action_id FROM customer_reply
                WHERE sent_on IS NOT NULL AND action_id IS NOT NULL)
"""


class OpenAction(Record):
    """An action that is neither done nor cancelled; `deadline` is an ISO date, or empty."""

    ref: str
    title: str
    owner: str
    deadline: str


def open_actions(file: WorkbookFile) -> tuple[OpenAction, ...]:
    """The open actions that say something, by number."""
    with guarded(file.location):
        return tuple(OpenAction(*row) for row in file.connection.execute(_ACTIONS))


def untold_actions(file: WorkbookFile) -> int:
    """Finished actions of which no customer was told."""
    with guarded(file.location):
        (number,) = file.connection.execute(_UNTOLD).fetchone()
    return int(number)
