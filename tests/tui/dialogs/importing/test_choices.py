"""The import screen's account, and its choices with the first rows following them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Select

from cxreset.base.errors import IntakeError
from cxreset.intake.read import look
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.importing.choices import Ticks
from cxreset.tui.dialogs.importing.report import notes_of, on_screen, understood
from cxreset.tui.dialogs.importing.screen import ImportScreen
from tests.paths import ROOT
from tests.tui.dialogs.importing.dialog import look_at, open_dialog, settle, text

pytestmark = pytest.mark.usefixtures("on_the_step")
SMALL, LARGE = (80, 24), (120, 40)


async def all_in_sight(screen: ImportScreen, pilot: Pilot[str]) -> bool:
    """Every button is on the screen, on a large terminal and on a small one."""
    found = []
    for size in (LARGE, SMALL):
        await pilot.resize_terminal(*size)
        await pilot.pause(0.1)
        assert screen.app.size == size
        found += [
            screen.region.contains_region(button.region)
            for button in screen.query(Button)
            if button.display
        ]
    return len(found) >= 4 and all(found)


async def test_several_columns_of_words_are_ticked_and_counted(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(
        "Day,What went well?,What should we improve?,Depot\n"
        "2026-05-01,The driver was kind,The parcel was late again,Pine\n"
        "2026-05-02,,Nobody answers the phone at noon,Oak\n"
        "2026-05-03,N/A,,Oak\n"
        "soon,Easy to order,none,Pine\n",
        "utf-8",
    )
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        more = screen.query_one("#more", Ticks)
        assert len(more.ticked) == 1
        assert await all_in_sight(screen, pilot)
        assert "of 4 rows 4 comments would be taken from 3 rows and 1 that say" in text(
            app, "#account"
        )
        assert "1 row the date could not be read and is left out: soon" in text(app, "#account")
        second = more.ticked[0]
        more.value = second  # unticked
        await settle(app, pilot)
        assert not more.ticked and "4 comments" not in text(app, "#account")
        more.value = "Depot"
        await settle(app, pilot)
        more.value = second
        await settle(app, pilot)
        assert set(more.ticked) == {second, "Depot"}
        assert "of 4 rows 8 comments would be taken." in text(app, "#account")
        await pilot.click("#go")
        await settle(app, pilot)
        assert screen.stage == "report" and len(reset.comments.ids()) == 8


async def test_a_chat_asks_who_the_customer_is(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(
        "[03.04.25, 14:02:11] Mara: The second parcel never came\n"
        "[03.04.25, 14:03:40] Joost: We are looking into it\n"
        "[03.04.25, 14:05:02] Mara: It has been three weeks\n",
        "utf-8",
    )
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        speakers = screen.query_one("#speakers", Ticks)
        assert [str(label).strip() for label, _ in speakers._options[1:]] == [
            "Mara (2)",
            "Joost (1)",
        ]
        assert "Who of those who speak" in text(app, "#sample") and await all_in_sight(
            screen, pilot
        )
        await pilot.click("#go")
        await pilot.pause()
        assert screen.stage == "proposal" and "Who of those who speak" in text(app, "#wrong")
        speakers.value = "Mara"
        await settle(app, pilot)
        assert "The second parcel never came" in text(app, "#sample")
        assert "2 comments would be taken and 1 said by the company" in text(app, "#account")
        await pilot.click("#go")
        await settle(app, pilot)
        assert screen.stage == "report" and len(reset.comments.ids()) == 2


async def test_encoding_delimiter_and_order_of_dates_are_changed(
    app: CxresetApp, tmp_path: Path
) -> None:
    path = tmp_path / "mixed.csv"
    lines = ["Day;Comment", "03/04/2026;Das Gerät ist kaputt", "05/06/2026;Die Tür klemmt"]
    encoded = [lines[0].encode(), lines[1].encode(), lines[2].encode("cp1252")]
    path.write_bytes(b"\n".join(encoded))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        assert "Gerät" in text(app, "#sample") and "Tür" in text(app, "#sample")
        assert "1 of its lines are not UTF-8" in text(app, "#note-lines") and await all_in_sight(
            screen, pilot
        )
        assert "no date" in text(app, "#sample")
        screen.query_one("#date-order", Select).value = "month-first"
        await settle(app, pilot)
        assert "2026-03-04" in text(app, "#sample") and "2026-05-06" in text(app, "#sample")
        screen.query_one("#encoding", Select).value = "cp1252"
        await settle(app, pilot)
        assert "GerÃ¤t" in text(app, "#sample") and "2026-03-04" in text(app, "#sample")
        screen.query_one("#encoding", Select).value = Select.NULL  # as found, once more
        await settle(app, pilot)
        assert "Gerät" in text(app, "#sample")
        screen.query_one("#delimiter", Select).value = "tab"
        await settle(app, pilot)
        assert "2026-03-04" not in text(app, "#sample")  # one column now, its day among the words
        screen.query_one("#delimiter", Select).value = "semicolon"
        await settle(app, pilot)
        assert "2026-03-04" in text(app, "#sample")


async def test_a_reading_that_fails_leaves_the_one_before(app: CxresetApp, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Day,Comment\n2026-05-01,The café was shut\n", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        screen.query_one("#encoding", Select).value = "utf-16"
        await settle(app, pilot)
        assert text(app, "#wrong") and screen.stage == "proposal"
        assert screen.query_one("#encoding", Select).value == Select.NULL
        assert "The café was shut" in text(app, "#sample")


async def test_notes_open_whole_and_rows_that_are_there_are_counted(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    first, second = tmp_path / "may.csv", tmp_path / "june.csv"
    rows = "2026-05-01,Mara,The lamp came broken\n2026-05-02,Ola,Nobody answers\n"
    first.write_text(f"Day,Customer,Comment\n{rows}", "utf-8")
    more = (
        "6 days ago,Tom,Wet box again,Use the back door now\nsoon,Kim,Cold soup,Take the stairs\n"
    )
    second.write_text(f"Day,Customer,Comment,Hint\n{rows}{more}", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(first))
        await pilot.click("#go")
        await settle(app, pilot)
        await pilot.click("#back")
        await look_at(app, pilot, str(second))
        assert "2 of these are in the workbook already" in text(app, "#account")
        assert "notes, n opens them" in text(app, "#understood")
        notes, closed = screen.query_one("#notes"), screen.query_one("#notes").size.height
        assert "tick it at Words too" in text(app, "#note-lines")
        await pilot.press("n")
        await pilot.pause()
        assert notes.size.height > closed and notes.max_scroll_y == 0
        await pilot.press("n")
        await pilot.pause()
        assert notes.size.height == closed


def test_no_option_of_the_command_line_is_named_on_the_screen() -> None:
    for path in (ROOT / "tests" / "intake" / "fixtures" / "cases").iterdir():
        try:
            preview = look(path)
        except IntakeError as error:
            assert "--" not in on_screen(error.sentence)
        else:
            assert "--" not in notes_of(preview) + understood(preview)
