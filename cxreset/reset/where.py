"""Where in the program a change was made, for undo: the step's worksheet, or another place."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.workbook.undo.changes import Change, changes

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
_ELSEWHERE = {
    "action": "Actions",
    "checkup_mark": "Practices",
    "dropped_step": "Today",
    "holiday": "Settings",
    "intention": "Today",
    "journal": "Journal",
    "metric": "a week's figures",
    "pause": "Today",
    "personal_choice": "Share",
    "practice_choice": "Practices",
    "practice_tick": "Practices",
    "reset": "Settings",
    "squeeze": "Today",
    "template_text": "Templates",
}
"""Table -> the place that it is written in, by its name on the screen."""
_BY_STEP = ("step_tick", "answer")


class Done(NamedTuple):
    """A change in the leader's words: what was done, to what, where; `at` in seconds since 1970."""

    words: str
    where: str
    at: float


def done(reset: Reset, limit: int) -> list[Done]:
    """The last changes that can be undone, newest first, at most `limit`."""
    return [Done(_words(change), _where(reset, change), change.at)
            for change in changes(reset.file, limit)]  # fmt: skip


def _words(change: Change) -> str:
    name, words = one_line(change.name, 70), one_line(change.words, 60)
    return f"{name}: {words}" if words and words not in name else name


def _where(reset: Reset, change: Change) -> str:
    if change.table in _BY_STEP:
        steps = [step for step in reset.pack.steps if step.id == change.key]
    else:
        steps = list(reset.pack.steps_for(_WORKSHEETS.get(change.table, "")))
    if steps:
        return f"{steps[0].number} {one_line(steps[0].title, 40)}"
    return _ELSEWHERE.get(change.table, "")
