"""Commands of every day; on the standard library alone, so that they answer at once."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime

from cxreset.base.day_words import whole_day
from cxreset.base.errors import CxresetError, Stopped
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.locations import (
    cache_folder,
    content_folder,
    interface_language,
    workbook_file,
)
from cxreset.base.text import one_line
from cxreset.cli.pages import status_text, today_text
from cxreset.cli.talk import out, talk
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.today import today_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cxreset.cli.call import Call
    from cxreset.programme.model import Pack
    from cxreset.workbook.undo.replay import GoOn


def pack_of(call: Call) -> Pack:
    return load_pack(content_folder(call.content), cache_folder())


def reset_of(call: Call, on: date | None = None) -> Reset:
    """The reset that the call is about, as of `on` or of today."""
    path = workbook_file(call.workbook)
    reset = open_reset(path, pack_of(call), (lambda: on) if on else date.today)
    if reset.file.notice:
        talk(reset.file.notice)
    return reset


def reset_to_change(call: Call) -> Reset:
    """The reset for a command that writes: backed up first, when that is due."""
    reset = reset_of(call)
    before_writing(reset.file.location)
    return reset


def before_writing(workbook: str) -> None:
    """A backup before a command writes, when one is due; that none could be made is said."""
    from cxreset.workbook.storage.backup_names import is_due

    now = datetime.now(UTC)
    if not is_due(workbook, now):
        return
    from pathlib import Path

    from cxreset.workbook.storage.backup import back_up_if_due

    try:
        back_up_if_due(Path(workbook), now)
    except CxresetError as error:
        talk(f"cxreset: {error.sentence}")


def start(call: Call) -> int:
    from cxreset.base.paths import workbook_path
    from cxreset.programme.dates import check_start, parse_date, parse_workdays
    from cxreset.reset.reset import begin_reset
    from cxreset.workbook.daily import Settings

    if call.language:
        from cxreset.base.preferences import change_interface

        change_interface(call.language)
    now = date.today()
    settings = Settings(
        name=_named(call.name),
        organisation=call.organisation.strip(),
        start_on=check_start(parse_date(call.start, now), now),
        workdays=parse_workdays(call.workdays),
        frozen_on=None,
        created_on=now,
        language=interface_language() if call.language else "",
    )
    reset = begin_reset(workbook_path(call.workbook), pack_of(call), date.today, settings)
    days = reset.calendar.days
    talk(_("Your workbook is {path}.").format(path=reset.file.path))
    first, last = whole_day(days[0].on, year=True), whole_day(days[-1].on, year=True)
    talk(_("Day 1 is {first}, day 30 {last}.").format(first=first, last=last))
    from cxreset.workbook.storage.synchronised import service_over, synchronised

    service = service_over(reset.file.path)
    if service:
        talk(synchronised(service))
    talk(_("Open it with: {command}").format(command=_opening(call, reset.file.path)))
    return 0


def _opening(call: Call, workbook: Path) -> str:
    """The command that opens this very workbook, as it is typed."""
    from pathlib import Path

    from cxreset.base.platforms.commands import typed_words

    command = ["cxreset"]
    if call.workbook:
        command += ["--workbook", str(workbook)]
    if call.content:
        command += ["--content", str(Path(content_folder(call.content)).absolute())]
    return typed_words(command)


def _named(name: str) -> str:
    from cxreset.base.errors import UsageError

    if not name.strip():
        raise UsageError(_("A name is needed: it stands on the plan. Give one with --name."))
    return name.strip()


def today(call: Call) -> int:
    on = None
    if call.on:
        from cxreset.programme.dates import parse_date

        on = parse_date(call.on, date.today())
    reset = reset_of(call, on)
    page = today_page(reset)
    if call.json:
        from cxreset.cli.describe.reports import print_report, today_report

        print_report("today", today_report(page))
    else:
        out(today_text(page, reset.settings, reset.pack.rest))
    return 0


def done(call: Call) -> int:
    from cxreset.reset.progress import unfinished
    from cxreset.reset.steps import tick

    reset = reset_to_change(call)
    step = tick(reset, call.step)
    talk(_("Ticked {number} {title}.").format(number=step.number, title=one_line(step.title)))
    missing = unfinished(reset, step)
    if missing:
        talk(_("Still open in its worksheet: {missing}").format(missing=_(missing[0])))
    return 0


def undone(call: Call) -> int:
    from cxreset.reset.steps import untick

    reset = reset_to_change(call)
    step = untick(reset, call.step)
    talk(
        _("The tick of {number} {title} is taken away.").format(
            number=step.number, title=one_line(step.title)
        )
    )
    return 0


def undo(call: Call) -> int:
    """Take the last change back; exit code 1 when there is none."""
    return _say(_("Undone"), _("There is nothing to undo."), _replayed(call, Reset.undo))


def redo(call: Call) -> int:
    """Make the change undone last again; exit code 1 when there is none."""
    return _say(_("Done again"), _("There is nothing to redo."), _replayed(call, Reset.redo))


def _replayed(call: Call, replay: Callable[[Reset, GoOn], str | None]) -> str | None:
    """The name of what was undone or made again. Ctrl+C stops also a large import on its way."""
    from cxreset.base.platforms.signals import interrupts
    from cxreset.workbook.undo.stopping import Cancelled

    reset = reset_to_change(call)
    asked: list[bool] = []
    seen: list[int] = []

    def go_on(rows: int) -> None:
        if asked:
            raise Cancelled
        if sys.stderr.isatty():
            seen.append(rows)
            sys.stderr.write(
                "\r"
                + _("{rows} lines moved. Ctrl+C stops and changes nothing. ").format(
                    rows=whole(rows)
                )
            )

    try:
        with interrupts(lambda: asked.append(True)):
            return replay(reset, go_on)
    except Cancelled:
        raise Stopped(_("Stopped. The workbook is as it was.")) from None
    finally:
        if seen:
            sys.stderr.write("\n")


def _say(done: str, nothing: str, name: str | None) -> int:
    from cxreset.workbook.undo.shown_names import shown_name

    talk(f"{done}: {one_line(shown_name(name))}." if name else nothing)
    return 0 if name else 1


def status(call: Call) -> int:
    from cxreset.reset.status import status as status_of

    reset = reset_of(call)
    status = status_of(reset)
    if call.json:
        from cxreset.cli.describe.reports import print_report

        print_report("status", status)
    else:
        out(status_text(status))
    return 0
