"""This reset beside those before it, in words."""

from __future__ import annotations

from cxreset.base.text import count
from cxreset.reset.reset import Reset
from cxreset.workbook.cycles.compared import cycles_compared


def compared(reset: Reset) -> list[str]:
    """This reset and those before it in a few counts, a line each; [] while it is the first."""
    cycles = cycles_compared(reset.file)
    if len(cycles) < 2:
        return []
    return [
        f"from {one.start_on:%d %B %Y}: {count(one.comments, 'comment')}, "
        f"{count(one.chosen, 'pain point')}, {one.completed} of {count(one.actions, 'action')} done"
        for one in cycles
    ]
