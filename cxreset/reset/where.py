"""Where in the program a change was made, for undo: the step's worksheet, or another place."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.language.words import N_, _, pgettext
from cxreset.base.text import one_line
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.workbook.undo.changes import Change, changes
from cxreset.workbook.undo.shown_names import shown_name

_WORKSHEETS = {
    "agenda_item": "meeting",
    "channel_seen": "review",
    "customer_reply": "share",
    "data_point": "measure",
    "decision": "align",
    "evidence": "review",
    "feedback": "review",
    "fix": "sort",
    "follow_up": "followups",
    "gap": "gaps",
    "import_batch": "review",
    "insight": "align",
    "lesson": "lessons",
    "measurement": "measure",
    "meeting": "meeting",
    "pain": "pains",
    "parked_item": "meeting",
    "person": "meeting",
    "pilot": "pilot",
    "pilot_plan": "pilot",
    "procedure": "lessons",
    "share_out": "share",
    "suggestion": "review",
    "touchpoint": "compare",
    "voice": "voices",
    "why": "pains",
}
"""Table -> the worksheet that it is written in."""
_BY_COLUMN = {
    ("pain", "problem"): "plan",
    **dict.fromkeys(
        (
            ("pain", each)
            for each in ("urgency", "impact", "effort", "actionable", "level", "manual_rank")
        ),
        "order",
    ),
    **dict.fromkeys((("fix", each) for each in ("horizon", "start_on", "end_on")), "roadmap"),
}
"""(table, column) -> the worksheet in which that is written, where it is not the table's."""
_ELSEWHERE = {
    "action": N_("Actions"),
    "checkup_mark": N_("Practices"),
    "dropped_step": N_("Today"),
    "holiday": N_("Settings"),
    "intention": N_("Today"),
    "journal": N_("Journal"),
    "metric": N_("a week's figures"),
    "pause": N_("Today"),
    "personal_choice": N_("Share"),
    "practice_choice": N_("Practices"),
    "practice_tick": N_("Practices"),
    "reset": N_("Settings"),
    "squeeze": N_("Today"),
    "template_text": N_("Templates"),
}
"""Table -> the place that it is written in, by its name on the screen."""
_BY_STEP = ("step_tick", "answer")


_MODES = {
    "Actions": "actions",
    "Practices": "practices",
    "Journal": "journal",
    "Settings": "settings",
    "Share": "share",
    "Today": "today",
}
"""Place -> the screen's name."""
_PLAIN = {
    "start_on": N_("start"),
    "end_on": N_("end"),
    "held_on": N_("date"),
    "written_on": N_("day"),
    "manual_rank": N_("order"),
    "review_on": N_("review on"),
    "learned_on": N_("learned on"),
    "decided_on": N_("decided on"),
    "decided_by": N_("decided by"),
    "due_on": N_("due on"),
    "sent_on": N_("sent on"),
    "pain_id": N_("pain"),
    "front_stage": N_("front stage"),
    "back_stage": N_("back stage"),
    "waiting_cost": N_("waiting cost"),
    "applies_when": N_("applies when"),
    "on_failure": N_("on failure"),
    "actionable": N_("can we act"),
    **{
        name: name
        for name in (
            *(N_("owner"), N_("deadline"), N_("status"), N_("purpose"), N_("horizon")),
            *(N_("impact"), N_("urgency"), N_("effort"), N_("level"), N_("kind")),
            *(N_("promise"), N_("reality"), N_("width"), N_("text"), N_("name"), N_("location")),
            *(N_("verdict"), N_("hits"), N_("side"), N_("who"), N_("how"), N_("email"), N_("what")),
            *(N_("reason"), N_("dissent"), N_("priority"), N_("function"), N_("minutes")),
            *(N_("lead"), N_("proof"), N_("evidence"), N_("aim"), N_("failure"), N_("reaction")),
            *(N_("audience"), N_("participants"), N_("site"), N_("comparison"), N_("scale")),
            *(N_("better"), N_("current"), N_("target"), N_("smallest"), N_("guard"), N_("steps")),
        )
    },
}
"""Column -> what the leader calls it, where that is another word."""
_MOST = 3  # columns of one change that are named


class Done(NamedTuple):
    """A change in the leader's words: what was done, to what, where; `at` in seconds since 1970.

    `step` is the id of the step whose worksheet it was made in, `mode` the screen where it was made
    elsewhere, each empty where it is neither; `table` and `key` are the row's.
    """

    words: str
    where: str
    at: float
    step: str = ""
    mode: str = ""
    table: str = ""
    key: str = ""


def done(reset: Reset, limit: int) -> list[Done]:
    """The last changes that can be undone, newest first, at most `limit`."""
    return [_done(reset, change) for change in changes(reset.file, limit)]


def _done(reset: Reset, change: Change) -> Done:
    step = _step(reset, change)
    elsewhere = _ELSEWHERE.get(change.table, "")
    return Done(
        words=_words(change),
        where=f"{step.number} {one_line(step.title, 40)}" if step else _(elsewhere),
        at=change.at,
        step=step.id if step else "",
        mode="" if step else _MODES.get(elsewhere, ""),
        table=change.table,
        key=change.key,
    )


def _words(change: Change) -> str:
    name, words = one_line(shown_name(change.name), 70), one_line(change.words, 60)
    what = ", ".join(_column_name(each) for each in change.columns if each != "title")
    if what and len(change.columns) <= _MOST and change.name.startswith("edited"):
        name = f"{name}, {what}"
    return f"{name}: {words}" if words and words not in name else name


def _column_name(column: str) -> str:
    """What the leader calls a column."""
    ambiguous = {
        "starts_at": pgettext("column", "time"),
        "note": pgettext("column", "note"),
        "problem": pgettext("column", "problem"),
    }
    plain = _PLAIN.get(column, column.removesuffix("_id").replace("_", " "))
    return ambiguous.get(column) or _(plain)


def _step(reset: Reset, change: Change) -> Step | None:
    """The step in whose worksheet it was made, by what it changed."""
    if change.table in _BY_STEP:
        return next((step for step in reset.pack.steps if step.id == change.key), None)
    worksheets = {_BY_COLUMN.get((change.table, column)) for column in change.columns} - {None}
    usual = _WORKSHEETS.get(change.table, "")
    sheet = worksheets.pop() if len(worksheets) == 1 else usual
    if change.name.startswith("accepted the suggestion"):
        sheet = _WORKSHEETS["suggestion"]
    steps = reset.pack.steps_for(sheet or usual)
    return next(iter(steps), None)
