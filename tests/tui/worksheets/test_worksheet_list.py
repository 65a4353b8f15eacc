"""Content names the worksheets; each name has its screen, and no screen is without a name."""

from __future__ import annotations

from typing import Any

from cxreset.programme.model import WORKSHEETS
from cxreset.reset.reset import Reset
from cxreset.tui.worksheets import SHEETS, worksheet_for
from cxreset.tui.worksheets.parts.prompts import PromptsSheet


def test_every_worksheet_that_content_can_name_has_a_class() -> None:
    assert set(SHEETS) == set(WORKSHEETS)


def test_each_is_made_for_its_step_and_none_means_prompts(reset: Reset) -> None:
    kinds: dict[str, Any] = {}
    step = reset.pack.steps[0]
    for name in WORKSHEETS:
        sheet = worksheet_for(reset, step._replace(worksheet=name))
        kinds[name] = type(sheet)
        assert sheet.step is not None and sheet.step.worksheet == name
    assert len(set(kinds.values())) == len(WORKSHEETS)
    assert isinstance(worksheet_for(reset, step._replace(worksheet=None)), PromptsSheet)
