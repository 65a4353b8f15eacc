"""What the leader decided about pieces that are, or may be, personal."""

from __future__ import annotations

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


def personal_choices(file: WorkbookFile) -> dict[str, bool]:
    """Pieces that are or may be personal -> are they kept as they are when something is shared?"""
    with guarded(file.path):
        rows = file.connection.execute("SELECT piece, kept FROM personal_choice").fetchall()
    return {piece: bool(kept) for piece, kept in rows}


def choose_personal(file: WorkbookFile, piece: str, kept: bool | None) -> None:
    """Keep a piece or mask it from now on, or forget the choice (None)."""
    with file.transaction() as connection:
        if kept is None:
            connection.execute("DELETE FROM personal_choice WHERE piece = ?", (piece,))
        else:
            connection.execute(
                "INSERT INTO personal_choice (piece, kept) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET kept = excluded.kept",
                (piece, kept),
            )
