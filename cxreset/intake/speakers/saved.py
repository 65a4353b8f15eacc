"""Chats that say in fields who wrote each message, and when: Viber's rows, Signal's blocks.

(04/03/2025),(10:11:12),Mara Lee,+49 170 1234567,It came late

From: Mara Lee (+491701234567)
Type: incoming
Sent: Tue, 04 Mar 2025 10:11:12 +0100

It came late
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence

from cxreset.intake.columns.people import Side
from cxreset.intake.speakers.messages import Message

_ROW = re.compile(r"\(([\d./-]{6,10})\),\((\d{1,2}:\d{2}(?::\d{2})?)\),[^,]{1,80},[^,]{0,30},.*")
_FIELD = re.compile(r"(From|Type|Sent|Received|Date|Time|To|Direction|Status): ?(.*)")
_OUT = ("outgoing", "sent", "out")
_SELF = ("me", "you", "self", "note to self")
_DAYS = ("Sent", "Date", "Received", "Time")
_NUMBER = re.compile(r"\s*\([+\d\s-]{5,20}\)$")
_ENOUGH = 2  # messages


def is_rows(lines: Iterable[str]) -> bool:
    """Whether lines begin with a day and a time in brackets each, a name and a number."""
    return sum(_ROW.fullmatch(line.rstrip()) is not None for line in lines) >= _ENOUGH


def rows_of(lines: Iterable[str]) -> list[Message]:
    """Every message; a text in quotation marks may go over several lines."""
    cells = (row for row in csv.reader(f"{line}\n" for line in lines) if len(row) > 4)
    return [
        Message(
            speaker=row[2].strip(),
            text=",".join(row[4:]).strip(),
            when=row[0].strip(" ()\ufeff"),
            side=_side(row[2], ""),
        )
        for row in cells
    ]


def is_blocks(lines: Sequence[str]) -> bool:
    """Whether messages stand below the fields that say from whom they are, and of which day."""
    return len([block for block in _blocks(lines) if _day(block[0])]) >= _ENOUGH


def blocks_of(lines: Sequence[str]) -> list[Message]:
    """Every message with its writer; what stands above the first is left to nobody."""
    found = []
    for fields, text in _blocks(lines):
        name = _NUMBER.sub("", fields["From"]).strip()
        kind = fields.get("Type", fields.get("Direction", ""))
        found.append(Message(speaker=name, text=text, when=_day(fields), side=_side(name, kind)))
    return found


def _side(name: str, kind: str) -> Side:
    out = kind.strip().lower() in _OUT or name.strip().lower() in _SELF
    return "company" if out else "customer"


def _day(fields: dict[str, str]) -> str:
    return next((fields[name] for name in _DAYS if fields.get(name)), "")


def _blocks(lines: Sequence[str]) -> list[tuple[dict[str, str], str]]:
    """The fields of each message and the words below them."""
    found: list[tuple[dict[str, str], list[str]]] = []
    above = False  # are we among the fields still?
    for line in lines:
        field = _FIELD.fullmatch(line.strip("\ufeff \r\n"))
        if field and field[1] == "From" and field[2]:
            found.append(({"From": field[2]}, []))
            above = True
        elif above and field:
            found[-1][0][field[1]] = field[2]
        elif found:
            above = False
            found[-1][1].append(line.rstrip("\r\n"))
    return [(fields, "\n".join(text).strip()) for fields, text in found]
