"""Commands that open the screen."""

from __future__ import annotations

import gc
import sys
from datetime import date
from typing import TYPE_CHECKING

from cxreset.cli.daily import out, pack_of
from cxreset.cli.pages import today_text
from cxreset.errors import WorkbookMissing
from cxreset.paths import content_dir, demo_path, workbook_path
from cxreset.reset import Reset, begin_reset, open_reset

if TYPE_CHECKING:
    from cxreset.cli.call import Call


def has_terminal() -> bool:
    """Is there somebody to look and to type?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_app(call: Call) -> int:
    """Open the workbook; without a terminal print what `today` prints."""
    path, pack = workbook_path(call.workbook), pack_of(call)
    try:
        reset: Reset | None = open_reset(path, pack, date.today)
    except WorkbookMissing:
        if not has_terminal():
            raise
        reset = None
    if not has_terminal():
        assert reset is not None
        return _print_today(reset)
    from cxreset.tui.app import SAMPLE, CxresetApp

    app = CxresetApp(
        pack,
        reset,
        lambda settings: begin_reset(path, pack, date.today, settings),
        today=date.today,
        where=str(path),
    )
    gc.enable()
    answer = app.run()
    if answer == SAMPLE:
        demo(call)
        return open_app(call)  # and back to the welcome
    return app.return_code or 0


def demo(call: Call) -> int:
    """Open the filled sample."""
    from cxreset.sample import open_sample

    pack = pack_of(call)
    folder = content_dir(call.content)
    reset = open_sample(demo_path(), pack, folder, fresh=getattr(call, "fresh", False))
    if not has_terminal():
        return _print_today(reset)
    from cxreset.tui.app import CxresetApp

    app = CxresetApp(
        pack, reset, lambda settings: reset, today=date.today, where=str(reset.file.path)
    )
    gc.enable()
    app.run()
    reset.file.close()
    return app.return_code or 0


def _print_today(reset: Reset) -> int:
    out(today_text(reset.page(), reset.settings, reset.pack.rest))
    return 0
