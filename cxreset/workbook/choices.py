"""What was set on screens and in dialogs: texts to send, Share's choices, personal details hidden.

Plain sqlite3, for the first screen as well.
"""

from __future__ import annotations

from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


class TemplateText(NamedTuple):
    """The leader's own version of a text to send (blank: there is none), and whom it is for."""

    text: str = ""
    owner: str = ""


def template_text(file: WorkbookFile, template_id: str) -> TemplateText:
    with guarded(file.path):
        row = file.connection.execute(
            "SELECT text, owner FROM template_text WHERE template_id = ?", (template_id,)
        ).fetchone()
    return TemplateText(*row) if row else TemplateText()


def write_template(file: WorkbookFile, template_id: str, text: str) -> None:
    """Keep the leader's own version; blank lets the text be filled anew."""
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO template_text (template_id, text) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET text = excluded.text",
            (template_id, text),
        )


def fill_template_for(file: WorkbookFile, template_id: str, owner: str) -> None:
    """From now on the text is filled for this owner, and the leader's own version goes."""
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO template_text (template_id, owner) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET owner = excluded.owner, text = ''",
            (template_id, owner),
        )


class ShareChoice(NamedTuple):
    """What was chosen last in Share. `path` and `folder` say where it was written; empty for the
    usual place."""

    what: str = ""
    form: str = ""
    owner: str = ""
    path: str = ""
    folder: str = ""


def share_choice(file: WorkbookFile) -> ShareChoice:
    with guarded(file.path):
        row = file.connection.execute(
            "SELECT what, form, owner, path, folder FROM share_choice"
        ).fetchone()
    return ShareChoice(*row) if row else ShareChoice()


def keep_share_choice(file: WorkbookFile, choice: ShareChoice) -> None:
    """For the next time; no words of the leader, so undo knows nothing of it."""
    with file.transaction(recorded=False) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO share_choice (id, what, form, owner, path, folder)"
            " VALUES (1, ?, ?, ?, ?, ?)",
            choice,
        )


def personal_hidden(file: WorkbookFile) -> bool:
    """Are personal details to be hidden on the screen?"""
    with guarded(file.path):
        row = file.connection.execute("SELECT hide_personal FROM reset").fetchone()
    return bool(row and row[0])


def hide_personal(file: WorkbookFile, hidden: bool) -> None:
    """Hide them from now on, or show them again."""
    with file.transaction() as connection:
        connection.execute("UPDATE reset SET hide_personal = ?", (hidden,))
