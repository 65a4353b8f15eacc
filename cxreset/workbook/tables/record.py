"""What rows with a short human id have in common."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import inspect
from sqlmodel import Field, SQLModel

from cxreset.workbook.nouns import noun_of


class _Named:
    """A class attribute that is looked up for the class's own table."""

    def __init__(self, part: str) -> None:
        self._part = part

    def __get__(self, row: SQLModel | None, table: type[SQLModel]) -> str:
        noun = noun_of(str(table.__tablename__))
        return noun.prefix if self._part == "prefix" else noun.noun


def fields_by_column(table: type[SQLModel]) -> dict[str, str]:
    """Column in the file -> field of the class; a few fields are named otherwise in the file."""
    return {column.name: field for field, column in inspect(table).columns.items()}


class Record(SQLModel):
    """A row with a number of its own and a short human id made of `prefix` and that number."""

    prefix: ClassVar[_Named] = _Named("prefix")
    noun: ClassVar[_Named] = _Named("noun")

    id: int | None = Field(default=None, primary_key=True)

    @classmethod
    def stored_as(cls, field: str) -> str:
        """The column in the file that holds a field; what is no column keeps its name."""
        columns = inspect(cls).columns
        return columns[field].name if field in columns else field

    @property
    def ref(self) -> str:
        """`P2`, `G1`, `A7`: never used again once deleted."""
        return f"{self.prefix}{self.id}"

    @property
    def key(self) -> int:
        """The row's number, for rows that are stored (raises ValueError before)."""
        if self.id is None:
            raise ValueError(f"{type(self).__name__} is not stored yet")
        return self.id
