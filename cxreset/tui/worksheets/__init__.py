"""One file a worksheet; content names them, `worksheet_for` finds them.

A step without a worksheet gets its prompts as text fields, so a new content pack needs no code.
"""

from __future__ import annotations

from importlib import import_module

from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.worksheets.parts.base import Worksheet

SHEETS = {
    "review": "listen.review:ReviewSheet",
    "pains": "listen.pains:PainsSheet",
    "order": "listen.order:OrderSheet",
    "plan": "listen.plan:PlanSheet",
    "compare": "gaps.compare:CompareSheet",
    "gaps": "gaps.gaps:GapsSheet",
    "sort": "gaps.sort:SortSheet",
    "roadmap": "gaps.roadmap:RoadmapSheet",
    "meeting": "teams.meeting:MeetingSheet",
    "align": "teams.align:AlignSheet",
    "owners": "teams.owners:OwnersSheet",
    "followups": "teams.followups:FollowUpsSheet",
    "pilot": "pilot.pilot:PilotSheet",
    "measure": "pilot.measure:MeasureSheet",
    "voices": "pilot.voices:VoicesSheet",
    "lessons": "pilot.lessons:LessonsSheet",
    "share": "pilot.share:ShareSheet",
}
PROMPTS = "parts.prompts:PromptsSheet"


def module_for(step: Step) -> str:
    """The module that holds a step's worksheet."""
    return _found(step)[0]


def worksheet_for(reset: Reset, step: Step) -> Worksheet:
    """A new worksheet for a step."""
    module, name = _found(step)
    sheet = getattr(import_module(module), name)(reset, step)
    assert isinstance(sheet, Worksheet)
    return sheet


def _found(step: Step) -> tuple[str, str]:
    module, _, name = SHEETS.get(step.worksheet or "", PROMPTS).partition(":")
    return f"cxreset.tui.worksheets.{module}", name
