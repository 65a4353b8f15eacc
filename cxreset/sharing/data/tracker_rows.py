"""An action as a row of each tracker: its cells in the order of the tracker's columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import day, flat, plain, shortened
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date

LABEL = "cxreset"
"""One label for all, without spaces or hyphens, at which some boards split labels."""
SUMMARY = 250  # characters; Jira and Planner end a title at 255
DESCRIPTION = 16_000  # characters before the reference; Todoist ends a description at 16,383


KEEP = N_("Reference, please keep:")
"""What stands before the reference in the last line of a description."""


class Line(NamedTuple):
    """What a row is made of."""

    facts: PlanFacts
    action: ActionFact
    values: Mapping[str, str]
    reference: str

    @property
    def pain(self) -> PainFact | None:
        refs = self.action.chain
        every = (*self.facts.pains, *self.facts.other_pains)
        return next((pain for pain in every if pain.ref in refs), None)

    @property
    def description(self) -> str:
        """Why it is done, for whom, by when, and the reference in its last line."""
        action, pain = self.action, self.pain
        title = plain(action.title)
        lines = [title if title != self.values["title"] else ""]
        if pain is not None:
            lines.append(_("Customers say: {pain}").format(pain=f"{pain.ref} {flat(pain.title)}"))
        if action.comments:
            lines.append(_("Evidence: {number} comments").format(number=whole(action.comments)))
        if action.chain:
            lines.append(
                _("Comes from: {chain}").format(chain=" ← ".join((action.ref, *action.chain)))
            )
        if action.owner.strip():
            lines.append(_("Owner: {owner}").format(owner=flat(action.owner)))
        if action.deadline:
            lines.append(_("Due: {day}").format(day=short_date(action.deadline)))
        if action.note.strip():
            lines.append(_("Note: {note}").format(note=plain(action.note)))
        why = shortened("\n".join(filter(None, lines)), DESCRIPTION)
        return "\n\n".join(filter(None, (why, f"{_(KEEP)} {self.reference}")))


def _american(action: ActionFact) -> str:
    return f"{action.deadline:%m/%d/%Y}" if action.deadline else ""


_MOST_URGENT = {"now": 5, "next": 3, "later": 2}


def _urgency(line: Line, words: Sequence[str]) -> str:
    """Of five words, for how urgent the action is, 1 to 5.

    That is the urgency of the pain behind it (3 where unknown), at most what its place on the
    roadmap allows; what is closed is not urgent.
    """
    if not line.action.open:
        return words[0]
    urgency = (line.pain.urgency if line.pain else None) or 3
    fix = next((one for one in line.facts.fixes if one.ref in line.action.chain), None)
    most = _MOST_URGENT.get((fix.horizon if fix else None) or "now", 5)
    return words[min(urgency, most) - 1]


def table_row(line: Line) -> Sequence[str]:
    action, values = line.action, line.values
    return (
        action.ref,
        *(values[name] for name in ("title", "owner", "deadline")),
        cells.shown_status(action.status) or values["status"],
        values["note"],
        cells.schedule_note(action, line.facts.today),
        *other_cells(line).values(),
        line.reference,
    )


def other_cells(line: Line) -> dict[str, str]:
    """The columns of our own table that are not read back (`cells.OTHERS`)."""
    action, pain = line.action, line.pain
    return {
        "pain": f"{pain.ref} {flat(pain.title)}" if pain else "",
        "comments": str(action.comments),
        "source": " ← ".join((action.ref, *action.chain)) if action.chain else "",
        "opened": day(action.opened_on),
        "finished": day(action.completed_on),
    }


def jira_row(line: Line) -> Sequence[str]:
    priority = _urgency(line, ("Lowest", "Low", "Medium", "High", "Highest"))
    values = line.values
    return (
        values["title"], line.description, values["owner"], priority, values["deadline"], LABEL,
    )  # fmt: skip


def asana_row(line: Line) -> Sequence[str]:
    values = line.values
    section = cells.shown_status(line.action.status)
    due = _american(line.action)
    return (values["title"], line.description, section, values["owner"], "", "", due)


def planner_row(line: Line) -> Sequence[str]:
    values = line.values
    priority = _urgency(line, ("Low", "Low", "Medium", "Important", "Urgent"))
    bucket = flat(line.pain.title, SUMMARY) if line.pain else "Actions"
    return (
        values["title"], bucket, values["status"], priority, values["owner"],
        _start(line.action), values["deadline"], line.description, "",
    )  # fmt: skip


def _start(action: ActionFact) -> str:
    """The day an action was opened; none after its deadline, which an importer would refuse."""
    opened, due = action.opened_on, action.deadline
    return day(opened) if opened and (due is None or opened <= due) else ""


def board_row(line: Line) -> Sequence[str]:
    """For boards that let their columns be mapped."""
    values = line.values
    priority = _urgency(line, ("Low", "Low", "Medium", "High", "Urgent"))
    return (
        values["title"], line.description, values["status"], values["owner"], values["deadline"],
        priority, LABEL,
    )  # fmt: skip


def todoist_row(line: Line) -> Sequence[str]:
    """A task; 1 is the highest of four priorities. Who is responsible has to be a member there."""
    values = line.values
    priority = _urgency(line, ("4", "4", "3", "2", "1"))
    language = "en" if values["deadline"] else ""
    return (
        "task", values["title"], line.description, priority, "1", "", "", values["deadline"],
        language, "",
    )  # fmt: skip


def gitlab_row(line: Line) -> Sequence[str]:
    """An issue: title, description and due date are all that the importer takes.

    It does what a line says that begins with a slash (`/close`, `/assign @all`), whoever wrote it;
    after a space it is words.
    """
    description = re.sub(r"^/", " /", line.description, flags=re.MULTILINE)
    return (line.values["title"], description, line.values["deadline"])


def linear_row(line: Line) -> Sequence[str]:
    """As Linear's importer reads Asana's export: its reader for Linear's own knows no due date.
    It tells open and done apart, and three priorities."""
    action, values = line.action, line.values
    priority = _urgency(line, ("Low", "Low", "Med", "High", "High"))
    completed = day(action.completed_on or line.facts.today) if action.status == "completed" else ""
    return (
        action.ref, _noon(day(action.opened_on)), _noon(completed), "", values["title"],
        cells.shown_status(action.status), values["owner"], "", _noon(_start(action)),
        _noon(values["deadline"]), LABEL, line.description, "", "", priority,
    )  # fmt: skip


def _noon(on: str) -> str:
    """A day at noon: its reader takes a bare day as midnight UTC, the day before in America."""
    return f"{on}T12:00" if on else ""


def github_row(line: Line) -> Sequence[str]:
    """An issue. Work is given to GitHub's own users alone, so the owner stands in the body."""
    state = "open" if line.action.open else "closed"
    return (line.values["title"], line.description, LABEL, "", state)


def azure_row(line: Line) -> Sequence[str]:
    """A work item, new as every one that is imported; its description is HTML there, and its
    guide asks to leave out who it is assigned to, so the owner stands in the description."""
    priority = _urgency(line, ("4", "4", "3", "2", "1"))
    description = "<br>".join(escape(text, quote=False) for text in line.description.split("\n"))
    return ("Task", line.values["title"], description, priority, LABEL)


def trello_row(line: Line) -> Sequence[str]:
    action = line.action
    due = _("due {day}").format(day=short_date(action.deadline)) if action.deadline else ""
    details = ", ".join(filter(None, (action.ref, flat(action.owner), due)))
    return (f"{flat(action.title, 400) or _('No words yet')} ({details})",)
