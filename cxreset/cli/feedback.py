"""`cxreset import`: feedback files into the workbook."""

from __future__ import annotations

import gc
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError, IntakeError
from cxreset.base.language.words import _
from cxreset.base.paths import workbook_path
from cxreset.base.standard_input import PIPED, STANDARD_INPUT, input_file
from cxreset.base.text import shown
from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.talk import out, talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxreset.cli.call import Call
    from cxreset.intake.read import Item, Options, Preview
    from cxreset.reset.reset import Reset

FIRST = 3  # comments shown by a dry run
# The options that say how a file is to be read.
READING = (
    *("text_column", "date_column", "title_column", "channel_column", "rating_column"),
    *("customer_column", "category_column", "channel", "encoding", "delimiter", "sheet", "scale"),
    *("date_order", "customer", "drop_personal"),
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
            with input_file(name) as path:
                _import_one(call, reset, path)
        except CxresetError as error:
            if len(call.files) == 1:
                raise
            talk(f"cxreset: {shown(error.sentence)}")
            failed = error
    return failed.exit_code if failed else 0


def _import_one(call: Call, reset: Reset | None, path: Path) -> None:
    """Say how the file is read; then look it through, or store it."""
    from cxreset.intake.read import Item, look, read
    from cxreset.reset.importing import PERSONAL_ROWS, ask_for_customer

    preview = look(path, _options(call))
    for line in preview.lines():
        talk(shown(line))
    who_is_it = ask_for_customer(preview)
    if who_is_it:
        raise IntakeError(who_is_it)
    first = [row for row in islice(read(preview), PERSONAL_ROWS) if isinstance(row, Item)]
    if reset is None:
        _look_through(call, preview, first)
    else:
        _store(call, reset, preview, first)


def _options(call: Call) -> Options:
    """What the call says about how the file is to be read."""
    from cxreset.intake.read import ROLES, Mapping, Options

    texts = tuple(call.text_column or ())
    named = {role: getattr(call, f"{role}_column") for role in ROLES if role != "text"}
    return Options(
        named=Mapping(text=texts[0] if texts else None, more=texts[1:], **named),
        channel=call.channel,
        encoding=call.encoding,
        delimiter=call.delimiter,
        sheet=call.sheet,
        scale=call.scale,
        date_order=call.date_order,
        customers=tuple(call.customer or ()),
    )


def _look_through(call: Call, preview: Preview, first: Sequence[Item]) -> None:
    """`--dry-run`: the first rows and the account of the whole file."""
    from cxreset.reset.importing import counted, imported_before, personal_in, personal_line
    from cxreset.workbook.feedback.known import KnownComments

    before = _workbook_there(call)
    earlier = imported_before(before.comments, preview) if before else None
    for line in preview.first_rows(first[:FIRST]):
        talk(shown(line))
    known = KnownComments(before.comments.file) if before and not earlier else None
    report = counted(preview, known)
    for line in report.would_lines() if report else ():
        talk(shown(line))
    talk(f"  {personal_line(personal_in(first))}")
    if earlier:
        talk(shown(earlier))


def _store(call: Call, reset: Reset, preview: Preview, first: Sequence[Item]) -> None:
    """Store every comment of the file, and print the account."""
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
    found = personal_in(first)
    if found:
        talk(f"  {personal_line(found, dropped=call.drop_personal)}")
    report = import_file(
        reset.comments, preview, call.channel, reset.today, drop_personal=call.drop_personal
    )
    for line in report.lines():
        out(shown(line))
    if not preview.scale_sure:
        scale = preview.scale or "1-5"
        named = "".join(f" {option}" for option in _given(call))
        again = f"cxreset import --scale {scale}{named} {_as_given(preview.path)}"
        talk(
            _(
                "What the ratings are of is unclear, so they are kept without a scale. To say it "
                "(here {scale}): cxreset undo, then {again}"
            ).format(scale=scale.replace("-", _(" to ")), again=shown(again))
        )


def _as_given(path: Path) -> str:
    """A file as it would be named in a call again."""
    return STANDARD_INPUT if path.name == PIPED else quote(str(path))


def _given(call: Call) -> list[str]:
    """The options of the call that say how to read a file, as they would be written again."""
    again: list[str] = []
    for option in READING:
        value: object = getattr(call, option)
        name = f"--{option.replace('_', '-')}"
        if option == "scale" or not value:
            continue
        if value is True:
            again.append(name)
        else:
            values = value if isinstance(value, list) else [value]
            again += [f"{name} {quote(str(each))}" for each in values]
    return again


def _workbook_there(call: Call) -> Reset | None:
    """The workbook, if there is one to be read: a look at a file needs none."""
    if not workbook_path(call.workbook).exists():
        return None
    try:
        return reset_of(call)
    except CxresetError:
        return None
