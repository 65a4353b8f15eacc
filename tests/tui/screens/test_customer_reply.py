"""Closing the loop on Actions: what customers are told, and late actions moved together."""

from __future__ import annotations

from datetime import date

from cxreset.reset.replies import loop_of, unanswered
from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.actions.customer_reply import behind
from cxreset.workbook.tables import Action, CustomerReply, Feedback, Pain


def spoken(reset: Reset) -> Action:
    """A finished action of a pain that two customers with a name and one without speak of."""
    book = reset.book
    book.add(Pain(title="Refund takes long.", chosen=True))
    for name in ("Ann", "", "Ben", "Ann"):
        book.add(Feedback(text=f"late refund {name}", customer=name))
    book.tie(1, [1, 2, 3, 4])
    return book.add(Action(title="Pay at the scan", status="completed", pain_id=1))


async def test_a_reply_begins_with_a_draft_and_is_kept_as_typed(
    app: CxresetApp, reset: Reset
) -> None:
    action = spoken(reset)
    assert [row.ref for row in unanswered(reset)] == ["A1"]
    assert behind(loop_of(reset, action)) == "4 comments stand behind it. By name: Ann and Ben."
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.press("a")
        await pilot.pause(0.2)
        await pilot.press("w")
        await pilot.pause(0.2)
        assert reset.book.rows(CustomerReply) == [], "a draft alone is not stored"
        await pilot.press(*"Hi. ", "tab", *"both", "tab", *"e-mail", "tab", *"2026-09-08")
        await pilot.press("escape", "escape")
        await pilot.pause(0.2)
    (reply,) = reset.book.rows(CustomerReply)
    assert reply.text.startswith("Hi. You said: Refund takes long.\nWe did: Pay at the scan.")
    assert (reply.audience, reply.channel, reply.sent_on) == ("both", "e-mail", date(2026, 9, 8))
    assert unanswered(reset) == []
    page = make("story", "md", reset.book, reset.pack, reset.today).files[0].data.decode()
    assert "customers told 8 Sep 2026: both (e-mail)" in page
    assert "Ann" not in page, "who spoke is in the leader's own copy alone"


async def test_late_actions_are_moved_together_and_undone_together(
    app: CxresetApp, reset: Reset
) -> None:
    days = (date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 20))
    for day in days:
        reset.book.add(Action(title=f"due {day}", deadline=day))
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.press("a")
        await pilot.pause(0.2)
        await pilot.press("m")
        await pilot.pause(0.2)
        await pilot.press(*"2026-09-18", "enter")
        await pilot.pause(0.2)
        moved = [row.deadline for row in reset.book.rows(Action)]
        assert moved == [date(2026, 9, 18), date(2026, 9, 18), date(2026, 9, 20)]
        await pilot.press("u")
        await pilot.pause(0.2)
    assert [row.deadline for row in reset.book.rows(Action)] == list(days)
