"""The whole workbook through SQLModel, for worksheets and exports.

It shares its connection with the daily module, so there is one writer and no waiting on oneself.
Rows handed out are detached: plain values to read. Only the methods here write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import StaticPool, create_engine, func
from sqlalchemy.exc import StatementError
from sqlmodel import Session, SQLModel, col, select

from cxreset.base.errors import NotFound
from cxreset.base.language.words import _
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.feedback import evidence
from cxreset.workbook.feedback.counts import channel_counts
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import damaged, guarded
from cxreset.workbook.tables import (
    RECORDS,
    Answer,
    Evidence,
    Feedback,
    Meeting,
    Record,
    StepTick,
)

T = TypeVar("T", bound=SQLModel)


class Workbook:
    """Everything the leader writes. Each call is stored when it returns."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file
        # Transactions are ours (BEGIN IMMEDIATE in WorkbookFile), so SQLAlchemy must neither begin
        # nor roll back: its rollback when a session closes would undo a larger change half-way.
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: file.connection,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            skip_autocommit_rollback=True,
            pool_reset_on_return=None,
        )
        with self._engine.connect():
            pass  # the first connect sets the isolation level, which ends any open transaction

    @classmethod
    def open(cls, path: Path) -> Workbook:
        """Open the workbook at `path`; raises as `open_workbook` does."""
        return cls(open_workbook(path))

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with guarded(self.file.path), Session(self._engine, expire_on_commit=False) as session:
            try:
                yield session
            except StatementError as error:  # a value of the wrong type, or SQLite's own error
                if error.orig is None:
                    raise
                raise error.orig from error
            except ValueError:  # a date that was stored whole and cannot be read back
                raise damaged(self.file.path, _("a date in it cannot be read")) from None

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self.file.transaction(), self._session() as session:
            yield session
            session.flush()

    # -- any table

    def rows(self, table: type[T], *order: str, **where: object) -> list[T]:
        """Rows whose columns equal `where`; `order` names columns, `-` before one reverses it."""
        query = select(table).filter_by(**where)
        for name in order or _key_names(table):
            column = getattr(table, name.removeprefix("-"))
            query = query.order_by(column.desc() if name.startswith("-") else column)
        with self._session() as session:
            return list(session.exec(query).all())

    def get(self, table: type[T], key: object) -> T | None:
        with self._session() as session:
            return session.get(table, key)

    def by_ref(self, ref: str) -> Record:
        """The record with a short id such as `A7`; raises NotFound."""
        letters = ref.strip().rstrip("0123456789").upper()
        digits = ref.strip()[len(letters) :]
        for table in RECORDS:
            if table.prefix and table.prefix == letters and 0 < len(digits) < 19:  # fits 64 bits
                row = self.get(table, int(digits))
                if row is not None:
                    return row
        raise NotFound(_("There is nothing with the id {ref!r} in this workbook.").format(ref=ref))

    def add(self, row: T) -> T:
        """Store a new row; returns it with its id."""
        with self._writing() as session:
            session.add(row)
            session.flush()
            session.refresh(row)
        return row

    def set(self, table: type[SQLModel], key: object, **values: Any) -> None:
        """Change some columns of one row; raises NotFound, or NotSaved for a value out of range."""
        with self._writing() as session:
            row = session.get(table, key)
            if row is None:
                raise NotFound(_("That line is no longer in the workbook."))
            for name, value in values.items():
                setattr(row, name, value)
            session.add(row)

    def put(self, row: SQLModel) -> None:
        """Store a row under its own key, new or not."""
        with self._writing() as session:
            session.merge(row)

    def remove(self, table: type[SQLModel], key: object) -> None:
        """Delete one row. What was tied to it stays, untied; raises NotFound."""
        with self._writing() as session:
            row = session.get(table, key)
            if row is None:
                raise NotFound(_("That line is no longer in the workbook."))
            session.delete(row)

    def count(self, table: type[SQLModel], **where: object) -> int:
        with self._session() as session:
            query = select(func.count()).select_from(table).filter_by(**where)
            return int(session.exec(query).one())

    # -- the golden thread

    def tie(self, pain_id: int, feedback_ids: list[int]) -> None:
        """Make comments evidence of a pain point; tying twice is tying once."""
        with self.file.transaction() as connection:
            evidence.tie(connection, pain_id, feedback_ids)

    def untie(self, pain_id: int, feedback_ids: list[int]) -> None:
        with self.file.transaction() as connection:
            evidence.untie(connection, pain_id, feedback_ids)

    def evidence_counts(self) -> dict[int, int]:
        """Pain id -> how many comments speak of it (pains without any are absent)."""
        query = select(Evidence.pain_id, func.count()).group_by(col(Evidence.pain_id))
        with self._session() as session:
            return {pain: int(number) for pain, number in session.exec(query).all()}

    def evidence_ids(self, pain_id: int, limit: int) -> list[int]:
        """The first `limit` comments tied to a pain, by number."""
        query = (
            select(Evidence.feedback_id)
            .where(Evidence.pain_id == pain_id)
            .order_by(col(Evidence.feedback_id))
            .limit(limit)
        )
        with self._session() as session:
            return list(session.exec(query).all())

    # -- what is counted

    def feedback_total(self) -> int:
        return self.count(Feedback)

    def channel_counts(self) -> dict[str, int]:
        with guarded(self.file.path):
            found = channel_counts(self.file.connection)
        return {channel: total for channel, (total, _) in found.items()}

    def preventable_counts(self) -> tuple[int, int]:
        """(marked preventable, marked either way)."""
        yes = self.count(Feedback, preventable=True)
        return yes, yes + self.count(Feedback, preventable=False)

    def ticks(self) -> dict[str, date]:
        return {tick.step_id: tick.done_on for tick in self.rows(StepTick)}

    def answers(self, scope: str) -> dict[str, str]:
        return {answer.prompt: answer.text for answer in self.rows(Answer, scope=scope)}

    def settings(self) -> Settings:
        return Daily(self.file).settings()

    def meeting(self) -> Meeting:
        """The meeting's row, empty when nothing was written yet."""
        return self.get(Meeting, 1) or Meeting(id=1)


def _key_names(table: type[SQLModel]) -> tuple[str, ...]:
    return tuple(column.name for column in table.__table__.primary_key)  # type: ignore[attr-defined]
