"""Actions in a few words, as slides name them."""

from __future__ import annotations

from datetime import date

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import in_quotes, listed
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.summary import due_words
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date
from cxreset.sharing.pages.paper import ems

TITLE = 80
"""Characters of a title that a slide has room for."""
LINE, LONGEST = 160, 140
"""Letters are set smaller before a line is cut: these are for what no slide could hold."""
_NAMED = 2
_USUAL = 0.6
"""How wide a letter is, in ems, in text that is not wider than usual."""


def action_line(action: ActionFact, today: date, longest: int = LONGEST) -> str:
    """`Call ahead of the van (Sam Whitlock, by 9 Oct 2026)`."""
    who = one_line(action.owner, 40) or _("no owner yet")
    when = ""
    if action.completed_on:
        when = f", {short_date(action.completed_on)}"
    elif action.open:
        when = due_words(action, today)
    wide = ems(one_line(action.title)) > longest * _USUAL  # Chinese takes twice the room
    title = shortened(action.title, longest // 2 if wide else longest)
    return f"{title} ({who}{when})"


def by_title(actions: list[ActionFact]) -> str:
    """A slide names actions by what they are: nobody in the room knows an id."""
    named = [in_quotes(shortened(one.title, TITLE)) for one in actions[:_NAMED]]
    if len(actions) > _NAMED:
        named.append(_("{number} more").format(number=whole(len(actions) - _NAMED)))
    return listed(named)
