"""A fix of the roadmap becomes an action, tied to where the fix comes from."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.text import listed, means_yes
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.workbook.tables import Action, Fix
from cxreset.workbook.thread import Thread


def no_action(sheet: Worksheet, fix: Fix) -> str:
    """Why no action can be made of a fix; empty when one can."""
    made = sheet.reset.book.rows(Action, fix_id=fix.key)
    if not made:
        return (
            ""
            if fix.title.strip()
            else _("Say first what {ref} is: press {key:edit=enter}.").format(key=KEYS, ref=fix.ref)
        )
    gone = all(row.status == "cancelled" for row in made)
    rest = _(" It is cancelled; its status can be changed in Actions.") if gone else ""
    return _("{ref} is an action already: {made}.{rest}").format(
        ref=fix.ref, made=listed([row.ref for row in made]), rest=rest
    )


def action_of(sheet: Worksheet, fix: Fix) -> Action:
    """An action that does what a fix says, tied to where the fix comes from."""
    origin = Thread(sheet.reset.book).of_fix(fix)
    return Action(
        title=fix.title,
        fix_id=fix.id,
        gap_id=fix.gap_id,
        pain_id=origin.pain.id if origin.pain else None,
        opened_on=sheet.reset.today,
        deadline=fix.end_on,
    )


def make_action(sheet: Worksheet, key: int, answer: str) -> str:
    """Make an action of a fix when that is the answer."""
    fix = sheet.reset.book.get(Fix, key)
    if fix is None or not means_yes(answer):
        return _("No action was made.")
    refusal = no_action(sheet, fix)
    return refusal or _("{ref} is an action now.").format(
        ref=sheet.reset.book.add(action_of(sheet, fix)).ref
    )
