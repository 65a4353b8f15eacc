"""The trackers: what each importer takes, column by column.

Trackers that have no column for a status get the open actions only: they would open the others
again. What each importer asks for is told in docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from cxreset.base.language.words import N_
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import flat
from cxreset.sharing.data.tracker_rows import (
    SUMMARY,
    Line,
    asana_row,
    azure_row,
    board_row,
    github_row,
    gitlab_row,
    jira_row,
    linear_row,
    planner_row,
    table_row,
    todoist_row,
    trello_row,
)
from cxreset.sharing.facts.teams import ActionFact

JIRA_ROWS = 250
"""Rows a file that Jira takes from people who are not administrators."""
AZURE_ROWS = 1_000
"""Rows a file that Azure DevOps takes."""


class Tracker(NamedTuple):
    """A target: its columns in order, how it wants its file, and how an action fills a row.

    `fields` are the cell forms of what a colleague can change there; a column is named for each in
    `columns_of`. `last_newline` says that the last row ends with one too, `month_first` that its
    dates are 10/09/2026. `rows` is how many rows a file holds, 0 for all.
    """

    extension: str
    columns: tuple[str, ...]
    fields: Callable[[ActionFact, Mapping[str, str]], dict[str, str]]
    row: Callable[[Line], Sequence[str]]
    columns_of: Mapping[str, str]
    takes: Callable[[ActionFact], bool]
    bom: bool = False
    newline: str = "\n"
    last_newline: bool = True
    month_first: bool = False
    rows: int = 0

    @property
    def ours(self) -> bool:
        """Is it our own table, whose heads are in the program's language?"""
        return self.columns == OWN_COLUMNS


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


def _every(action: ActionFact) -> bool:
    return True


def _open(action: ActionFact) -> bool:
    return action.open


def _not_cancelled(action: ActionFact) -> bool:
    return action.status != "cancelled"


OWN_COLUMNS = (
    N_("Id"), N_("Action"), N_("Owner"), N_("Deadline"), N_("Status"), N_("Note"),
    N_("Standing"), N_("Pain point"), N_("Comments"), N_("Comes from"), N_("Opened"),
    N_("Completed"), N_("Reference (leave as it is)"),
)  # fmt: skip
OWN_NAMES = {name: cells.LABELS[name] for name in cells.FIELDS}

TRACKERS: dict[str, Tracker] = {
    # Excel takes UTF-8 for such only after a byte order mark.
    "csv": Tracker(
        extension="csv",
        columns=OWN_COLUMNS,
        fields=_own,
        row=table_row,
        columns_of=OWN_NAMES,
        takes=_every,
        bom=True,
        newline="\r\n",
    ),
    "jira": Tracker(
        extension="csv",
        columns=("Summary", "Description", "Assignee", "Priority", "Due Date", "Labels"),
        fields=_carried("title", "owner", "deadline", email_only=True),
        row=jira_row,
        columns_of={"title": "Summary", "owner": "Assignee", "deadline": "Due Date"},
        takes=_open,
        rows=JIRA_ROWS,
    ),
    "asana": Tracker(
        extension="csv",
        columns=(
            *("Name", "Description", "Section", "Assignee", "Collaborators"),
            *("Start Date", "Due Date"),
        ),
        fields=_carried("title", "owner", "deadline", "status", email_only=True),
        row=asana_row,
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
        extension="txt",
        columns=(),
        fields=_carried("title"),
        row=trello_row,
        columns_of={},
        takes=_open,
    ),
    "planner": Tracker(
        extension="csv",
        columns=(
            *("Task Name", "Bucket Name", "Progress", "Priority", "Assigned To"),
            *("Start Date", "Due Date", "Notes", "Checklist Items"),
        ),
        fields=_carried("title", "owner", "deadline", "status", email_only=True),
        row=planner_row,
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
        extension="csv",
        columns=(
            *("Task ID", "Created At", "Completed At", "Last Modified", "Name", "Section/Column"),
            *("Assignee", "Assignee Email", "Start Date", "Due Date", "Tags", "Notes"),
            *("Projects", "Parent task", "Priority"),
        ),
        fields=_carried("title", "owner", "deadline", "status"),
        row=linear_row,
        columns_of={
            "title": "Name",
            "owner": "Assignee",
            "deadline": "Due Date",
            "status": "Section/Column",
        },
        takes=_not_cancelled,
    ),
    "github": Tracker(
        extension="csv",
        columns=("title", "body", "labels", "milestone", "state"),
        fields=_carried("title"),
        row=github_row,
        columns_of={"title": "title"},
        takes=_open,
    ),
    "azure": Tracker(
        extension="csv",
        columns=("Work Item Type", "Title", "Description", "Priority", "Tags"),
        fields=_carried("title"),
        row=azure_row,
        columns_of={"title": "Title"},
        takes=_open,
        rows=AZURE_ROWS,
    ),
    "board": Tracker(
        extension="csv",
        columns=("Title", "Description", "Status", "Owner", "Due Date", "Priority", "Labels"),
        fields=_carried("title", "owner", "deadline", "status"),
        row=board_row,
        columns_of={
            "title": "Title",
            "owner": "Owner",
            "deadline": "Due Date",
            "status": "Status",
        },
        takes=_every,
        last_newline=False,  # WeKan would make an empty card of it, in a list of its own
    ),
    "todoist": Tracker(
        extension="csv",
        columns=(
            *("TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "AUTHOR"),
            *("RESPONSIBLE", "DATE", "DATE_LANG", "TIMEZONE"),
        ),
        fields=_carried("title", "deadline"),
        row=todoist_row,
        columns_of={"title": "CONTENT", "deadline": "DATE"},
        takes=_open,
    ),
    "gitlab": Tracker(
        extension="csv",
        columns=("title", "description", "due_date"),
        fields=_carried("title", "deadline"),
        row=gitlab_row,
        columns_of={"title": "title", "deadline": "due_date"},
        takes=_open,
    ),
}
