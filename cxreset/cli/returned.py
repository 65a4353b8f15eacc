"""`cxreset import actions FILE` and `cxreset import workbook FILE`: what comes back to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.errors import UsageError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.paths import expanded, workbook_path
from cxreset.base.standard_input import input_file
from cxreset.base.text import count, listed, shown
from cxreset.cli.daily import reset_of
from cxreset.cli.talk import out, talk

if TYPE_CHECKING:
    from cxreset.cli.call import Call


def asked(call: Call) -> bool:
    """Does `cxreset import` mean one of these? A feedback file of that name comes first."""
    names = call.files
    return names[0] in ("actions", "workbook") and not expanded(names[0]).exists()


def bring_back(call: Call) -> int:
    """Take colleagues' edits of the actions, or make a workbook of its JSON."""
    what, *names = call.files
    if len(names) != 1:
        example = "register.xlsx" if what == "actions" else "workbook.json"
        raise UsageError(
            _("Name one file, such as: cxreset import {what} {example}").format(
                what=what, example=example
            )
        )
    return _actions(call, names[0]) if what == "actions" else _workbook(call, names[0])


def _actions(call: Call, name: str) -> int:
    from cxreset.sharing.returned.compare import look
    from cxreset.sharing.returned.edits import lines
    from cxreset.sharing.returned.take import picked, take

    reset = reset_of(call)
    with input_file(name) as path:
        found = look(path, reset.book)
    chosen = picked(found, call.take or "none")
    for line in lines(found):
        out(shown(line))
    if not found.choices():
        talk(
            _("{file} changes nothing: what it says of {rows} stands here too.").format(
                file=found.file, rows=_rows(found.rows)
            )
        )
        return 0
    if not call.take or call.dry_run:
        talk(_("Nothing was taken. Take what only they changed with --take all, or name ids."))
        return 0
    if chosen:
        from cxreset.cli.daily import before_writing

        before_writing(reset.file.location)
    number = take(found, reset.book, chosen, reset.today)
    left = len(found.choices()) - number
    talk(
        _("Took {changes}, left {left}. To take it back: cxreset undo").format(
            changes=count(number, "change"), left=whole(left)
        )
    )
    return 0


def _rows(number: int) -> str:
    return count(number, "action")


def _workbook(call: Call, name: str) -> int:
    from cxreset.sharing.data.archive import restore

    target = workbook_path(call.workbook)
    with input_file(name) as path:
        held = restore(path, target)
    talk(
        shown(
            _("Made {target} with {held}.").format(target=target, held=listed(held))
            if held
            else _("Made {target}.").format(target=target)
        )
    )
    return 0
