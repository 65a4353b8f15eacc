"""`cxreset import`: feedback files into the workbook."""

from __future__ import annotations

import gc
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError, IntakeError
from cxreset.base.paths import expanded, workbook_path
from cxreset.base.text import shown
from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.talk import out, talk

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.intake.read import Item, Preview
    from cxreset.reset.reset import Reset

FIRST = 3  # comments shown by a dry run
# The options that say how a file is to be read.
READING = (
    *("text_column", "date_column", "title_column", "channel_column", "rating_column"),
    *("customer_column", "category_column", "channel", "encoding", "delimiter", "sheet", "scale"),
    "drop_personal",
)


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
    preview = _preview(call, path)
    for line in preview.lines():
        talk(shown(line))
    if reset is None:
        _dry_run(call, preview)
    else:
        _store(call, reset, preview, path)


def _preview(call: Call, path: Path) -> Preview:
    from cxreset.intake.columns.guess import Mapping
    from cxreset.intake.read import look

    return look(
        path,
        named=Mapping(**{role: getattr(call, f"{role}_column") for role in Mapping._fields}),
        text_column=call.text_column,
        channel=call.channel,
        encoding=call.encoding,
        delimiter=call.delimiter,
        sheet=call.sheet,
        scale=call.scale,
    )


def _first_items(preview: Preview) -> list[Item]:
    """The comments of the first rows: what is looked through for personal details."""
    from cxreset.intake.read import Item, read
    from cxreset.reset.importing import PERSONAL_ROWS

    return [row for row in islice(read(preview), PERSONAL_ROWS) if isinstance(row, Item)]


def _dry_run(call: Call, preview: Preview) -> None:
    """Say how the file would be read, and whether it is here already; nothing is stored."""
    from cxreset.intake.read import Report, read
    from cxreset.reset.importing import imported_before, personal_in, personal_line

    first = _first_items(preview)
    for line in preview.first_rows(first[:FIRST]):
        talk(shown(line))
    report = Report(file_name=preview.file_name, rating=preview.mapping.rating)
    for _ in report.counting(read(preview)):
        pass
    for line in report.would_lines():
        talk(shown(line))
    talk(f"  {personal_line(personal_in(first))}")
    reset = _workbook_there(call)
    earlier = imported_before(reset.comments, preview) if reset else None
    if earlier:
        talk(shown(earlier))


def _store(call: Call, reset: Reset, preview: Preview, path: Path) -> None:
    """Take the comments of the file in; IntakeError when they are here already."""
    from cxreset.reset.importing import (
        import_file,
        imported_before,
        personal_in,
        personal_line,
        way_back,
    )

    earlier = imported_before(reset.comments, preview)
    if earlier:
        asked = any(getattr(call, option) for option in READING)
        back = f" {way_back(reset.comments, preview, reset.history.next_undo())}" if asked else ""
        raise IntakeError(earlier + back)
    found = personal_in(_first_items(preview))
    if found:
        talk(f"  {personal_line(found, dropped=call.drop_personal)}")
    report = import_file(
        reset.comments, preview, call.channel, reset.today, drop_personal=call.drop_personal
    )
    for line in report.lines():
        out(shown(line))
    if not preview.scale_sure:
        _ask_for_scale(call, preview, path)


def _ask_for_scale(call: Call, preview: Preview, path: Path) -> None:
    scale = preview.scale or "1-5"
    named = "".join(f" {option}" for option in _given(call))
    again = f"cxreset import --scale {scale}{named} {quote(str(path))}"
    talk(
        "What the ratings are of is unclear, so they are kept without a scale. To say it "
        f"(here {scale.replace('-', ' to ')}): cxreset undo, then {shown(again)}"
    )


def _given(call: Call) -> list[str]:
    """The options of the call that say how to read a file, as they would be written again."""
    given = [(option, getattr(call, option)) for option in READING if option != "scale"]
    return [
        f"--{option.replace('_', '-')}" + ("" if value is True else f" {quote(value)}")
        for option, value in given
        if value
    ]


def _workbook_there(call: Call) -> Reset | None:
    """The workbook, if there is one to be read: a look at a file needs none."""
    if not workbook_path(call.workbook).exists():
        return None
    try:
        return reset_of(call)
    except CxresetError:
        return None
