"""Every screen that is pictured: on which workbook, at which step, and the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cxreset.programme.model import Pack

Workbook = Literal["sample", "begun", "none"]
FILE = "survey.csv"
"""A file of feedback in the folder in which pictures are taken."""


class Route(NamedTuple):
    """Where a picture is taken. `step`: the id of the step that is open, empty for Today;
    `day`: of the thirty, on which the workbook stands, 0 for its own."""

    name: str
    keys: tuple[str, ...] = ()
    step: str = ""
    workbook: Workbook = "sample"
    day: int = 0


DESTINATIONS: dict[str, tuple[str, ...]] = {
    "today": (), "actions": ("a",), "scoreboard": ("y",), "practices": ("h",), "journal": ("j",),
    "share": ("e",), "help": ("question_mark",), "settings": ("f3",),
}  # fmt: skip
DIALOGS: dict[str, tuple[str, ...]] = {
    "practice": ("p",), "week-look": ("r",), "busy-days": ("i",), "pause": ("z",),
    "catch-up": ("c",), "check-up": ("k",), "templates": ("f2",), "template": ("f2", "enter"),
    "commands": ("ctrl+p",), "commands-found": ("ctrl+p", *"comp"),
    "undo-list": ("space", "ctrl+z"), "find": ("question_mark", "slash"),
    "actions-returned": ("a", "i"), "actions-owner": ("a", "o"), "actions-form": ("a", "enter"),
    "actions-remove": ("a", "delete"), "actions-reply": ("a", "w"),
    "practice-note": ("h", "w"), "share-write": ("e", "s"), "share-personal": ("e", "x"),
    "share-pieces": ("e", "p"), "settings-line": ("f3", "enter"), "settings-keys": ("f3", "k"),
    "settings-key": ("f3", "k", "enter"),
}  # fmt: skip
IN_STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "guidance": ("listen.pains", ("g",)),
    "metrics": ("listen.pains", ("M",)),
    "reading-large": ("listen.review", ("enter",)),
    "reading-found": ("listen.review", ("slash", *"late", "enter")),
    "reading-filter": ("listen.review", ("f",)),
    "reading-pain": ("listen.review", ("p",)),
    "reading-other": ("listen.review", ("0",)),
    "reading-remove": ("listen.review", ("delete",)),
    "by-hand": ("listen.review", ("c",)),
    "channels": ("listen.review", ("s",)),
    "import": ("listen.review", ("i",)),
    "import-proposal": ("listen.review", ("i", *FILE, "enter")),
    "import-report": ("listen.review", ("i", *FILE, "enter", "enter", "enter")),
    "recurs": ("listen.review", ("r",)),
    "recurs-accept": ("listen.review", ("r", "enter")),
    "pain-form": ("listen.pains", ("enter",)),
    "pain-comments": ("listen.pains", ("v",)),
    "pain-whys": ("listen.pains", ("w",)),
    "order-form": ("listen.order", ("enter",)),
    "plan-form": ("listen.plan", ("enter",)),
    "plan-preview": ("listen.plan", ("v",)),
    "compare-form": ("map.compare", ("enter", "tab")),
    "gaps-pick-list": ("map.gaps", ("enter", "tab", "down")),
    "roadmap-form": ("map.roadmap", ("enter",)),
    "calendar": ("map.roadmap", ("enter", "tab", "tab", "down")),
    "meeting-begin": ("team.meeting", ("m",)),
    "meeting": ("team.meeting", ("m", "ctrl+s")),
    "meeting-decision": ("team.meeting", ("m", "ctrl+s", "d")),
    "meeting-end": ("team.meeting", ("m", "ctrl+s", "w")),
    "owners-form": ("team.owners", ("enter",)),
    "pilot-form": ("test.pilot", ("enter",)),
    "measure-form": ("test.measure", ("enter",)),
    "week-done": ("test.lessons", ("d", "right_square_bracket", "d")),
}
EMPTY: dict[str, tuple[str, ...]] = {
    "recurs": ("1", "r"), "check-up": ("k",), "undo-list": ("ctrl+z",), "commands": ("ctrl+p",),
    "catch-up": ("c",), "week-look": ("r",),
}  # fmt: skip
"""Dialogs that speak otherwise while a workbook holds nothing."""
DAYS = (1, 9, 17, 25, 30)


def routes(pack: Pack) -> Iterator[Route]:
    """Every picture, each under a name of its own."""
    for name, keys in DESTINATIONS.items():
        yield Route(name, keys)
    for step in pack.steps:
        yield Route(f"step-{step.number}", (week_key(pack, step.id),), step.id)
    for name, keys in DIALOGS.items():
        yield Route(name, keys)
    for name, (step_id, keys) in IN_STEPS.items():
        yield Route(name, (week_key(pack, step_id), *keys), step_id)
    for day in DAYS:
        yield Route(f"day-{day:02d}", day=day)
    yield Route("closing-next", ("enter",), day=30)
    yield Route("welcome", workbook="none")
    for name, keys in (DESTINATIONS | EMPTY).items():
        yield Route(f"begun-{name}", keys, workbook="begun")
    for step in pack.steps:
        yield Route(f"begun-{step.number}", (week_key(pack, step.id),), step.id, "begun")


def week_key(pack: Pack, step_id: str) -> str:
    """The digit that leads to a step's week."""
    return str(pack.week(pack.step(step_id).week).number)
