"""Commands that open the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError, WorkbookBusy, WorkbookMissing, WorkbookUnusable
from cxreset.base.first_frame import save, stamp
from cxreset.base.language.words import _, ask_anew
from cxreset.base.locations import interface_language
from cxreset.base.paths import content_dir, demo_path, shipped_dir, workbook_path
from cxreset.base.served import served
from cxreset.base.text import shown
from cxreset.cli.daily import pack_of
from cxreset.cli.pages import today_text
from cxreset.cli.talk import out, talk
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.today import today_page

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.tui.app import CxresetApp


def has_terminal() -> bool:
    """Is there somebody to look and to type: at a terminal, or at a page of `cxreset serve`?"""
    return served() or (sys.stdin.isatty() and sys.stdout.isatty())


def open_app(call: Call, hand_over: Callable[[], None] = lambda: None) -> int:
    """Open the workbook; without a terminal print what `today` prints.

    `hand_over` is called when the app is about to draw: until then another picture may be shown.

    A workbook that cannot be used leads to a screen that says why, with its backups.
    """
    ask_anew()
    path, pack = workbook_path(call.workbook), pack_of(call)
    reset: Reset | None = None
    trouble: CxresetError | None = None
    try:
        reset = open_reset(path, pack, date.today)
        reset.file.limit_reads()  # those for the first picture too
        assert reset.settings
    except (WorkbookMissing, WorkbookUnusable, WorkbookBusy) as error:
        if not has_terminal():
            raise
        if not isinstance(error, WorkbookMissing) or _had_one(path):
            trouble = error
        _close(reset)
        reset = None
    if not has_terminal():
        assert reset is not None
        return _print_today(reset)
    from cxreset.tui.app import CxresetApp
    from cxreset.tui.shell.error_boundary import NEW, TROUBLE

    def app_on(reset: Reset | None, trouble: CxresetError | None) -> CxresetApp:
        app = CxresetApp(
            pack,
            reset,
            lambda settings: begin_reset(path, pack, date.today, settings),
            today=date.today,
            where=str(path),
        )
        app.trouble = trouble
        if served():  # a picture is for the terminal it was drawn on
            return app
        app.keep_picture = lambda picture, size: save(
            str(path),
            stamp(str(path), date.today().isoformat(), *size, interface_language()),
            picture,
        )
        return app

    app = app_on(reset, trouble)
    hand_over()
    answer = _run(app)
    while answer in (TROUBLE, NEW):
        _close(app.reset)
        app = app_on(None, app.trouble if answer == TROUBLE else None)
        answer = _run(app)
    return _go_on(call, app, answer)


def _go_on(call: Call, app: CxresetApp, answer: str | None) -> int:
    """What follows on what the app answered: it again, the sample, an earlier reset, or the end."""
    from cxreset.tui.shell.error_boundary import AGAIN, SAMPLE

    if answer == AGAIN:  # after a repair, or in another language
        _close(app.reset)
        return open_app(call)
    if answer == SAMPLE:
        demo(call)
        return open_app(call)  # and back to the welcome
    if answer is not None and Path(answer).is_file():
        _close(app.reset)
        _look_back(call, answer)
        return open_app(call)
    return app.return_code or 0


def _look_back(call: Call, path: str) -> None:
    """Open an earlier reset; whoever called goes back to the one that goes on."""
    talk(_("An earlier reset. Leave it, and the one that goes on is there again."))
    mine, call.workbook = call.workbook, path
    try:
        open_app(call)
    finally:
        call.workbook = mine


def _run(app: CxresetApp) -> str | None:
    """Run it, and say what is to be said once the screen is closed."""
    answer = app.run()
    if app.farewell:
        talk(shown(app.farewell))
    return answer


def _had_one(path: Path) -> bool:
    """Was there a workbook at this place? Its backups say so."""
    from cxreset.workbook.storage.backup import backups_of

    return bool(backups_of(path))


def _close(reset: Reset | None) -> None:
    if reset is not None:
        with suppress(CxresetError):
            reset.file.close()


def demo(call: Call) -> int:
    """Open the filled sample."""
    from cxreset.reset.sample import open_sample

    pack = pack_of(call)
    folder = _sample_folder(call.content)
    cycle = getattr(call, "cycle", 1)
    path = demo_path() if cycle == 1 else demo_path().with_name("sample-2.cxreset")
    fresh = getattr(call, "fresh", False)
    reset = open_sample(path, pack, folder, fresh=fresh, cycle=cycle)
    if not has_terminal():
        return _print_today(reset)
    from cxreset.tui.app import CxresetApp

    app = CxresetApp(
        pack, reset, lambda settings: reset, today=date.today, where=str(reset.file.path)
    )
    answer = app.run()
    reset.file.close()
    if answer is not None and Path(answer).is_file():
        _look_back(call, answer)
        vars(call)["fresh"] = False  # it is there now, with what was done in it
        return demo(call)
    if app.trouble is not None:
        raise app.trouble
    return app.return_code or 0


def _sample_folder(asked: str | None) -> Path:
    """The pack whose running example is shown: one that is shipped in another language has none of
    its own, and its steps have the ids of the English one."""
    folder = content_dir(asked)
    return shipped_dir() if folder.parent == shipped_dir().parent else folder


def _print_today(reset: Reset) -> int:
    out(today_text(today_page(reset), reset.settings, reset.pack.rest))
    return 0
