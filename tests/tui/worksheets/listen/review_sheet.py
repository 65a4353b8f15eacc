"""The worksheet of comments as its tests use it: comments added unread, and the words of a line."""

from __future__ import annotations

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.links import Links


def add(reset: Reset, *texts: str, channel: str = "survey") -> None:
    for text in texts:
        number = reset.comments.capture(text, channel, None)
        with reset.file.transaction() as connection:
            connection.execute("UPDATE feedback SET seen = 0 WHERE id = ?", (number,))


def words(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(name, Links).content)
