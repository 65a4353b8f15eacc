"""Templates: texts to send, their `{{fields}}` filled with what the workbook already knows.

What is filled in is data: it is cleaned and escaped for Markdown, and a `{{name}}` inside it stays
what it is. A field without anything to say becomes a mark in plain words, so that nobody sends a
blank unseen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxreset.base.language.words import _
from cxreset.sharing.direction import one_line, shown
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.results import procedure_blocks
from cxreset.sharing.documents.model import BulletList
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages.markdown import block_markdown, inline
from cxreset.sharing.template_fields import ITEMS, MEANINGS, ORDERED, SINGLE

if TYPE_CHECKING:
    from cxreset.programme.model import Template

_FIELD = re.compile(r"\{\{([^{}\n]{0,60})\}\}")
_ALONE = re.compile(r"^[ \t]*\{\{([^{}\n]{0,60})\}\}[ \t]*$", re.MULTILINE)


def fill(template: Template, facts: PlanFacts, owner: str | None = None) -> str:
    """The template's Markdown with every field filled or marked `[to be filled: …]`.

    `owner` is whom a request goes to; unless said, whoever owns the open action with the nearest
    deadline. A field on a line of its own is a block, one within a line stays on that line.
    """
    who = one_line(next(iter(owners(facts)), "") if owner is None else owner)

    def items(name: str) -> list[str]:
        return list(ITEMS[name](facts, who)) if name in ITEMS else []

    def block(found: re.Match[str]) -> str:
        name = found[1].strip()
        if name == "procedure" and facts.procedures:
            blocks = [one for each in facts.procedures for one in procedure_blocks(each)]
            return "\n\n".join(map(block_markdown, blocks))
        values = items(name)
        if not values:
            return _mark(name)
        if name in SINGLE:
            return inline(values[0])
        return block_markdown(BulletList(tuple(values), ordered=name in ORDERED))

    def within(found: re.Match[str]) -> str:
        name = found[1].strip()
        values = items(name)
        return "; ".join(map(inline, values)) if values else _mark(name)

    # One pass over the pieces between the blocks, so that nothing filled in is filled again.
    pieces, end = [], 0
    for alone in _ALONE.finditer(template.text):
        pieces += [_FIELD.sub(within, template.text[end : alone.start()]), block(alone)]
        end = alone.end()
    pieces.append(_FIELD.sub(within, template.text[end:]))
    return shown("".join(pieces)).strip() + "\n"


def owners(facts: PlanFacts) -> list[str]:
    """Who owns open actions, the nearest deadline first, each once."""
    ranked = sorted(facts.actions, key=by_urgency)
    names = (one_line(action.owner) for action in ranked if action.open)
    return list(dict.fromkeys(name for name in names if name))


def tells_what_was_agreed(template: Template) -> bool:
    """Is it the message that goes out after a meeting: decisions, and who does what?"""
    names = {name.strip() for name in _FIELD.findall(template.text)}
    return {"decisions", "actions"} <= names


def asks_owner(template: Template) -> bool:
    """Does the text go to one owner?"""
    return bool(
        {name.strip() for name in _FIELD.findall(template.text)} & {"owner", "owner_actions"}
    )


def _mark(name: str) -> str:
    if name in MEANINGS:
        meaning = _(MEANINGS[name])
    else:
        meaning = inline(one_line(name).replace("_", " ").strip() or _("something"))
    return _("[to be filled: {meaning}]").format(meaning=meaning)
