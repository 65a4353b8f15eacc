"""The worksheets of a week that were opened: one in sight, the others kept for a while."""

from __future__ import annotations

from textual.containers import Vertical

from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.screens.destination import Shown
from cxreset.tui.widgets.state_line import StateLine
from cxreset.tui.worksheets import worksheet_for
from cxreset.tui.worksheets.parts.base import Worksheet

MOST = 4
"""Worksheets kept of one week, the one in sight included; the one seen longest ago goes first."""


class WeekSheets(Vertical):
    """Turns from worksheet to worksheet; one that is turned back to is not built anew.

    The one in sight is the first child, so that a search for a widget finds it there.
    """

    def __init__(self, reset: Reset, *, id: str) -> None:
        super().__init__(id=id)
        self.reset = reset
        self._sheets: dict[str, Worksheet] = {}  # by the step's id, the one in sight last
        self._drawn_from: dict[str, Shown | None] = {}

    @property
    def sheet(self) -> Worksheet | None:
        """The worksheet in sight; None before the first is opened."""
        return next(reversed(self._sheets.values()), None)

    def in_sight(self) -> list[Worksheet]:
        """The worksheet in sight and the parts it has."""
        sheet = self.sheet
        return [sheet, *sheet.query(Worksheet)] if sheet is not None else []

    async def open(self, step: Step, state: Shown | None) -> None:
        """Bring the worksheet of a step into sight; `state` is what the workbook holds now."""
        with self.app.batch_update():
            before, sheet = self.sheet, self._sheets.pop(step.id, None)
            if before is not None and before is not sheet:
                before.display = False
                for line in self.screen.query(StateLine):
                    line.say(None)  # what is said of a step is not said of the next one
            if sheet is None:
                sheet = worksheet_for(self.reset, step)
                self._sheets[step.id] = sheet
                await self.mount(sheet, before=0 if self.children else None)
                await self._drop_oldest()
            else:
                self._sheets[step.id] = sheet
                self.move_child(sheet, before=0)
                sheet.display = True
                if state is None or state != self._drawn_from[step.id]:
                    self.reload(state)
                else:
                    self.stays()
            self._drawn_from[step.id] = state

    async def _drop_oldest(self) -> None:
        while len(self._sheets) > MOST:
            oldest = next(iter(self._sheets))
            del self._drawn_from[oldest]
            await self._sheets.pop(oldest).remove()

    def reload(self, state: Shown | None) -> None:
        """Show what the workbook holds now, which is `state`; those behind do it when seen."""
        for sheet in self.in_sight():
            sheet.reload()
        for step_id in list(self._sheets)[-1:]:
            self._drawn_from[step_id] = state

    def show_record(self, table: str, key: str) -> bool:
        """Put the cursor on a row of that table; False when the sheet in sight has no such rows."""
        return self.sheet is not None and self.sheet.show_record(table, key)

    def stays(self) -> None:
        """The leader is back, and what is shown is what is stored."""
        for sheet in self.in_sight():
            sheet.stays()
