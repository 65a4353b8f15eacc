"""The ten-minute version: offered first after a day away, progress once it is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxreset.cli.pages import today_text
from cxreset.programme.model import Pack
from cxreset.reset.ending.weekly_review import weekly_review
from cxreset.reset.pacing import HALF
from cxreset.reset.presence import arrive
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.steps import tick
from cxreset.reset.ten_minutes import begun, comes_first, do_ten_minutes, ten_minutes
from cxreset.reset.today import today_page
from cxreset.workbook.daily import Settings

MONDAY, TUESDAY, WEDNESDAY = date(2026, 9, 7), date(2026, 9, 8), date(2026, 9, 9)


def begun_on_monday(path: Path, pack: Pack) -> Reset:
    settings = Settings("Dana", "", MONDAY, (0, 1, 2, 3, 4), None, MONDAY)
    reset = begin_reset(path, pack, lambda: MONDAY, settings)
    arrive(reset)
    return reset


def printed(reset: Reset) -> str:
    return today_text(today_page(reset), reset.settings, reset.pack.rest)


def test_it_comes_first_after_a_day_away_and_counts(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "mine.cxreset"
    monday = begun_on_monday(path, pack)
    assert not comes_first(monday) and "Ten minutes" not in printed(monday)
    tuesday = open_reset(path, pack, lambda: TUESDAY)
    assert not comes_first(tuesday), "no working day lies between"
    back = open_reset(path, pack, lambda: WEDNESDAY)
    assert comes_first(back), "the command line alone notices the return"
    arrive(back)
    assert comes_first(back), "and so does the app, for the rest of the day"
    page = today_page(back)
    assert page.next_step is not None and page.ten_minutes is not None
    output = printed(back)
    assert output.index("Ten minutes of the next step") < output.index("Next  ")
    assert max(map(len, output.splitlines())) <= 78
    do_ten_minutes(back, page.next_step)
    page = today_page(back)
    assert page.short_done and "Ten minutes" not in printed(back)
    assert page.marks[0][0] == HALF and page.done == 0, "begun is not done"
    assert begun(back) == {"listen.review"}
    assert "Step 1.1 begun: Read two hours of raw feedback" in weekly_review(back).moved
    back.undo()
    assert not begun(back) and today_page(back).marks[0][0] != HALF


def test_a_day_says_its_own_part_of_a_step(tmp_path: Path, pack: Pack) -> None:
    reset = begun_on_monday(tmp_path / "mine.cxreset", pack)
    first, other = pack.steps[0], pack.steps[5]
    today, later = ten_minutes(reset, first), ten_minutes(reset, other)
    assert today is not None and today.text == pack.days[0].ten_minutes
    assert later is not None and later.text == other.ten_minutes
    bare = first._replace(id="without", ten_minutes="")
    assert ten_minutes(reset, bare) is None
    do_ten_minutes(reset, first)
    do_ten_minutes(reset, first, done=False)
    assert not begun(reset)
    tick(reset, first.id)
    assert today_page(reset).next_step != first
