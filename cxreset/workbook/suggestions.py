"""What the leader made of suggested themes, by the theme's id: named, accepted, merged, put away.

Plain sqlite3: the suggestions on the command line need no more. Each of the changes takes back the
one made of the same theme before; a theme's name stays.
"""

from __future__ import annotations

from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

OPEN, SPLIT, DROPPED = "open", "split", "dropped"


class Decision(NamedTuple):
    """`name` is empty where the theme's own is good; `pain_id` is the pain point it became;
    `merged_into` the id of the theme it goes along with."""

    name: str = ""
    state: str = OPEN
    pain_id: int | None = None
    merged_into: str = ""

    @property
    def made(self) -> bool:
        """Is it a decision at all, and not one taken back?"""
        return self != Decision()


def decisions(file: WorkbookFile) -> dict[str, Decision]:
    """Theme id -> what was made of it; themes never decided on are absent."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT theme_id, name, state, pain_id, coalesce(merged_into, '') FROM suggestion"
            " ORDER BY theme_id"
        ).fetchall()
    return {theme_id: Decision(*decision) for theme_id, *decision in rows}


def themes_of(file: WorkbookFile, pain_id: int) -> list[str]:
    """The ids of the themes that became a pain point, and of those that go along with them."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT theme_id FROM suggestion WHERE pain_id = ?1 OR merged_into IN"
            " (SELECT theme_id FROM suggestion WHERE pain_id = ?1) ORDER BY theme_id",
            (pain_id,),
        ).fetchall()
    return [theme_id for (theme_id,) in rows]


def name(file: WorkbookFile, theme_id: str, own: str) -> None:
    """Call a theme `own`; empty gives it its own name back."""
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO suggestion (theme_id, name) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET name = excluded.name",
            (theme_id, own),
        )


def accept(file: WorkbookFile, theme_id: str, pain_id: int) -> None:
    """It became this pain point; raises NotSaved where there is no such pain."""
    _decide(file, theme_id, pain_id=pain_id)


def put(file: WorkbookFile, theme_id: str, state: str) -> None:
    """Open again, to be split, or dropped."""
    _decide(file, theme_id, state=state)


def merge(file: WorkbookFile, guest: str, host: str) -> None:
    """A theme goes along with another from now on, and what went along with it as well."""
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO suggestion (theme_id) VALUES (?) ON CONFLICT DO NOTHING", (host,)
        )
        connection.execute(
            "UPDATE suggestion SET merged_into = ? WHERE merged_into = ?", (host, guest)
        )
        _decide(file, guest, merged_into=host)


def _decide(
    file: WorkbookFile,
    theme_id: str,
    *,
    state: str = OPEN,
    pain_id: int | None = None,
    merged_into: str | None = None,
) -> None:
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO suggestion (theme_id, state, pain_id, merged_into) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET state = excluded.state, pain_id = excluded.pain_id,"
            " merged_into = excluded.merged_into",
            (theme_id, state, pain_id, merged_into),
        )
