"""What commands print with `--json`: plain values with a format and version (docs/scripts.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cxreset.cli.talk import out

if TYPE_CHECKING:
    from cxreset.programme.model import Step, Template
    from cxreset.reset.today import TodayPage
    from cxreset.sharing.subjects import Form, Subject
    from cxreset.workbook.maintenance.doctor import Finding
    from cxreset.workbook.merging.copies import Copy
    from cxreset.workbook.storage.backup import Backup

VERSION = 1
"""Of every report: raised when a key is taken away or changes its meaning."""
Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def print_report(name: str, values: Mapping[str, object]) -> None:
    """Print a report called `cxreset-NAME`; its values are what JSON can hold."""
    head = {"format": f"cxreset-{name}", "version": VERSION}
    out(json.dumps({**head, **values}, indent=2, ensure_ascii=False))


def today_report(page: TodayPage) -> dict[str, Value]:
    """The day's page."""
    return {
        "on": page.on.isoformat(),
        "day": page.day,
        "phase": page.phase,
        "ends_on": page.ends_on.isoformat(),
        "heading": page.heading,
        "objective": page.objective,
        "next": _step(page.next_step),
        "why": page.next_why,
        "practice": page.practice.title if page.practice else None,
        "practice_done": page.practice_done,
        "question": page.question,
        "answer": page.answer,
        "steps_done": page.done,
        "steps_total": page.total,
        "due": [
            {"id": due.ref, "title": due.title, "who": due.who, "due_on": due.due_on.isoformat()}
            for due in page.due
        ],
    }


def _step(step: Step | None) -> Value:
    if step is None:
        return None
    return {
        "id": step.id,
        "number": step.number,
        "title": step.title,
        "minutes": step.minutes,
    }


def doctor_report(workbook: str, findings: Sequence[Finding]) -> dict[str, Value]:
    """How the workbook is."""
    found: list[Value] = [{"well": each.well, "text": each.text} for each in findings]
    return {
        "workbook": workbook,
        "well": all(each.well for each in findings),
        "findings": found,
    }


def backups_report(backups: Sequence[Backup], kinds: Mapping[str, str]) -> dict[str, Value]:
    """The backups, newest first; `taken` is a moment in UTC."""
    return {
        "backups": [
            {
                "name": each.path.name,
                "path": str(each.path),
                "taken": each.taken.isoformat(),
                "kind": kinds.get(each.kind, ""),
                "bytes": each.path.stat().st_size,
            }
            for each in backups
        ]
    }


def copies_report(copies: Sequence[Copy]) -> dict[str, Value]:
    """The conflicted copies beside the workbook."""
    return {"copies": [{"path": str(each.path), "service": each.service} for each in copies]}


def templates_report(templates: Sequence[Template]) -> dict[str, Value]:
    """The texts to send."""
    return {
        "templates": [
            {"id": each.id, "title": each.title, "used_for": each.used_for} for each in templates
        ]
    }


def exports_report(subjects: Mapping[str, Subject], forms: Mapping[str, Form]) -> dict[str, Value]:
    """What can be shared, and in which forms; `missing` is empty where nothing needs installing."""
    return {
        "subjects": [
            {"id": name, "title": each.label, "about": each.about, "forms": list(each.forms)}
            for name, each in subjects.items()
        ],
        "forms": [
            {"id": name, "title": each.name, "about": each.label, "missing": each.missing or ""}
            for name, each in forms.items()
        ],
    }
