"""Any calendar of absences, pauses, zones, leap days and clock jumps holds every session once."""

from __future__ import annotations

import pytest

from cxreset.programme import calendar
from cxreset.programme.model import Pack
from tests.faults.calendars.lives import EVENTS, Life, memory_file
from tests.faults.conftest import LONG, Row

LIVES = (100_000 if LONG else 600) // EVENTS + 1


def faulty_lives(pack: Pack, lives: int) -> list[str]:
    """The first fault of each life that has one, with all that happened in it."""
    file = memory_file()
    found = []
    for seed in range(lives):
        life = Life(file, pack, seed)
        fault = next(filter(None, (life.live() for _ in range(EVENTS))), "")
        if fault:
            found.append(f"{seed}: {fault} after {life.happened}")
    return found


def test_no_session_is_lost_or_doubled(pack: Pack, row: Row) -> None:
    found = faulty_lives(pack, LIVES)
    row("calendars of absences, pauses, zones, leap days, clock jumps", LIVES * EVENTS, len(found))
    assert found == []


def test_the_look_finds_sessions_doubled_on_short_weeks(
    pack: Pack, row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: where there are more sessions than days, the first is on the last day too."""
    really = calendar._spread

    def doubling(sessions: list[str], days: list[int]) -> dict[int, tuple[str, ...]]:
        spread = really(sessions, days)
        if len(sessions) > len(days):
            spread[days[-1]] += (sessions[0],)
        return spread

    monkeypatch.setattr(calendar, "_spread", doubling)
    lives = LIVES // 10 + 1
    found = faulty_lives(pack, lives)
    row("control: calendars that double a session on short weeks", lives * EVENTS, len(found))
    assert found
