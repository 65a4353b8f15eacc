"""What can be shared and in which forms, by name: light enough to be listed at any time."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple, TypeVar

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
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
        return _("It needs one more package: {command}.").format(
            command=f'pip install "cxreset[{self.extra}]"'
        )


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
TRACKERS = (
    *("jira", "asana", "trello", "planner", "linear", "board", "todoist", "gitlab", "github"),
    *("azure", "cards"),
)

FORMS = {
    "html": Form(name="Web page", label="for the browser, e-mail or print", extension="html"),
    "docx": Form(
        name="Word", label="to read, change and comment on", extension="docx", readable=False
    ),
    "pdf": Form(
        name="PDF",
        label="to read and print",
        extension="pdf",
        readable=False,
        library="typst",
        extra="pdf",
    ),
    "pptx": Form(
        name="PowerPoint",
        label="to show, with what proves it in the notes",
        extension="pptx",
        readable=False,
        library="pptx",
        extra="slides",
    ),
    "md": Form(name="Markdown", label="text for a wiki or a chat", extension="md"),
    "txt": Form(name="Text", label="plain lines for Teams, Slack or an e-mail", extension="txt"),
    "xlsx": Form(name="Excel", label="to fill in and send back", extension="xlsx", readable=False),
    "csv": Form(name="CSV", label="a table for any spreadsheet", extension="csv"),
    "jira": Form(name="Jira", label="work items to import there", extension="csv"),
    "asana": Form(name="Asana", label="tasks to import there", extension="csv"),
    "trello": Form(name="Trello", label="card titles to paste there", extension="txt"),
    "planner": Form(name="Planner", label="tasks to import there", extension="csv"),
    "linear": Form(name="Linear", label="issues to import there", extension="csv"),
    "board": Form(name="Any board", label="rows with columns to map", extension="csv"),
    "todoist": Form(name="Todoist", label="tasks to import there", extension="csv"),
    "gitlab": Form(name="GitLab", label="issues to import there", extension="csv"),
    "github": Form(name="GitHub", label="issues for an importer of CSV", extension="csv"),
    "azure": Form(name="Azure DevOps", label="work items to import there", extension="csv"),
    "cards": Form(
        name="Board file", label="a Trello board, for WeKan, Planka and Deck", extension="json"
    ),
    "ics": Form(name="Calendar", label="entries for any calendar", extension="ics"),
    "json": Form(name="JSON", label="one file, for keeping and for scripts", extension="json"),
}

SUBJECTS = {
    "plan": Subject(
        name="Plan",
        label="The action plan",
        about="Everything you wrote, as one document for all.",
        forms=DOCUMENT,
    ),
    "slips": Subject(
        name="Owner slips",
        label="Owner slips",
        about="One page for each colleague: their own actions, why, and by when.",
        forms=DOCUMENT,
        folder=True,
        by_owner=True,
    ),
    "brief": Subject(
        name="Brief",
        label="The brief",
        about="One page for a busy executive: figures, pains, what moved, what you ask.",
        forms=DOCUMENT,
    ),
    "short": Subject(
        name="Short plan",
        label="The plan in short",
        about="Two pages: the summary, the actions, the pilot.",
        forms=DOCUMENT,
    ),
    "meeting": Subject(
        name="Meeting pack",
        label="The meeting pack",
        about="Invitation, agenda, what customers say, minutes after.",
        forms=DOCUMENT,
    ),
    "pilot": Subject(
        name="Pilot",
        label="The pilot on one page",
        about="What is tried, where, for how long, when to stop.",
        forms=DOCUMENT,
    ),
    "story": Subject(
        name="Story",
        label="The story of the thirty days",
        about="What you heard, changed, measured and learned.",
        forms=DOCUMENT,
    ),
    "procedure": Subject(
        name="Procedure",
        label="The procedure",
        about="How the fix is done from now on.",
        forms=DOCUMENT,
    ),
    "actions": Subject(
        name="Actions",
        label="The actions",
        about="A register for colleagues, or rows for their tracker.",
        forms=("xlsx", "csv", *TRACKERS),
        by_owner=True,
    ),
    "status": Subject(
        name="Status",
        label="The status post",
        about="Ten lines for a channel or an e-mail: where it stands today.",
        forms=("txt", "html", "md"),
    ),
    "week": Subject(
        name="The week",
        label="The week's look",
        about="What moved, waits, was learned, whom to speak to, and next week.",
        forms=("html", "txt", "md"),
    ),
    "contacts": Subject(
        name="Contacts",
        label="Whom to tell",
        about="Customers behind finished actions, by name: for you, not for colleagues.",
        forms=("csv",),
        own_copy=True,
    ),
    "slides": Subject(
        name="Slides",
        label="The slides of the share-out",
        about="Six to eight: heard, gap, fix, what moved, what you ask, what comes next.",
        forms=("pptx", "md"),
    ),
    "calendar": Subject(
        name="Dates",
        label="The dates",
        about="The meeting, deadlines, follow-ups and the pilot.",
        forms=("ics",),
        by_owner=True,
    ),
    "workbook": Subject(
        name="Workbook",
        label="The whole workbook",
        about="All that is in it: for you, not for colleagues.",
        forms=("json",),
        own_copy=True,
    ),
}


def subject(what: str) -> Subject:
    """The subject of that name; UsageError names those there are otherwise."""
    return known(
        _("There is no thing to share called “{asked}”. There is {those}."), what, SUBJECTS
    )


def form(what: str, asked: str) -> Form:
    """The form of that name; UsageError names the forms that this subject has otherwise."""
    forms = {name: FORMS[name] for name in subject(what).forms}
    refusal = _("There is no form of “{what}” called “{asked}”. There is {those}.")
    return known(refusal.replace("{what}", what), asked, forms)


def known(refusal: str, asked: str, there: dict[str, T]) -> T:
    """What is asked for by its name, whatever its case.

    UsageError says the `refusal` otherwise, which has {asked} and {those}: all there is.
    """
    found = there.get(asked.strip().lower())
    if found is None:
        raise UsageError(refusal.format(asked=one_line(asked, 40), those=listed(list(there))))
    return found
