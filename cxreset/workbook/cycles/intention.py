"""The if-then plan of the beginning; on the standard library alone, for Today shows it."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.base.text import upper_first
from cxreset.workbook.storage.messages import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.workbook.storage.file import WorkbookFile

_COLUMNS = "routine, obstacle, response, supporter, supporter_email"


class IfThenPlan(Record):
    """When and where, what gets in the way and what is done then, and one person who may ask how
    it goes. Everything may be empty."""

    routine: str = ""
    obstacle: str = ""
    response: str = ""
    supporter: str = ""
    supporter_email: str = ""


def if_then_plan(file: WorkbookFile) -> IfThenPlan:
    """What was planned; all of it empty where nothing was."""
    with guarded(file.location):
        rows = file.connection.execute(f"SELECT {_COLUMNS} FROM intention").fetchall()  # noqa: S608
    return IfThenPlan(*rows[0]) if rows else IfThenPlan()


def keep_if_then_plan(file: WorkbookFile, plan: IfThenPlan) -> None:
    """Keep a plan. Raises as writes to the workbook do."""
    with file.transaction("planned when and where") as connection:
        connection.execute(
            f"INSERT OR REPLACE INTO intention (id, {_COLUMNS}) VALUES (1, ?, ?, ?, ?, ?)",  # noqa: S608
            tuple(plan),
        )


def plan_sentence(plan: IfThenPlan) -> str:
    """`After the first coffee. If the day runs away, then read three comments.`, or nothing."""
    routine, obstacle, response = (
        " ".join(words.split()).rstrip(".")
        for words in (plan.routine, plan.obstacle, plan.response)
    )
    sentences = [f"{upper_first(routine)}." if routine else ""]
    if obstacle and response:
        sentences.append(
            _("If {obstacle}, then {response}.").format(
                obstacle=_inside(obstacle, ("if", "wenn")),
                response=_inside(response, ("then", "dann")),
            )
        )
    return " ".join(filter(None, sentences))


def _inside(words: str, first: tuple[str, ...]) -> str:
    """The words without the `if` or `then` (`first`) that somebody wrote before them."""
    begin, _blank, rest = words.partition(" ")
    return rest if begin.lower() in first and rest else words
