"""Suggestions on the screen: what recurs is accepted, renamed, merged, split, dropped and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Button, Input, OptionList

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.finding import find
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.suggestions import list as list_module
from cxreset.tui.dialogs.suggestions.screen import SuggestionsScreen
from cxreset.tui.widgets.state_line import StateLine
from cxreset.tui.worksheets.listen.review import ReviewSheet
from tests.tui.dialogs.suggestions.list_screen import lines, settle, shown, to_line


def shown_all(app: CxresetApp) -> str:
    names = ("#why", "#examples", "#more", "#message", "#top", "#notes")
    return "".join(shown(app, name) for name in names)


async def test_from_suggestions_to_pains_with_evidence(app: CxresetApp, full: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        assert isinstance(app.screen, SuggestionsScreen)
        there = lines(app)
        assert there[0] == "As your own files sort them" and "Delivery" in there[1]
        assert "What keeps coming back in the words" in there
        await to_line(app, pilot, "Refund")
        assert "20 complaints, 33 % of all" in shown(app, "#why") and "refund" in shown(app, "#why")
        quotes = shown(app, "#examples") + shown(app, "#more")
        assert quotes.count("refund") == 6 and quotes.startswith("“")
        await pilot.press("enter")
        await pilot.pause()
        ((number, title, tied, _),) = full.comments.pains()
        assert tied == 20 and title in shown(app, "#top") and "20" in shown(app, "#top")
        assert any(line.startswith(f"✓ P{number}") for line in lines(app))
        await pilot.press("a")  # accepting twice is accepting once
        await pilot.pause()
        assert len(full.comments.pains()) == 1 and "already" in shown(app, "#message")
        await pilot.press("r", *"!", "enter")  # its name goes to the pain too
        await pilot.pause()
        assert full.comments.pains()[0][1] == f"{title}!"
        await pilot.press("u", "u")  # the name, then the whole acceptance in one
        await settle(app, pilot)
        assert full.comments.pains() == [] and not any("✓" in line for line in lines(app))
        await to_line(app, pilot, "App")
        await pilot.click("#accept")
        await pilot.press("escape")
        await pilot.pause()
        sheet = app.screen.query_one(ReviewSheet)
        assert [pain.tied for pain in sheet._pains] == [10]
        await pilot.press("r")
        await settle(app, pilot)
        await to_line(app, pilot, "Refund")
        await pilot.press("v")  # all its comments, to judge it
        await pilot.pause()
        assert sheet.reading.count == 20 and sheet.reading.has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert sheet.only is None and app.current_mode == "week-listen"


async def test_drop_merge_and_split_are_kept(
    app: CxresetApp, full: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def counted(*args: Any, **options: Any) -> Any:
        looked.append(1)
        return find(*args, **options)

    monkeypatch.setattr(list_module, "find", counted)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("]")
        await pilot.pause(0.2)
        await pilot.press("r")  # from 1.2 too
        await settle(app, pilot)
        assert all(app.screen.region.contains_region(b.region) for b in app.screen.query(Button))
        await to_line(app, pilot, "Money")
        await pilot.press("d")
        await pilot.pause()
        assert not any("Money" in line for line in lines(app))
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("enter")  # with the first of the others
        await pilot.pause()
        now = lines(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("r")  # nothing has changed: shown at once, as it was left
        await settle(app, pilot)
        assert lines(app) == now and len(looked) == 1
        assert "1 dropped" in shown(app, "#message")
        await pilot.press("b")
        await pilot.pause()
        assert any("Money" in line for line in lines(app))
        await to_line(app, pilot, "Delivery")
        before = lines(app)
        await pilot.press("s")
        await settle(app, pilot)
        assert lines(app) == before or any("└" in line for line in lines(app))


async def test_what_is_undone_and_done_again_is_said(app: CxresetApp, full: Reset) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        there = app.screen.region
        assert all(there.contains_region(button.region) for button in app.screen.query(Button))
        assert "the most complaints first" in shown(app, "#title")
        names = {active.binding.action for active in available(app.screen)}
        assert {"undo", "accept", "split", "bring_back"} <= names and "redo" not in names
        await to_line(app, pilot, "Refund")
        at = app.screen.query_one(OptionList).highlighted
        for key, message, left in (
            ("d", "", 1),
            ("u", "Undone: dropped the suggestion Refund slow or refused", 0),
            ("U", "Done again: dropped the suggestion Refund slow or refused", 1),
            ("u", "Undone: dropped the suggestion Refund slow or refused", 0),
            ("u", "Undone: ", 0),  # the whole import
            ("U", "Done again: ", 0),
        ):
            app.clear_notifications()
            await pilot.press(key)
            await settle(app, pilot)
            if isinstance(app.screen, ConfirmScreen):
                assert (key, message) == ("u", "Undone: "), "no whole import goes unasked"
                await pilot.press("y")
                await settle(app, pilot)
            assert message in "".join(each.message for each in app._notifications)
            assert bool(message) == bool(len(app._notifications))
            assert ("1 dropped, b brings back." in shown(app, "#message")) == bool(left and message)
            if key == "U" and left:
                assert app.screen.query_one(OptionList).highlighted == at
        assert any("Refund" in line for line in lines(app))
        await pilot.press("U", "U")  # the drop again, and then there is no more
        await settle(app, pilot)
        assert "redo" not in {active.binding.action for active in available(app.screen)}


@pytest.mark.parametrize(("height", "quoted"), [(24, 3), (40, 6)])
async def test_more_is_quoted_where_there_is_room(
    app: CxresetApp, full: Reset, height: int, quoted: int
) -> None:
    async with app.run_test(size=(120, height)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        await to_line(app, pilot, "Refund")
        first, more = shown(app, "#examples"), shown(app, "#more")
        assert (first + more).count("refund") == quoted
        assert first.count("refund") == (3 if height >= 30 else 1)
        message = app.screen.query_one("#message").region
        assert message.height == 1 and app.screen.region.contains_region(message)


async def test_what_files_call_things_acts_on_nothing(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    odd = "[red]Bil\x1b[31mling[/red]\u202e"
    texts = [f"[b]Refund {n} refused[/b], call me on +44 7700 900123" for n in range(20)]
    path.write_text(
        "\n".join(
            [
                "Comment,Category",
                *(f'"{text}","{odd if n % 2 else "Other"}"' for n, text in enumerate(texts)),
            ]
        ),
        encoding="utf-8",
    )
    import_file(reset.comments, look(path), None, reset.today)
    reset.daily.set_last_visited("week-listen/listen.review")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("H", "r")
        await settle(app, pilot)
        seen = "\n".join(lines(app)) + shown_all(app)
        await to_line(app, pilot, "Refund")
        seen += shown_all(app)
        assert "[red]Bil[31mling[/red]" in seen and "\x1b" not in seen and "\u202e" not in seen
        assert "[b]Refund" in seen and "7700" not in seen
        await to_line(app, pilot, "[red]")
        await pilot.press("a", "r", "x", "escape", "r")  # a name that was begun is there again
        await pilot.pause()
        assert app.screen.query_one(Input).value.endswith("[/red]x")
        await pilot.press("enter")
        await pilot.pause()
        assert reset.comments.pains()[0][1].endswith("x")


async def test_nothing_to_suggest_and_leaving_early(app: CxresetApp, reset: Reset) -> None:
    reset.daily.set_last_visited("week-listen/listen.review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        assert "There is no comment yet" in shown(app, "#message")
        await pilot.press("a", "r", "m", "s", "d", "b")  # none of them does anything
        await pilot.pause()
        app.screen.notify("Copied.")
        await pilot.pause()
        assert "Copied." in str(app.screen.query_one(StateLine).render()), "in sight, on its line"
        assert isinstance(app.screen, SuggestionsScreen) and reset.comments.pains() == []
        await pilot.press("escape", "r", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, SuggestionsScreen)


async def test_praise_is_counted_apart_and_shown_by_a_key(app: CxresetApp, full: Reset) -> None:
    praise = ("The refund came at once, wonderful and friendly service, thank you! {n}",) * 9
    for n, text in enumerate(praise):
        full.comments.capture(text.format(n=n), "survey", None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        assert shown(app, "#message").startswith("60 of 69 comments complain; 9 do not.")
        await to_line(app, pilot, "Refund")
        assert "20 complaints (of 29 that mention it)" in shown(app, "#why")
        await pilot.press("e")
        await settle(app, pilot)
        assert shown(app, "#message").startswith("60 of 69 comments complain; 9 do not.")
        assert "Complaints" not in shown(app, "#head") and "Comments" in shown(app, "#head")
        assert "praise counted too" in shown(app, "#title")
        await to_line(app, pilot, "Refund")
        assert "20 complaints (of 29 that mention it)" in shown(app, "#why")
        message = app.screen.query_one("#message").region
        assert app.screen.query_one("#detail").region.y == message.bottom, "no gap between"
        (refund,) = [each.split() for each in lines(app) if "Refund slow" in each]
        assert "29" in refund and refund[-1] == "20", "of 29 comments 20 complain"
        await pilot.press("a")  # what praises is no evidence, in this view neither
        await pilot.pause()
        assert [tied for _, _, tied, _ in full.comments.pains()] == [20]
        assert "20 complaints tied. 9 more look like praise: p ties" in shown(app, "#message")
        await pilot.press("p")
        await pilot.pause()
        assert [tied for _, _, tied, _ in full.comments.pains()] == [29]
        await pilot.press("u", "u", "e")
        await settle(app, pilot)
        assert "Complaints" in shown(app, "#head") and full.comments.pains() == []
        await to_line(app, pilot, "Refund")
        await pilot.press("a")
        await pilot.pause()
        assert [tied for _, _, tied, _ in full.comments.pains()] == [20]
