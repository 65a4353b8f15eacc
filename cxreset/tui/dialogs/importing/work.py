"""Looking at a file and storing it: in a thread, of which the screen hears by messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.message import Message

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.intake.read import Options, Preview, Report
from cxreset.reset.importing import counted, import_file
from cxreset.tui.dialogs.importing.report import Proposed, on_screen, propose
from cxreset.workbook.feedback.comments import Cancelled, CommentRepository
from cxreset.workbook.feedback.known import KnownComments
from cxreset.workbook.opening import open_workbook

PICK, PROPOSAL, RUNNING, REPORT = "pick", "proposal", "running", "report"
"""What the screen shows, one after the other."""
FIRST_FOCUS = {PICK: "#path", PROPOSAL: "#go", RUNNING: "#close", REPORT: "#suggest"}
GO_WORDS = {PICK: N_("Look at it  ⏎"), PROPOSAL: N_("Import  ⏎")}


class Imported(NamedTuple):
    """What was stored, a report a file; and whether the leader wants to see what recurs."""

    reports: tuple[Report, ...]
    suggest: bool


class Looked(Message):
    """A file was looked at; `fresh`: for the first time, or another sheet of it."""

    def __init__(self, proposed: Proposed, fresh: bool) -> None:
        super().__init__()
        self.proposed, self.fresh = proposed, fresh


class Counted(Message):
    """Every row of the file looked at is in one of the report's counts."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


class Progressed(Message):
    """So many comments are stored, and so much of the file (0 to 1) is read."""

    def __init__(self, stored: int, share: float) -> None:
        super().__init__()
        self.stored, self.share = stored, share


class Finished(Message):
    """The import is in the workbook."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


class Failed(Message):
    """Looking or storing did not work out; nothing was stored."""

    def __init__(self, sentence: str, back_to: str) -> None:
        super().__init__()
        self.sentence, self.back_to = sentence, back_to


class Line(NamedTuple):
    """How a thread reaches its screen: `post` a message; does it still `want` the result?"""

    post: Callable[[Message], object]
    wanted: Callable[[], bool]


def look(
    line: Line, path: Path, options: Options, workbook: Path, *, fresh: bool, stage: str
) -> None:
    """Propose how to read a file, then count what would become of its rows, and which of them are
    in the workbook already.

    `stage` is what the screen goes back to when the file cannot be looked at.
    """

    def post(message: Message) -> None:
        if line.wanted():
            line.post(message)

    try:
        proposed = propose(path, options)
        post(Looked(proposed, fresh))
        stage = PROPOSAL
        if not proposed.unsure and not proposed.preview.unsettled:
            report = counted(proposed.preview, _known(workbook), line.wanted)
            if report is not None:
                post(Counted(report))
    except CxresetError as error:
        post(Failed(on_screen(error.sentence), stage))


def _known(workbook: Path) -> KnownComments:
    """What is in the workbook, on a connection of its own."""
    file = open_workbook(workbook)
    try:
        return KnownComments(file)
    finally:
        file.close()


def store(
    line: Line, workbook: Path, preview: Preview, today: date, *, drop_personal: bool
) -> None:
    """Store all of a file or nothing, on a connection of its own."""

    def tell(stored: int, share: float) -> bool:
        line.post(Progressed(stored, share))
        return line.wanted()

    try:
        file = open_workbook(workbook)
        try:
            report = import_file(
                CommentRepository(file), preview, None, today, tell, drop_personal=drop_personal
            )
        finally:
            file.close()
    except Cancelled:
        line.post(Failed(_("Stopped. Nothing of this file was stored."), PROPOSAL))
    except CxresetError as error:
        line.post(Failed(on_screen(error.sentence), PROPOSAL))
    else:
        line.post(Finished(report))
