"""Which pictures `python -m scripts.screenshot` takes: of every place and every step."""

from __future__ import annotations

from cxreset.programme.model import Pack
from cxreset.tui.screens import SCREENS
from scripts.screenshot.routes import DESTINATIONS, routes


def test_no_place_and_no_step_is_left_out(pack: Pack) -> None:
    found = list(routes(pack))
    names = [route.name for route in found]
    assert len(names) == len(set(names))
    assert set(DESTINATIONS) == set(SCREENS)
    for book, prefix in (("sample", "step-"), ("begun", "begun-")):
        steps = {route.name: route.step for route in found if route.workbook == book}
        assert all(steps[f"{prefix}{step.number}"] == step.id for step in pack.steps)
