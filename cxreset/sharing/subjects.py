"""What can be shared and in which forms, by name: light enough to be listed at any time."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple, TypeVar

from cxreset.base.errors import UsageError
from cxreset.base.text import listed, one_line

T = TypeVar("T")


class Form(NamedTuple):
    """A form that a subject can take: its name, what it is, its ending without the dot.

    `readable` says whether a terminal can show it. `library` is what it needs besides what every
    installation has, and `extra` the name under which that is installed.
    """

    name: str
    label: str
    extension: str
    readable: bool = True
    library: str = ""
    extra: str = ""

    @property
    def missing(self) -> str:
        """What to install before this form can be made, as a sentence; empty when all is there."""
        if not self.library or find_spec(self.library) is not None:
            return ""
        return f'It needs one more package: pip install "cxreset[{self.extra}]".'


class Subject(NamedTuple):
    """Something to share: its name in a word or two and in full, one line about it, its forms.

    The usual form is the first. `folder` says that it is several files, `by_owner` that it can be
    for one colleague alone, `own_copy` that it is for the leader and nothing in it is masked.
    """

    name: str
    label: str
    about: str
    forms: tuple[str, ...]
    folder: bool = False
    by_owner: bool = False
    own_copy: bool = False

    @property
    def is_document(self) -> bool:
        """Is it a text to read, and no table of rows?"""
        return "md" in self.forms


DOCUMENT = ("html", "docx", "pdf", "md")
TRACKERS = ("jira", "asana", "trello", "planner", "linear")

FORMS = {
    "html": Form("Web page", "for the browser, e-mail or print", "html"),
    "docx": Form("Word", "to read, change and comment on", "docx", readable=False),
    "pdf": Form("PDF", "to read and print", "pdf", readable=False, library="typst", extra="pdf"),
    "md": Form("Markdown", "text for a wiki or a chat", "md"),
    "xlsx": Form("Excel", "to fill in and send back", "xlsx", readable=False),
    "csv": Form("CSV", "a table for any spreadsheet", "csv"),
    "jira": Form("Jira", "work items to import there", "csv"),
    "asana": Form("Asana", "tasks to import there", "csv"),
    "trello": Form("Trello", "card titles to paste there", "txt"),
    "planner": Form("Planner", "tasks to import there", "csv"),
    "linear": Form("Linear", "issues to import there", "csv"),
    "ics": Form("Calendar", "entries for any calendar", "ics"),
    "json": Form("JSON", "one file, for keeping and for scripts", "json"),
}

SUBJECTS = {
    "plan": Subject(
        "Plan",
        "The action plan",
        "Everything you wrote, as one document for all.",
        DOCUMENT,
    ),
    "slips": Subject(
        "Owner slips",
        "Owner slips",
        "One page for each colleague: their own actions, why, and by when.",
        DOCUMENT,
        folder=True,
        by_owner=True,
    ),
    "meeting": Subject(
        "Meeting pack",
        "The meeting pack",
        "Invitation, agenda, what customers say, minutes after.",
        DOCUMENT,
    ),
    "pilot": Subject(
        "Pilot",
        "The pilot on one page",
        "What is tried, where, for how long, when to stop.",
        DOCUMENT,
    ),
    "story": Subject(
        "Story",
        "The story of the thirty days",
        "What you heard, changed, measured and learned.",
        DOCUMENT,
    ),
    "procedure": Subject(
        "Procedure",
        "The procedure",
        "How the fix is done from now on.",
        DOCUMENT,
    ),
    "actions": Subject(
        "Actions",
        "The actions",
        "A register for colleagues, or rows for their tracker.",
        ("xlsx", "csv", *TRACKERS),
        by_owner=True,
    ),
    "calendar": Subject(
        "Dates",
        "The dates",
        "The meeting, deadlines, follow-ups and the pilot.",
        ("ics",),
        by_owner=True,
    ),
    "workbook": Subject(
        "Workbook",
        "The whole workbook",
        "All that is in it: for you, not for colleagues.",
        ("json",),
        own_copy=True,
    ),
}


def subject(what: str) -> Subject:
    """The subject of that name; UsageError names those there are otherwise."""
    return known("thing to share", what, SUBJECTS)


def form(what: str, asked: str) -> Form:
    """The form of that name; UsageError names the forms that this subject has otherwise."""
    return known(f"form of “{what}”", asked, {name: FORMS[name] for name in subject(what).forms})


def known(noun: str, asked: str, there: dict[str, T]) -> T:
    """What is asked for by its name, whatever its case; UsageError names all there is otherwise."""
    found = there.get(asked.strip().lower())
    if found is None:
        raise UsageError(
            f"There is no {noun} called “{one_line(asked, 40)}”. There is {listed(list(there))}."
        )
    return found
