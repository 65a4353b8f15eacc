"""The meeting pack: the invitation before, the minutes after, an agenda by the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cxreset.sharing.documents.meeting_pack import MINUTES, STANDARD, build_meeting_pack
from cxreset.sharing.documents.model import (
    Table,
    ToDo,
)
from tests.sharing.documents.reading import facts_in, part
from tests.sharing.full_plan import FULL, TODAY

# --- the meeting ------------------------------------------------------------------------------


def test_before_the_meeting_the_invitation_comes_first_and_after_it_the_minutes() -> None:
    before = ["invitation", "agenda", "brief", "minutes", "actions", "checks"]
    after = ["minutes", "actions", "checks", "brief", "agenda", "invitation"]
    for days, keys in ((1, before), (0, after), (-1, after)):
        meeting = replace(FULL.meeting, held_on=TODAY + timedelta(days))
        document = build_meeting_pack(replace(FULL, meeting=meeting))
        assert [one.key for one in document.parts] == keys


def test_the_invitation_goes_to_everybody_but_the_leader() -> None:
    entries = facts_in(part(build_meeting_pack(FULL), "invitation"))
    assert entries["To"] == ("priya.nair@harbour-pine.example, sam.whitlock@harbour-pine.example",)
    assert entries["When"] == ("23 September 2026, 10:00, 90 minutes",)
    (todo,) = [
        block
        for block in part(build_meeting_pack(FULL), "invitation").blocks
        if isinstance(block, ToDo)
    ]
    assert todo.text == "write down the address of Alice Moreau"


def test_the_standard_agenda_fills_ninety_minutes() -> None:
    assert sum(one.minutes for one in STANDARD) == MINUTES


@pytest.mark.parametrize(
    ("starts_at", "times"),
    [
        ("10:00", ["10:00", "10:05", "10:20", "10:40", "11:00", "11:20"]),
        ("23.50", ["23:50", "23:55", "00:10", "00:30", "00:50", "01:10"]),
        ("after lunch", ["1", "2", "3", "4", "5", "6"]),
        ("25:00", ["1", "2", "3", "4", "5", "6"]),
        ("", ["1", "2", "3", "4", "5", "6"]),
    ],
)
def test_the_agenda_runs_by_the_clock_when_the_start_is_a_time(
    starts_at: str, times: list[str]
) -> None:
    meeting = replace(FULL.meeting, starts_at=starts_at, agenda=STANDARD)
    agenda = part(build_meeting_pack(replace(FULL, meeting=meeting)), "agenda")
    (table,) = [block for block in agenda.blocks if isinstance(block, Table)]
    assert [row[0] for row in table.rows] == times
    assert table.caption == "90 minutes"


def test_an_agenda_that_does_not_fit_says_so() -> None:
    meeting = replace(FULL.meeting, agenda=STANDARD[:2])
    agenda = part(build_meeting_pack(replace(FULL, meeting=meeting)), "agenda")
    (table,) = [block for block in agenda.blocks if isinstance(block, Table)]
    assert table.caption == "20 minutes, where the meeting has 90"
