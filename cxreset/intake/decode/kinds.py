"""The kinds of file that are read, by the names the leader sees."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "CSV",
    "Excel workbook",
    "OpenDocument sheet",
    "JSON",
    "JSON Lines",
    "text",
    "chat",
    "transcript",
    "mail",
    "mailbox",
]
