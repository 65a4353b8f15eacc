"""Layout 12 knew no region, language or hour; the calendar is as it was until one is chosen."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from cxreset.programme.model import Pack
from cxreset.reset.reset import open_reset

STORED = Path(__file__).parents[1] / "fixtures" / "schema-12.cxreset"


def test_settings_begin_empty(tmp_path: Path, pack: Pack) -> None:
    path = shutil.copy(STORED, tmp_path / "my.cxreset")
    reset = open_reset(path, pack, lambda: date(2026, 9, 9))
    assert reset.settings[-3:] == ("", "", "") and reset.daily.holidays() == {}
    before = reset.calendar
    reset.daily.set_holidays({before.days[2].on: "Feast"})
    reset.change_settings(reset.settings._replace(region="DE", language="de", daily_at="14:00"))
    assert reset.calendar.days[2].kind == "rest" and reset.undo() and reset.undo()
    assert reset.calendar == before
    reset.file.close()
