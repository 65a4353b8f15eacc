"""What moves the calendar, on the standard library alone: pauses, squeezes, steps let go of.

Like `daily.py` this is on the way of every start.
"""

from __future__ import annotations

from datetime import date

from cxreset.base.record import Record
from cxreset.workbook.storage.messages import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from cxreset.workbook.storage.file import WorkbookFile


class PauseRow(Record):
    """Days that do not count, both ends included; no `last` means until resumed."""

    first: date
    last: date | None

    def holds(self, on: date) -> bool:
        """Does the pause lie on this day?"""
        return self.first <= on and (self.last is None or on <= self.last)


class SqueezeRow(Record):
    """From a day on, the sessions that were open then lie closer together."""

    from_on: date
    sessions: tuple[str, ...]


class Presence(Record):
    """When the leader was last here, and the last absence of two or more working days.

    `settled` says that the absence was spoken of, or that there is none to speak of.
    """

    last_seen: date
    away_first: date | None = None
    away_last: date | None = None
    settled: bool = True


class Pace:
    """Pauses, squeezes, let-go steps and presence of an open workbook."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file

    def _all(self, sql: str) -> list[tuple[Any, ...]]:
        with guarded(self.file.location):
            return self.file.connection.execute(sql).fetchall()

    def _write(self, sql: str, *values: object) -> None:
        with self.file.transaction() as connection:
            connection.execute(sql, values)

    # -- pauses

    def pauses(self) -> tuple[PauseRow, ...]:
        """Every pause, in the order in which they were made."""
        rows = self._all("SELECT first_on, last_on FROM pause ORDER BY id")
        return tuple(
            PauseRow(date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for first, last in rows
        )

    def pause(self, first: date, last: date | None) -> None:
        """Leave these days out of the count; no `last` means until `end_pause`."""
        self._write(
            "INSERT INTO pause (first_on, last_on) VALUES (?, ?)",
            first.isoformat(),
            last.isoformat() if last else None,
        )

    def spare_days(self) -> tuple[date, ...]:
        """The days that a spare day was taken for, oldest first."""
        rows = self._all("SELECT first_on FROM pause WHERE spare ORDER BY first_on")
        return tuple(date.fromisoformat(on) for (on,) in rows)

    def take_spare(self, on: date) -> None:
        """Leave a day out of the count as one of the spare days."""
        day = on.isoformat()
        self._write("INSERT INTO pause (first_on, last_on, spare) VALUES (?, ?, 1)", day, day)

    def end_pause(self, on: date, last: date | None) -> None:
        """Let every pause that lies on `on` end with the day `last` (none: goes on until resumed).

        A pause that would end before its first day is taken away.
        """
        until = last.isoformat() if last else None
        with self.file.transaction() as connection:
            connection.execute(
                "UPDATE pause SET last_on = ?2 WHERE first_on <= ?1"
                " AND (last_on IS NULL OR last_on >= ?1)",
                (on.isoformat(), until),
            )
            connection.execute("DELETE FROM pause WHERE last_on < first_on")

    # -- squeezes

    def squeezes(self) -> tuple[SqueezeRow, ...]:
        """Every squeeze, in the order in which they were made."""
        rows = self._all("SELECT from_on, sessions FROM squeeze ORDER BY id")
        return tuple(SqueezeRow(date.fromisoformat(on), tuple(ids.split())) for on, ids in rows)

    def squeeze(self, from_on: date, sessions: Iterable[str]) -> None:
        self._write(
            "INSERT INTO squeeze (from_on, sessions) VALUES (?, ?)",
            from_on.isoformat(),
            " ".join(sessions),
        )

    # -- steps let go of

    def dropped(self) -> set[str]:
        """Steps that Today does not propose any more."""
        return {row[0] for row in self._all("SELECT step_id FROM dropped_step")}

    def drop(self, step_ids: Iterable[str], on: date) -> None:
        with self.file.transaction() as connection:
            for step_id in step_ids:
                connection.execute(
                    "INSERT INTO dropped_step VALUES (?, ?) ON CONFLICT DO NOTHING",
                    (step_id, on.isoformat()),
                )

    # -- presence

    def presence(self) -> Presence | None:
        """When the leader was last here; None in a workbook that was never opened since begun."""
        rows = self._all("SELECT last_seen, away_first, away_last, settled FROM presence")
        if not rows:
            return None
        seen, first, last, settled = rows[0]
        return Presence(
            date.fromisoformat(seen),
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            bool(settled),
        )

    def set_presence(self, presence: Presence) -> None:
        seen, first, last, settled = presence
        self._write(
            "INSERT OR REPLACE INTO presence VALUES (1, ?, ?, ?, ?)",
            seen.isoformat(),
            first.isoformat() if first else None,
            last.isoformat() if last else None,
            int(settled),
        )
