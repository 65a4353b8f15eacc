"""The kinds of file that are read, by the names the leader sees."""

from __future__ import annotations

from typing import Literal

from cxreset.base.language.words import N_, _

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
_NAMES: dict[Kind, str] = {
    "Excel workbook": N_("Excel workbook"),
    "OpenDocument sheet": N_("OpenDocument sheet"),
    "text": N_("text"),
    "chat": N_("chat"),
    "transcript": N_("transcript"),
    "mail": N_("mail"),
    "mailbox": N_("mailbox"),
}
"""Those that are words; the others are called the same everywhere."""


def kind_name(kind: Kind) -> str:
    """What a kind is called in the program's language."""
    return _(_NAMES.get(kind, kind))
