"""Spare days: a day elsewhere takes one unasked, a third is asked about, and everybody arrives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from cxreset.programme.calendar import end_on, step_day
from cxreset.programme.model import Pack
from cxreset.reset import replanning
from cxreset.reset.pacing import arrived
from cxreset.reset.presence import arrive, asks_for_pace, greeting, settle, spare_left
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.steps import tick
from cxreset.reset.today import today_page
from cxreset.workbook.daily import Settings
from cxreset.workbook.pace import Presence
from tests.paths import ROOT
from tests.tui.dialogs.test_catch_up import blameless

DAY = timedelta(days=1)
MON_FRI, SUN_THU = (0, 1, 2, 3, 4), (0, 1, 2, 3, 6)
STARTS: dict[tuple[int, ...], date] = {MON_FRI: date(2026, 9, 7), SUN_THU: date(2026, 9, 6)}


class Leader:
    """Somebody with a reset, a day that moves, and a number of working days that have passed."""

    def __init__(self, path: Path, pack: Pack, workdays: tuple[int, ...] = MON_FRI) -> None:
        self.on = STARTS[workdays]
        self.workdays = workdays
        self.worked = 1
        settings = Settings("Dana", "", self.on, workdays, None, self.on)
        self.reset: Reset = begin_reset(path, pack, lambda: self.on, settings)
        self.reset.file.connection.execute("PRAGMA synchronous = OFF")
        arrive(self.reset)

    def next_working_day(self) -> None:
        self.on += DAY
        while self.on.weekday() not in self.workdays:
            self.on += DAY
        self.worked += 1

    def work(self) -> None:
        """Tick what is proposed and due, two steps at the most, as on a day after an absence."""
        for _ in range(2):
            step = today_page(self.reset).next_step
            if step is not None and step_day(self.reset.calendar, step.id).on <= self.on:
                tick(self.reset, step.id)

    def arrived_at_the_end(self) -> bool:
        return self.on >= end_on(self.reset.calendar) and not self.reset.open_steps()


@pytest.fixture
def leader(tmp_path: Path, pack: Pack) -> Iterator[Leader]:
    made = Leader(tmp_path / "spare.cxreset", pack)
    yield made
    made.reset.file.close()


def test_two_days_are_taken_unasked_and_the_third_is_asked_about(leader: Leader) -> None:
    reset, end = leader.reset, end_on(leader.reset.calendar)
    for left in (1, 0):
        leader.on += 2 * DAY  # Wednesday, then Friday
        arrive(reset)
        assert not asks_for_pace(reset)
        assert spare_left(reset) == left
        assert greeting(reset).startswith("Good to see you.")
    assert reset.pace.spare_days() == (date(2026, 9, 8), date(2026, 9, 10))
    assert "both spare days are used now" in greeting(reset)
    assert reset.day_number() == 3
    assert end_on(reset.calendar) == end + 2 * DAY
    leader.on = date(2026, 9, 15)  # Monday is left out
    arrive(reset)
    assert asks_for_pace(reset)
    settle(reset)
    assert not asks_for_pace(reset)
    leader.on += DAY
    arrive(reset)
    assert greeting(reset) == ""


def test_more_days_than_are_spare_leave_them_for_later(leader: Leader) -> None:
    leader.on = date(2026, 9, 11)
    arrive(leader.reset)
    assert asks_for_pace(leader.reset)
    assert spare_left(leader.reset) == 2
    assert greeting(leader.reset) == "Good to see you. Your work is as you left it."


def test_a_day_whose_work_is_done_takes_nothing(leader: Leader) -> None:
    tick(leader.reset, "1.1")
    leader.on += 2 * DAY
    arrive(leader.reset)
    assert leader.reset.pace.spare_days() == ()
    assert greeting(leader.reset) == ""


def test_a_spare_day_can_be_taken_back_and_stays_back(leader: Leader) -> None:
    leader.on += 2 * DAY
    arrive(leader.reset)
    assert leader.reset.undo() == "took a spare day"
    arrive(leader.reset)
    assert spare_left(leader.reset) == 2
    assert leader.reset.day_number() == 3


def test_days_elsewhere_after_the_end_or_with_the_clock_set_back_are_none() -> None:
    before = Presence(date(2026, 9, 9))
    assert arrived(before, date(2026, 9, 1), [], 2).presence == before
    away = arrived(before, date(2026, 9, 11), [date(2026, 9, 10)], 0)
    assert (away.presence.settled, away.spare) == (False, ())


def _arrives(path: Path, pack: Pack, random: Random) -> tuple[int, list[str]]:
    """The working day on which a leader arrives at the end, and all that was told on the way."""
    workdays = random.choice((MON_FRI, SUN_THU))
    leader = Leader(path, pack, workdays)
    heard: list[str] = []
    while not leader.arrived_at_the_end() and leader.worked < 60:
        if random.random() >= 0.3:
            arrive(leader.reset)
            heard.append(today_page(leader.reset).greeting)
            if asks_for_pace(leader.reset):
                possible = [way for way in replanning.ways(leader.reset) if way.possible]
                heard.append(replanning.absence_text(leader.reset))
                heard += [way.meaning for way in possible if way.name != replanning.CARRY]
                _take(leader.reset, random.choice(possible).name)
            leader.work()
        leader.next_working_day()
    leader.reset.file.close()
    return leader.worked - 1, heard


def _take(reset: Reset, name: str) -> None:
    if name == replanning.CARRY:
        settle(reset)
    else:
        replanning.take(reset, name)


EACH = int(os.environ.get("CXRESET_LEADERS", "20"))
"""Leaders of each seed in the long run; CXRESET_LEADERS=100 walks five hundred."""
SEEDS = [pytest.param(seed, EACH, marks=pytest.mark.long) for seed in range(5)]


@pytest.mark.parametrize(("seed", "leaders"), [(16, 8), *SEEDS])
def test_with_three_days_in_ten_elsewhere_everybody_arrives(
    tmp_path: Path, pack: Pack, seed: int, leaders: int
) -> None:
    random = Random(seed)
    arrivals = []
    for number in range(leaders):
        path = tmp_path / f"{number}.cxreset"
        day, heard = _arrives(path, pack, random)
        path.unlink()
        arrivals.append(day)
        assert [text for text in heard if not blameless(text)] == []
    assert max(arrivals) <= 42, sorted(arrivals)[-10:]


BLAME = re.compile(
    r"\byou(?: have|'ve)? (?:missed|failed|forgot|neglected|broke your)\b|\byou should have\b"
    r"|\byou are (?:late|behind)\b|\b(?:broken|lost) (?:your )?streak\b|\bstreak of\b",
    re.IGNORECASE,
)


GERMAN_BLAME = re.compile(
    r"\bSie haben (?:\w+ ){0,3}(?:verpasst|versäumt|vergessen|versagt|vernachlässigt)\b"
    r"|\bSie hätten (?:\w+ ){0,4}(?:sollen|müssen)\b"
    r"|\bSie (?:sind|liegen) (?:\w+ )?(?:zu spät|im Rückstand|im Verzug|zurück)\b"
    r"|\bSerie (?:ist )?(?:gerissen|unterbrochen|verloren)\b",
    re.IGNORECASE,
)
LINE_BREAK = re.compile(r"[\"'\s]+")
"""Also between two pieces of one text in the code, or in a catalogue."""


def test_blame_would_be_found() -> None:
    assert BLAME.search("You missed two days") and BLAME.search("you are behind")
    assert BLAME.search(LINE_BREAK.sub(" ", '"You have "\n    "missed a day."'))
    for text in ("Sie haben zwei Tage verpasst.", "Sie hätten das tun sollen", "Sie sind zurück"):
        assert GERMAN_BLAME.search(text)


@pytest.mark.parametrize(
    ("blame", "folders", "least"),
    [
        (BLAME, ("cxreset/**/*.py", "content/**/*.md"), 300),
        (GERMAN_BLAME, ("cxreset/locale/de/**/*.po", "content-de/**/*.md"), 80),
    ],
    ids=["en", "de"],
)
def test_no_text_blames(blame: re.Pattern[str], folders: tuple[str, ...], least: int) -> None:
    texts = [path for folder in folders for path in ROOT.glob(folder)]
    assert len(texts) > least
    found = {
        str(path.relative_to(ROOT)): match.group()
        for path in texts
        if (match := blame.search(LINE_BREAK.sub(" ", path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_one_session_with_the_clock_set_back_leaves_no_trace(leader: Leader) -> None:
    reset = leader.reset
    leader.on += 2 * DAY
    arrive(reset)
    before = reset.pace.presence(), reset.pace.spare_days(), end_on(reset.calendar)
    for back in (1, 2, 40, 4000):
        leader.on -= back * DAY
        assert not arrive(reset)
        leader.on += back * DAY
        assert not arrive(reset)
        assert not asks_for_pace(reset)
    assert (reset.pace.presence(), reset.pace.spare_days(), end_on(reset.calendar)) == before
    leader.on += DAY
    arrive(reset)
    assert reset.pace.spare_days() == before[1]


@pytest.mark.parametrize("jumps", [300, pytest.param(100_000, marks=pytest.mark.long)])
def test_no_clock_loses_or_doubles_a_day(jumps: int) -> None:
    """Days go on, and between them clocks are set back or a border is crossed: what is known of
    being here is what the days alone make of it."""
    chance = Random(7)
    day = date(2026, 2, 20)  # over the end of a February and of a leap year's
    alone = jumping = Presence(day)
    taken: list[date] = []
    for _ in range(jumps):
        day += chance.choice((1, 1, 1, 2, 5)) * DAY
        gap = [alone.last_seen + number * DAY for number in range(1, (day - alone.last_seen).days)]
        alone = arrived(alone, day, gap, 2)[0]
        for back in range(chance.randrange(3)):
            assert arrived(jumping, jumping.last_seen - (back + 1) * DAY, [], 2).spare == ()
            jumping = arrived(jumping, jumping.last_seen - (back + 1) * DAY, [], 2)[0]
        came = arrived(jumping, day, gap, 2)
        jumping = came[0]
        taken += came[1]
        if day.year > 9000:
            day = alone.last_seen
    assert jumping == alone
    assert len(taken) == len(set(taken))
