"""The workbooks that pictures are taken of: the filled sample, and one that was begun today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxreset.base.paths import content_dir
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.sample import open_sample
from cxreset.tui.app import CxresetApp
from cxreset.workbook.daily import Settings

FIRST_DAY = date(2026, 9, 7)
"""Of the workbook just begun: a Monday, as in the sample."""


def sample(folder: Path) -> Reset:
    """A fresh sample in a folder of its own."""
    content = content_dir()
    return open_sample(folder / "sample.cxreset", load_pack(content, None), content)


def just_begun(folder: Path) -> Reset:
    """A workbook in which nothing was done yet, on its first day."""
    leader = Settings(
        name="Dana Okafor",
        organisation="Harbour & Pine",
        start_on=FIRST_DAY,
        workdays=(0, 1, 2, 3, 4),
        frozen_on=None,
        created_on=FIRST_DAY,
    )
    return begin_reset(
        folder / "begun.cxreset", load_pack(content_dir(), None), lambda: FIRST_DAY, leader
    )


def copied(reset: Reset, path: Path) -> Reset:
    """The same workbook as a file of its own at `path`, which pressed keys may change."""
    path.write_bytes(reset.file.path.read_bytes())
    return open_reset(path, reset.pack, lambda: FIRST_DAY)


def on_day(reset: Reset, number: int) -> Reset:
    """The sample as it stands on one of its thirty days; what came later stays filled in."""
    day = reset.calendar.days[number - 1].on
    with reset.file.transaction(recorded=False) as connection:
        connection.execute("UPDATE reset SET frozen_on = ?", (day.isoformat(),))
    return Reset(reset.file, reset.pack, lambda: day)


def app_on(reset: Reset) -> CxresetApp:
    """The app, with the workbook open as it is a moment after a start."""
    assert reset.book
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=lambda: reset.today, where="~/my.cxreset"
    )


def app_before(reset: Reset) -> CxresetApp:
    """The app as it opens where no workbook was begun yet."""
    return CxresetApp(
        reset.pack, None, lambda settings: reset, today=lambda: FIRST_DAY, where="~/my.cxreset"
    )
