"""What happens every day, on the standard library alone: Today's page, a tick, a word in a field.

SQLModel takes longer to import than all the rest of a start together. So the daily path reads and
writes the same tables with plain sqlite3, and a property test proves that the two always agree.
"""

from __future__ import annotations

from datetime import date

from cxreset.base.errors import WorkbookUnusable
from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.workbook.storage.messages import guarded, understood
from cxreset.workbook.tally import tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from cxreset.workbook.storage.file import WorkbookFile

ANSWER = "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text"


class Settings(Record):
    """Who is on which reset, and when. `frozen_on` holds the sample at its own day."""

    name: str
    organisation: str
    start_on: date
    workdays: tuple[int, ...]
    frozen_on: date | None
    created_on: date
    region: str = ""
    """Whose public holidays are no working days: `DE`, `DE-BY`; empty for none."""
    language: str = ""
    """The language of weekdays and months: `en`, `de`, …; empty for that of the program."""
    daily_at: str = ""
    """The hour of the day's session, `08:45`; empty while none is chosen."""


class Due(Record):
    """Something with a date that has passed or is today: an action or a follow-up."""

    ref: str
    title: str
    who: str
    due_on: date


class Timer(Record):
    """The focus timer. Seconds; `running_since` is an ISO moment (UTC) or None while it rests."""

    planned_seconds: int
    spent_seconds: int
    running_since: str | None


class Daily:
    """The everyday face of an open workbook."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file
        self._connection = file.connection

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with guarded(self.file.location):
            return self._connection.execute(sql, values).fetchall()

    def _write(self, sql: str, *values: object) -> None:
        with self.file.transaction() as connection:
            connection.execute(sql, values)

    # -- who and when

    def begin(self, settings: Settings) -> None:
        """Store who starts, when, on which days; only once (later: `change_settings`)."""
        with self.file.transaction(recorded=False) as connection:  # nothing is before the beginning
            connection.execute(
                "INSERT INTO reset (id, name, organisation, start_on, workdays, frozen_on,"
                " created_on, region, language, daily_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    settings.name,
                    settings.organisation,
                    settings.start_on.isoformat(),
                    _days_text(settings.workdays),
                    settings.frozen_on.isoformat() if settings.frozen_on else None,
                    settings.created_on.isoformat(),
                    settings.region,
                    settings.language,
                    settings.daily_at,
                ),
            )

    def change_settings(self, settings: Settings) -> None:
        self._write(
            "UPDATE reset SET name = ?, organisation = ?, start_on = ?, workdays = ?,"
            " region = ?, language = ?, daily_at = ?",
            settings.name,
            settings.organisation,
            settings.start_on.isoformat(),
            _days_text(settings.workdays),
            settings.region,
            settings.language,
            settings.daily_at,
        )

    def settings(self) -> Settings:
        """Who is on which reset; raises WorkbookUnusable when the workbook does not say."""
        rows = self._all(
            "SELECT name, organisation, start_on, workdays, frozen_on, created_on, region,"
            " language, daily_at FROM reset"
        )
        if not rows:
            raise WorkbookUnusable(
                _(
                    "{location} does not say who began it or when, so it cannot be "
                    "opened. It was left as it is; name another place with --workbook."
                ).format(location=self.file.location)
            )
        ((name, organisation, start, days, frozen, created, region, language, hour),) = rows
        with understood(self.file.location):
            return Settings(
                name=name,
                organisation=organisation,
                start_on=date.fromisoformat(start),
                workdays=tuple(int(day) for day in days.split(",") if day),
                frozen_on=date.fromisoformat(frozen) if frozen else None,
                created_on=date.fromisoformat(created),
                region=region,
                language=language,
                daily_at=hour,
            )

    def holidays(self) -> dict[date, str]:
        """The public holidays that were looked up for the leader's region, with their names."""
        rows = self._all("SELECT falls_on, name FROM holiday ORDER BY falls_on")
        with understood(self.file.location):
            return {date.fromisoformat(on): name for on, name in rows}

    def set_holidays(self, holidays: dict[date, str]) -> None:
        """Put these in the place of those that were there."""
        with self.file.transaction() as connection:
            connection.execute("DELETE FROM holiday")
            connection.executemany(
                "INSERT INTO holiday VALUES (?, ?)",
                [(on.isoformat(), name) for on, name in holidays.items()],
            )

    def last_visited(self) -> str:
        """The screen the leader was on last: `today`, or one such as `week-listen/listen.pains`."""
        rows = self._all("SELECT place FROM reset")
        return str(rows[0][0]) if rows else "today"

    def set_last_visited(self, screen: str) -> None:
        if screen != self.last_visited():
            with self.file.uncounted():  # only Today shows it
                self._write("UPDATE reset SET place = ?", screen)

    # -- steps and practices

    def ticks(self) -> dict[str, date]:
        """Ticked steps and the day each was ticked."""
        rows = self._all("SELECT step_id, done_on FROM step_tick")
        with understood(self.file.location):
            return {step: date.fromisoformat(on) for step, on in rows}

    def tick(self, step_id: str, on: date) -> None:
        self._write(
            "INSERT INTO step_tick VALUES (?, ?) ON CONFLICT DO NOTHING", step_id, on.isoformat()
        )

    def untick(self, step_id: str) -> None:
        self._write("DELETE FROM step_tick WHERE step_id = ?", step_id)

    def practices_done(self) -> set[tuple[str, int]]:
        """(practice id, day number) of every practice ticked."""
        return set(self._all("SELECT practice_id, day FROM practice_tick"))

    def tick_practice(self, practice_id: str, day: int, on: date) -> None:
        self._write(
            "INSERT INTO practice_tick VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            practice_id,
            day,
            on.isoformat(),
        )

    def untick_practice(self, practice_id: str, day: int) -> None:
        self._write("DELETE FROM practice_tick WHERE practice_id = ? AND day = ?", practice_id, day)

    # -- words

    def answers(self, scope: str) -> dict[str, str]:
        """What was written under a step's, day's or practice's prompts."""
        return dict(self._all("SELECT prompt, text FROM answer WHERE scope = ?", scope))

    def answer(self, scope: str, prompt: str, text: str) -> None:
        self._write(ANSWER, scope, prompt, text)

    def draft(self, field: str) -> str | None:
        """Text typed into a field that is not yet a value it can take (half a date, say)."""
        rows = self._all("SELECT text FROM draft WHERE field = ?", field)
        return rows[0][0] if rows else None

    def keep_draft(self, field: str, text: str | None) -> None:
        """Keep such text over a restart; None forgets it."""
        if text is None:
            if self.draft(field) is not None:
                self._write("DELETE FROM draft WHERE field = ?", field)
        else:
            self._write("INSERT OR REPLACE INTO draft VALUES (?, ?)", field, text)

    def win(self, on: date) -> str:
        """The day's small win."""
        rows = self._all(
            "SELECT text FROM journal WHERE kind = 'win' AND written_on = ? ORDER BY id LIMIT 1",
            on.isoformat(),
        )
        return rows[0][0] if rows else ""

    def write_win(self, on: date, text: str) -> None:
        day = on.isoformat()
        with self.file.transaction("wrote the small win") as connection:
            changed = connection.execute(
                "UPDATE journal SET text = ? WHERE id = (SELECT min(id) FROM journal"
                " WHERE kind = 'win' AND written_on = ?)",
                (text, day),
            ).rowcount
            if not changed and text:
                connection.execute(
                    "INSERT INTO journal (written_on, kind, text) VALUES (?, 'win', ?)", (day, text)
                )

    # -- figures kept by hand

    def metrics(self) -> dict[str, tuple[str, str]]:
        """Metric key -> (figure at the start, figure at the end), as written."""
        return {key: (a, b) for key, a, b in self._all("SELECT key, before, after FROM metric")}

    def keep_metric(self, key: str, before: str, after: str) -> None:
        self._write(
            "INSERT INTO metric VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET before = excluded.before, after = excluded.after",
            key,
            before,
            after,
        )

    # -- the focus timer of the two hours' reading

    def timer(self) -> Timer:
        rows = self._all("SELECT planned_seconds, spent_seconds, running_since FROM focus_timer")
        return Timer(*rows[0]) if rows else Timer(7200, 0, None)

    def set_timer(self, timer: Timer) -> None:
        self._write("INSERT OR REPLACE INTO focus_timer VALUES (1, ?, ?, ?)", *timer)

    # -- what there is

    def tally(self) -> dict[str, Any]:
        """What progress is judged by: the fields of `insight.progress.Tally`."""
        return tally(self.file)

    def due(self, today: date) -> list[Due]:
        """Open actions and follow-ups whose date is today or has passed, oldest first."""
        rows = self._all(
            "SELECT 'A' || id, title, owner, deadline AS due FROM action WHERE deadline <= ?1"
            " AND status NOT IN ('completed', 'cancelled')"
            " UNION ALL SELECT 'U' || id, what, who, due_on FROM follow_up WHERE due_on <= ?1"
            " AND NOT done ORDER BY due, 1",
            today.isoformat(),
        )
        with understood(self.file.location):
            return [Due(ref, title, who, date.fromisoformat(on)) for ref, title, who, on in rows]


def _days_text(days: Iterable[int]) -> str:
    return ",".join(str(day) for day in days)
