"""What can be shared and in which forms, by name: light enough to be listed at any time."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple, TypeVar

from cxreset.errors import UsageError
from cxreset.text import listed, one_line

T = TypeVar("T")


class Form(NamedTuple):
    """A form that a subject can take. `extension` is without its dot.

    `readable` says whether a terminal can show it. `library` is what it needs besides what every
    installation has, and `extra` the name under which that is installed.
    """

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
    """Something to share: its name, one line about it, its forms with the usual one first.

    `folder` says that it is several files, `by_owner` that it can be for one colleague alone.
    """

    label: str
    about: str
    forms: tuple[str, ...]
    folder: bool = False
    by_owner: bool = False

    @property
    def is_document(self) -> bool:
        """Is it a text to read, and no table of rows?"""
        return "md" in self.forms


DOCUMENT = ("html", "docx", "pdf", "md")
TRACKERS = ("jira", "asana", "trello", "planner", "linear")

FORMS = {
    "html": Form("a page for the browser, e-mail or print", "html"),
    "docx": Form("a Word document", "docx", readable=False),
    "pdf": Form("a PDF", "pdf", readable=False, library="typst", extra="pdf"),
    "md": Form("Markdown for a wiki or a chat", "md"),
    "xlsx": Form("an Excel workbook to fill in and send back", "xlsx", readable=False),
    "csv": Form("a table for any spreadsheet", "csv"),
    "jira": Form("work items for Jira", "csv"),
    "asana": Form("tasks for Asana", "csv"),
    "trello": Form("card titles to paste into Trello", "txt"),
    "planner": Form("tasks for Microsoft Planner", "csv"),
    "linear": Form("issues for Linear", "csv"),
    "ics": Form("entries for any calendar", "ics"),
    "json": Form("one file for keeping and for scripts", "json"),
}

SUBJECTS = {
    "plan": Subject(
        "The action plan",
        "Everything you wrote, from the pains to what comes next, as one document.",
        DOCUMENT,
    ),
    "slips": Subject(
        "Owner slips",
        "One page for each colleague: their own actions, why, by when, and a text to send.",
        DOCUMENT,
        folder=True,
        by_owner=True,
    ),
    "meeting": Subject(
        "The meeting pack",
        "The invitation, the agenda, what customers say, and the minutes after.",
        DOCUMENT,
    ),
    "pilot": Subject(
        "The pilot on one page",
        "What is tried, where, for how long, and when to stop.",
        DOCUMENT,
    ),
    "story": Subject(
        "The story of the thirty days",
        "What you heard, changed, measured and learned.",
        DOCUMENT,
    ),
    "procedure": Subject(
        "The procedure",
        "How the fix is done from now on, and what to do when it fails.",
        DOCUMENT,
    ),
    "actions": Subject(
        "The actions",
        "A register that colleagues fill in and send back, or rows for a tracker.",
        ("xlsx", "csv", *TRACKERS),
        by_owner=True,
    ),
    "calendar": Subject(
        "The dates",
        "The meeting, deadlines, follow-ups and the pilot, for a calendar.",
        ("ics",),
        by_owner=True,
    ),
    "workbook": Subject(
        "The whole workbook",
        "All that is in it, customers' words too: for you, not for colleagues.",
        ("json",),
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
