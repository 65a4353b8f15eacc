"""The meeting run live, by keys: the clock stands where the test puts it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from cxreset.reset.meeting import running
from cxreset.reset.meeting.agenda import plan_next_meeting, suggest_agenda
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets.teams.live.screen import MeetingScreen
from cxreset.workbook.tables import (
    Action,
    AgendaItem,
    Decision,
    Feedback,
    FollowUp,
    Meeting,
    Pain,
    ParkedItem,
    Person,
)

AT_TEN = datetime(2026, 9, 9, 10, 0, tzinfo=UTC)
MOST_COMMAND_KEYS = 60


class Clock:
    """A moment that a test moves."""

    def __init__(self) -> None:
        self.now = AT_TEN

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


class Hands:
    """Types, and counts the keys that are commands and not words."""

    def __init__(self, pilot: Pilot[str]) -> None:
        self.pilot = pilot
        self.commands = 0

    async def press(self, *keys: str) -> None:
        self.commands += len(keys)
        await self.pilot.press(*keys)
        await self.pilot.pause(0.1)

    async def write(self, words: str) -> None:
        await self.pilot.press(*words)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr(MeetingScreen.__init__, "__defaults__", (moved,))
    return moved


@pytest.fixture
def table(reset: Reset) -> Reset:
    """Two pains with a comment, two people, six items of ninety minutes."""
    book = reset.book
    for number, title in enumerate(("Refund takes long", "Nobody calls back"), 1):
        book.add(Pain(title=title, chosen=True))
        book.add(Feedback(text=f"I mind not knowing when it comes, number {number}."))
        book.tie(number, [number])
    for name in ("Priya Nair", "Sam Okoro"):
        book.add(Person(name=name))
    suggest_agenda(reset)
    return reset


def words(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(f"#{name}", Static).content)


def titles(rows: Iterable[Decision | Action]) -> list[str]:
    return [row.title for row in rows]


async def test_six_items_three_decisions_three_actions_in_sixty_command_keys(
    app: CxresetApp, table: Reset, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        hands = Hands(pilot)
        await hands.press("m")
        await hands.press("ctrl+s")  # by consent, all are here
        assert words(app, "bar").startswith("● Meeting") and "2 here" in words(app, "bar")
        for number in (1, 2, 3):
            if number == 1:
                await hands.press("p", "d")
            else:
                await hands.press("d")
            await hands.write(f"Decision {number}")
            for answer in ("why", "other", "Sam fears it", ""):
                await hands.press("tab")
                await hands.write(answer)
            await hands.press("tab")
            await hands.write("2026-10-23")
            await hands.press("escape", "a")
            await hands.write(f"Action {number}")
            await hands.press("tab")
            await hands.write("Priya Nair")
            await hands.press("tab")
            await hands.write("2026-10-16")
            await hands.press("escape", "n")
            clock.goes_on(5)
        await hands.press("n", "n", "w", "ctrl+s")
        assert hands.commands <= MOST_COMMAND_KEYS, hands.commands
        assert not isinstance(app.screen, MeetingScreen)
        await pilot.pause(0.2)
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        message = app.screen.query_one("#text TextArea", TextArea).text
        assert "Decision 2 (D2)" in message and "Action 3: Priya Nair, by 16 Oct 2026" in message
        await pilot.press("escape", "escape")
    book = table.book
    decisions, actions = book.rows(Decision), book.rows(Action)
    assert titles(decisions) == ["Decision 1", "Decision 2", "Decision 3"]
    first = decisions[0]
    assert (first.reason, first.rejected, first.dissent) == ("why", "other", "Sam fears it")
    assert (first.decided_by, first.decided_on) == ("consent", date(2026, 9, 9))
    assert first.review_on == date(2026, 10, 23)
    assert first.pain_id == 1 and first.agenda_item_id == 1
    assert [(row.decision_id, row.owner, row.deadline) for row in actions] == [
        (number, "Priya Nair", date(2026, 10, 16)) for number in (1, 2, 3)
    ]
    meeting = book.meeting()
    assert meeting.ended_at and meeting.rule == "consent" and meeting.held_on == date(2026, 9, 9)
    assert all(row.finished for row in book.rows(AgendaItem)), "the last one ran as it ended"


async def test_closed_and_opened_again_it_is_where_it_was(
    app: CxresetApp, table: Reset, clock: Clock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        hands = Hands(pilot)
        await hands.press("m", "ctrl+s", "n")
        clock.goes_on(17)
        await hands.press("p")
        assert "Now: P1 Refund takes long" in words(app, "head")
        assert "2 minutes over" in words(app, "head") and "17!" in words(app, "agenda")
        assert "I mind not knowing" in words(app, "table")
        await hands.press("plus")
        assert "17 of 20 min" in words(app, "head")
        assert sum(row.minutes + row.shifted for row in table.book.rows(AgendaItem)) == 90
        await hands.press("s")
        assert "all write in silence, 5 minutes more" in words(app, "head")
        await hands.press("d")
        await hands.write("Half a deci")
        await pilot.pause(0.6)
        assert titles(table.book.rows(Decision)) == ["Half a deci"], "stored while it is typed"
        await hands.press("ctrl+k")
        await hands.write("Loyalty badge")
        await hands.press("escape", "escape")
        assert not isinstance(app.screen, MeetingScreen)
        assert "The meeting goes on, and its clock with it. m leads back to it." in {
            notification.message for notification in app._notifications
        }
        clock.goes_on(2)
        await hands.press("m")
        assert "19 of 20 min" in words(app, "head") and "Loyalty badge" in words(app, "parking")
        await hands.press("e")
        await hands.write("X")  # the cursor stands before the words
        await hands.press("escape", "w")
        await hands.press("ctrl+s")
    book = table.book
    assert titles(book.rows(Decision)) == ["XHalf a deci"]
    assert [row.what for row in book.rows(FollowUp)] == ["Loyalty badge"]
    assert [row.next_time for row in book.rows(AgendaItem)] == [False, *[True] * 5]
    plan_next_meeting(table)
    later = book.rows(AgendaItem)
    assert [(row.shifted, row.used_seconds, row.next_time) for row in later] == [(0, 0, False)] * 5
    assert titles(book.rows(Decision)) == ["XHalf a deci"] and not book.meeting().started_at


async def test_left_before_it_began_nothing_has_happened(
    app: CxresetApp, table: Reset, clock: Clock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        table.book.put(Meeting(id=1, starts_at="10:00", location="Oak Room"))
        before = table.file.revision().own
        await pilot.press("m")
        await pilot.pause(0.2)
        drawn = str(app.screen_stack[-2].query_one("#bar", Static).content)
        assert "Oak Room · 10:00 to 11:30" in drawn and "90 minutes planned" in drawn
        assert "closes" not in drawn, "no clock runs yet"
        await pilot.press("escape")
        await pilot.pause(0.2)
        assert not isinstance(app.screen, MeetingScreen)
        assert table.book.meeting().started_at is None and table.file.revision().own == before


async def test_in_eighty_columns_a_long_title_stays_on_its_line_and_a_tick_has_a_sign(
    app: CxresetApp, table: Reset, clock: Clock
) -> None:
    title = "What customers said: six comments read aloud, then every count there is"
    table.book.set(AgendaItem, table.book.rows(AgendaItem)[0].key, title=title)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("m", "tab", "down", "space")
        await pilot.pause(0.2)
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        assert [name for name in ("●  Priya Nair", "○  Sam Okoro") if name in "\n".join(lines)] == [
            "●  Priya Nair",
            "○  Sam Okoro",
        ]
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        head = app.screen.query_one("#head", Static)
        assert words(app, "head").splitlines()[1].endswith("…")
        assert head.size.height == 4, "the place and three rows of digits"
        assert "1 here" in words(app, "bar")
        await pilot.press("w")
        await pilot.pause(0.2)
        texts = [str(each.content) for each in app.screen.query(Static) if str(each.content)]
        assert len(texts) == len(set(texts)) >= 2, "the dialog says each thing once"


def test_what_is_left_becomes_a_follow_up_or_the_next_agenda(table: Reset) -> None:
    running.begin(table, "vote", {1}, AT_TEN)
    running.next_item(table, AT_TEN)
    for text in ("badge", "letters"):
        table.book.add(ParkedItem(text=text))
    left = running.left_over(table)
    assert [row.key for row in left.items] == [2, 3, 4, 5, 6] and len(left.parked) == 2
    assert running.end(table, {"item.3", "parked.1"}, AT_TEN + timedelta(minutes=9)) == 2
    what = [row.what for row in table.book.rows(FollowUp)]
    assert what == [f"Not finished in the meeting: {left.items[1].title}", "badge"]
    coming = [row.title for row in table.book.rows(AgendaItem, next_time=True)]
    assert coming[-1] == "letters" and len(coming) == 5
    assert [row.attended for row in table.book.rows(Person)] == [True, False]
    assert running.left_over(table).parked == ()
    assert running.live_meeting(table).row is None and not running.live_meeting(table).going_on
    while table.undo() != "began the meeting":
        pass
    assert table.book.meeting().started_at is None
