"""What calendars hold that were handed out, and the moment of the workbook's last change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeAlias

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """An entry as it was handed out: `digest` of its content, the number of its changes, the
    moment of the last one (UTC), and whether it was called off since."""

    digest: str
    title: str
    starts_on: date
    sequence: int = 0
    changed_at: datetime = _NO_MOMENT
    cancelled: bool = False


HandedOut: TypeAlias = Mapping[str, EntryState]
"""Key of an entry -> how it was handed out last."""


def handed_out(file: WorkbookFile, audience: str) -> dict[str, EntryState]:
    """The last calendar of an audience: empty for the leader's own, else an owner in lower case."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT entry, digest, title, starts_on, sequence, changed_at, cancelled"
            " FROM calendar_entry WHERE audience = ? ORDER BY rowid",
            (audience,),
        ).fetchall()
    return {
        entry: EntryState(
            digest=digest,
            title=title,
            starts_on=date.fromisoformat(starts_on),
            sequence=sequence,
            changed_at=datetime.fromisoformat(changed_at),
            cancelled=bool(cancelled),
        )
        for entry, digest, title, starts_on, sequence, changed_at, cancelled in rows
    }


def remember(file: WorkbookFile, audience: str, states: HandedOut) -> None:
    """Keep what this calendar holds; no words of the leader, so undo knows nothing of it."""
    with file.transaction(recorded=False) as connection:
        connection.execute("DELETE FROM calendar_entry WHERE audience = ?", (audience,))
        connection.executemany(
            "INSERT INTO calendar_entry (audience, entry, digest, title, starts_on, sequence,"
            " changed_at, cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(audience, entry, state.digest, state.title, state.starts_on.isoformat()),
                    *(state.sequence, state.changed_at.isoformat(), state.cancelled),
                )
                for entry, state in states.items()
            ],
        )


def changed_at(file: WorkbookFile) -> datetime | None:
    """The moment of the last change that can be undone (UTC, whole seconds); None before any."""
    with guarded(file.path):
        (at,) = file.connection.execute("SELECT max(at) FROM undo_entry").fetchone()
    return datetime.fromtimestamp(int(at), UTC) if at is not None else None
