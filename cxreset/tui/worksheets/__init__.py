"""One file a worksheet; content names them, `worksheet_for` finds them.

A step without a worksheet gets its prompts as text fields, so a new content pack needs no code.
"""

from __future__ import annotations

from importlib import import_module

from cxreset.programme.model import Step
from cxreset.reset import Reset
from cxreset.tui.worksheets.base import Worksheet

SHEETS = {
    "review": "review:ReviewSheet",
    "pains": "pains:PainsSheet",
    "order": "order:OrderSheet",
    "plan": "plan:PlanSheet",
    "compare": "compare:CompareSheet",
    "gaps": "gaps:GapsSheet",
    "sort": "sort:SortSheet",
    "roadmap": "roadmap:RoadmapSheet",
    "meeting": "meeting:MeetingSheet",
    "align": "align:AlignSheet",
    "owners": "owners:OwnersSheet",
    "followups": "followups:FollowUpsSheet",
    "pilot": "pilot:PilotSheet",
    "measure": "measure:MeasureSheet",
    "voices": "voices:VoicesSheet",
    "lessons": "lessons:LessonsSheet",
    "share": "share:ShareSheet",
}


def worksheet_for(reset: Reset, step: Step) -> Worksheet:
    """A new worksheet for a step."""
    module, _, name = SHEETS.get(step.worksheet or "", "prompts:PromptsSheet").partition(":")
    sheet = getattr(import_module(f"cxreset.tui.worksheets.{module}"), name)(reset, step)
    assert isinstance(sheet, Worksheet)
    return sheet
