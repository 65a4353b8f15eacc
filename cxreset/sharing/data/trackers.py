"""Actions as CSV: our own full table, and what each tracker's importer takes.

Every file carries a reference for each action (`cells.reference`), so that it can be read back.
Trackers that have no column for a status get the open actions only: they would open the others
again. What each importer asks for is told in docs/formats.md.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import day, flat, plain, shortened
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date

JIRA_ROWS = 250
"""Rows a file that Jira takes from people who are not administrators."""
SUMMARY = 250  # characters; Jira and Planner end a title at 255


class Tracker(NamedTuple):
    """A target: its columns in order, how it wants its file, and how an action fills a row.

    `fields` are the cell forms of what a colleague can change there; a column is named for each in
    `columns_of`. `month_first` says that its dates are 10/09/2026. `rows` is how many rows a file
    holds, 0 for all.
    """

    label: str
    extension: str
    columns: tuple[str, ...]
    fields: Callable[[ActionFact, Mapping[str, str]], dict[str, str]]
    row: Callable[[_Line], Sequence[str]]
    columns_of: Mapping[str, str]
    takes: Callable[[ActionFact], bool]
    bom: bool = False
    newline: str = "\n"
    month_first: bool = False
    rows: int = 0


class _Line(NamedTuple):
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
            lines.append(f"Customers say: {pain.ref} {flat(pain.title)}")
        if action.comments:
            lines.append(f"Evidence: {action.comments:,} comments")
        if action.chain:
            lines.append(f"Comes from: {' ← '.join((action.ref, *action.chain))}")
        if action.owner.strip():
            lines.append(f"Owner: {flat(action.owner)}")
        if action.deadline:
            lines.append(f"Due: {short_date(action.deadline)}")
        if action.note.strip():
            lines.append(f"Note: {plain(action.note)}")
        return shortened("\n".join(filter(None, lines)), 30_000) + f"\n\n{self.reference}"


def files(name: str, facts: PlanFacts) -> list[tuple[str, bytes]]:
    """The files of one of `TRACKERS`: (name of the file, its bytes); one, or more for Jira.

    Raises KeyError for an unknown name.
    """
    tracker = TRACKERS[name]
    whose = cells.identity(facts)
    people = emails(facts)
    rows = []
    for action in facts.actions:
        if tracker.takes(action):
            values = tracker.fields(action, people)
            line = _Line(facts, action, values, cells.reference(action.ref, whose, values))
            rows.append(tracker.row(line))
    size = tracker.rows or max(1, len(rows))
    pages = [rows[at : at + size] for at in range(0, len(rows), size)] or [[]]
    names = (
        [f"{name}.{tracker.extension}"]
        if len(pages) == 1
        else [f"{name}-{number}.{tracker.extension}" for number in range(1, len(pages) + 1)]
    )
    return [(file, _written(tracker, page)) for file, page in zip(names, pages, strict=True)]


def emails(facts: PlanFacts) -> dict[str, str]:
    """Name in lower case -> e-mail address, for those of whom one is known."""
    return addresses((one.name, one.email) for one in facts.meeting.people)


def addresses(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """`emails` of (name, address) pairs."""
    return {
        flat(name).casefold(): flat(email)
        for name, email in people
        if name.strip() and email.strip()
    }


def _written(tracker: Tracker, rows: Iterable[Sequence[str]]) -> bytes:
    if not tracker.columns:  # a line each, to paste
        return "".join(f"{row[0]}\n" for row in rows).encode()
    out = io.StringIO()
    # Everything in quotes: where a list is separated by semicolons, a bare one would end a cell.
    write = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=tracker.newline).writerow
    write(tracker.columns)
    for row in rows:
        write([cells.defused(cell) for cell in row])
    return (b"\xef\xbb\xbf" if tracker.bom else b"") + out.getvalue().encode("utf-8", "replace")


# -- what each of them carries


def _own(action: ActionFact, people: Mapping[str, str]) -> dict[str, str]:
    return cells.cell_forms(action)


def _carried(*names: str, email_only: bool = False) -> Callable[..., dict[str, str]]:
    """Cell forms for a tracker: a title of one line, an owner as an address where one is known.

    `email_only` leaves the owner empty where none is: the importer would stumble over a name.
    """

    def fields(action: ActionFact, people: Mapping[str, str]) -> dict[str, str]:
        values = cells.cell_forms(action)
        owner = people.get(values["owner"].casefold(), "" if email_only else values["owner"])
        values |= {"title": flat(action.title, SUMMARY) or action.ref, "owner": owner}
        return {name: values[name] for name in names}

    return fields


def _american(action: ActionFact) -> str:
    return f"{action.deadline:%m/%d/%Y}" if action.deadline else ""


def _urgency(line: _Line, words: Sequence[str]) -> str:
    """Of five words, for urgency 1 to 5 of the pain behind it; the middle one where unknown."""
    return words[((line.pain.urgency if line.pain else None) or 3) - 1]


def _table(line: _Line) -> Sequence[str]:
    action, values = line.action, line.values
    pain = line.pain
    return (
        action.ref,
        *(values[name] for name in cells.FIELDS),
        cells.schedule_note(action, line.facts.today),
        f"{pain.ref} {flat(pain.title)}" if pain else "",
        str(action.comments),
        " ← ".join((action.ref, *action.chain)) if action.chain else "",
        day(action.opened_on),
        day(action.completed_on),
        line.reference,
    )


def _jira(line: _Line) -> Sequence[str]:
    priority = _urgency(line, ("Lowest", "Low", "Medium", "High", "Highest"))
    values = line.values
    labels = f"cxreset-{line.action.ref}"
    return (
        values["title"], line.description, values["owner"], priority, values["deadline"], labels,
    )  # fmt: skip


def _asana(line: _Line) -> Sequence[str]:
    values = line.values
    section = cells.STATUSES.get(line.action.status, "")
    due = _american(line.action)
    return (values["title"], line.description, section, values["owner"], "", "", due)


def _planner(line: _Line) -> Sequence[str]:
    values = line.values
    priority = _urgency(line, ("Low", "Low", "Medium", "Important", "Urgent"))
    bucket = flat(line.pain.title, SUMMARY) if line.pain else "Actions"
    return (
        values["title"], bucket, values["status"], priority, values["owner"],
        day(line.action.opened_on), values["deadline"], line.description, "",
    )  # fmt: skip


_LINEAR_STATUS = {
    "not_started": "Todo",
    "in_progress": "In Progress",
    "completed": "Done",
    "cancelled": "Canceled",
}


def _linear(line: _Line) -> Sequence[str]:
    action, values = line.action, line.values
    priority = _urgency(line, ("Low", "Low", "Medium", "High", "Urgent"))
    return (
        values["title"], line.description, _LINEAR_STATUS.get(action.status, "Todo"), "", priority,
        values["owner"], "cxreset", day(action.opened_on), "", day(action.completed_on), "",
    )  # fmt: skip


def _trello(line: _Line) -> Sequence[str]:
    action = line.action
    due = f"due {short_date(action.deadline)}" if action.deadline else ""
    details = ", ".join(filter(None, (action.ref, flat(action.owner), due)))
    return (f"{flat(action.title, 400) or 'No words yet'} ({details})",)


def _every(action: ActionFact) -> bool:
    return True


def _open(action: ActionFact) -> bool:
    return action.open


def _not_cancelled(action: ActionFact) -> bool:
    return action.status != "cancelled"


OWN_COLUMNS = (
    "Id", "Action", "Owner", "Deadline", "Status", "Note", "Standing", "Pain point", "Comments",
    "Comes from", "Opened", "Completed", "Reference (leave as it is)",
)  # fmt: skip
OWN_NAMES = {"title": "Action"} | {name: cells.LABELS[name] for name in cells.FIELDS}

TRACKERS: dict[str, Tracker] = {
    # Excel takes UTF-8 for such only after a byte order mark.
    "csv": Tracker(
        label="A table for any spreadsheet",
        extension="csv",
        columns=OWN_COLUMNS,
        fields=_own,
        row=_table,
        columns_of=OWN_NAMES,
        takes=_every,
        bom=True,
        newline="\r\n",
    ),
    "jira": Tracker(
        label="Jira",
        extension="csv",
        columns=("Summary", "Description", "Assignee", "Priority", "Due Date", "Labels"),
        fields=_carried("title", "owner", "deadline", email_only=True),
        row=_jira,
        columns_of={"title": "Summary", "owner": "Assignee", "deadline": "Due Date"},
        takes=_open,
        rows=JIRA_ROWS,
    ),
    "asana": Tracker(
        label="Asana",
        extension="csv",
        columns=(
            "Name",
            "Description",
            "Section",
            "Assignee",
            "Collaborators",
            "Start Date",
            "Due Date",
        ),
        fields=_carried("title", "owner", "deadline", "status", email_only=True),
        row=_asana,
        columns_of={
            "title": "Name",
            "owner": "Assignee",
            "deadline": "Due Date",
            "status": "Section",
        },
        takes=_open,
        month_first=True,
    ),
    "trello": Tracker(
        label="Trello",
        extension="txt",
        columns=(),
        fields=_carried("title"),
        row=_trello,
        columns_of={},
        takes=_open,
    ),
    "planner": Tracker(
        label="Microsoft Planner",
        extension="csv",
        columns=(
            "Task Name",
            "Bucket Name",
            "Progress",
            "Priority",
            "Assigned To",
            "Start Date",
            "Due Date",
            "Notes",
            "Checklist Items",
        ),
        fields=_carried("title", "owner", "deadline", "status", email_only=True),
        row=_planner,
        columns_of={
            "title": "Task Name",
            "owner": "Assigned To",
            "deadline": "Due Date",
            "status": "Progress",
        },
        takes=_not_cancelled,
        bom=True,
        newline="\r\n",
    ),
    "linear": Tracker(
        label="Linear",
        extension="csv",
        columns=(
            "Title",
            "Description",
            "Status",
            "Estimate",
            "Priority",
            "Assignee",
            "Labels",
            "Created",
            "Started",
            "Completed",
            "Archived",
        ),
        fields=_carried("title", "owner", "status"),
        row=_linear,
        columns_of={"title": "Title", "owner": "Assignee", "status": "Status"},
        takes=_every,
    ),
}
