"""`cxreset import`: feedback files into the workbook."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.cli.daily import reset_to_change
from cxreset.cli.talk import out, talk
from cxreset.errors import CxresetError
from cxreset.paths import expanded
from cxreset.text import shown

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.intake.read import Preview
    from cxreset.reset import Reset


def import_files(call: Call) -> int:
    """Import each file; one that cannot be read is said, and the others are still taken."""
    from cxreset.cli import returned

    if returned.asked(call):
        return returned.bring_back(call)
    gc.enable()  # a large file makes enough to collect
    reset = None if call.dry_run else reset_to_change(call)
    failed: CxresetError | None = None
    for name in call.files:
        try:
            _import_one(call, reset, expanded(name))
        except CxresetError as error:
            if len(call.files) == 1:
                raise
            talk(f"cxreset: {shown(error.sentence)}")
            failed = error
    return failed.exit_code if failed else 0


def _import_one(call: Call, reset: Reset | None, path: Path) -> None:
    from cxreset.intake.read import look

    preview = look(
        path,
        text_column=call.text_column,
        date_column=call.date_column,
        channel=call.channel,
        encoding=call.encoding,
        delimiter=call.delimiter,
        sheet=call.sheet,
        scale=call.scale,
    )
    for line in _seen(preview):
        talk(line)
    if reset is None:
        for line in preview.first_rows():
            talk(shown(line))
        return
    from cxreset.importing import import_file

    report = import_file(
        reset.shelf, preview, call.channel, reset.today, drop_personal=call.drop_personal
    )
    for line in report.lines():
        out(shown(line))


def _seen(preview: Preview) -> list[str]:
    """How a file was understood, for people."""
    return [shown(line) for line in preview.lines()]
