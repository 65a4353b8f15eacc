"""The actions as a board in the JSON that Trello exports and other boards import (WeKan, Planka,
Nextcloud Deck): a list a status, a card an action, with its due date and one label.

Identifiers are made of the workbook's identity and what they name, so that the same workbook gives
the same bytes. What the readers ask for is told in docs/formats.md.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import TypeAlias

from cxreset.base.language.words import _
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import STATUSES, flat, shown_status
from cxreset.sharing.data.tracker_rows import LABEL, SUMMARY, Line
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
HOUR = time(10, 30)
"""Due dates are of this hour (UTC), which is the same day from Hawaii to New Zealand: at midnight
half the world would see the day before."""


def render(facts: PlanFacts) -> bytes:
    """The board as UTF-8."""
    board = _Board(facts).made()
    return (json.dumps(board, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


class _Board:
    """One board; `key` makes the 24 hexadecimal digits that Trello's identifiers have."""

    def __init__(self, facts: PlanFacts) -> None:
        self._facts = facts
        self._whose = cells.identity(facts)
        self._id = self.key("board")

    def key(self, name: str) -> str:
        return sha256(f"{self._whose} {name}".encode()).hexdigest()[:24]

    def made(self) -> dict[str, Json]:
        facts = self._facts
        return {
            "id": self._id,
            "name": flat(
                _("{organisation} action plan").format(organisation=facts.organisation), SUMMARY
            ),
            "desc": "",
            "closed": False,
            "dateLastActivity": _moment(facts.today),
            "prefs": {"background": "blue", "permissionLevel": "private"},
            "labelNames": {"blue": LABEL},
            "labels": [self._label()],
            "lists": [self._list(at, code) for at, code in enumerate(STATUSES, 1)],
            "cards": [self._card(at, line) for at, line in enumerate(self._lines(), 1)],
            "members": [],
            "memberships": [],
            "checklists": [],
            "actions": [
                self._opened(action, action.opened_on)
                for action in facts.actions
                if action.opened_on
            ],
            "customFields": [],
        }

    def _lines(self) -> list[Line]:
        lines = []
        for action in self._facts.actions:
            values = cells.cell_forms(action)
            values["title"] = flat(action.title, SUMMARY) or action.ref
            reference = cells.reference(action.ref, self._whose, values)
            lines.append(Line(self._facts, action, values, reference))
        return lines

    def _label(self) -> dict[str, Json]:
        return {"id": self.key("label"), "idBoard": self._id, "name": LABEL, "color": "blue"}

    def _list(self, position: int, status: str) -> dict[str, Json]:
        return {
            "id": self.key(status),
            "idBoard": self._id,
            "name": shown_status(status),
            "closed": False,
            "pos": position * 1024,
        }

    def _card(self, position: int, line: Line) -> dict[str, Json]:
        action = line.action
        return {
            "id": self.key(action.ref),
            "idBoard": self._id,
            "idList": self.key(action.status),
            "name": line.values["title"],
            "desc": line.description,
            "closed": False,
            "pos": position * 1024,
            "due": _moment(action.deadline) if action.deadline else None,
            "dueComplete": action.status == "completed",
            "dateLastActivity": _moment(self._facts.today),
            "idLabels": [self.key("label")],
            "labels": [self._label()],
            "idMembers": [],
            "idChecklists": [],
            "attachments": [],
            "idAttachmentCover": None,
            "badges": {"votes": 0, "comments": 0},
        }

    def _opened(self, action: ActionFact, opened_on: date) -> dict[str, Json]:
        """When a card was made: readers take it for the day on which the card was opened."""
        return {
            "id": self.key(f"{action.ref} opened"),
            "type": "createCard",
            "date": _moment(opened_on),
            "idMemberCreator": "",
            "data": {
                "board": {"id": self._id},
                "list": {"id": self.key(action.status)},
                "card": {"id": self.key(action.ref)},
            },
        }


def _moment(on: date) -> str:
    return datetime.combine(on, HOUR, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
