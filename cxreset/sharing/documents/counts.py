"""How many comments there are and speak of something, in words."""

from __future__ import annotations

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import bracketed


def channels(facts: PlanFacts) -> str:
    """`1,900 support tickets and 324 survey answers`, the most first; empty without comments."""
    ranked = sorted(facts.channels.items(), key=lambda item: (-item[1], item[0]))
    return listed(
        [
            count(number, *COMMENT_NAMES.get(one, COMMENT_NAMES["other"]))
            for one, number in ranked
            if number
        ]
    )


def comments_by_channel(facts: PlanFacts) -> str:
    """`2,224 comments: 1,900 support tickets and 324 survey answers`; one channel says it alone,
    but for the one without a name."""
    used = [name for name, number in facts.channels.items() if number]
    if used == ["other"]:
        return count(facts.comments, "comment")
    if len(used) == 1:
        return channels(facts)
    return f"{count(facts.comments, 'comment')}: {channels(facts)}"


def counted(comments: int, total: int) -> str:
    """`412 comments (19 %)`, where what it is a share of is said nearby."""
    if not comments:
        return _("no comment tied to it yet")
    return f"{count(comments, 'comment')}{bracketed(comments, total)}"


def share_of(comments: int, total: int) -> str:
    """`412 of 2,224 comments (19 %)`: a share never comes without what it is a share of."""
    if not comments:
        return _("no comment tied to it yet")
    if comments > total:  # only when comments were removed meanwhile
        return count(comments, "comment")
    words = ngettext(
        "{number} of {total} comment{share}", "{number} of {total} comments{share}", total
    )
    return words.format(
        number=whole(comments), total=whole(total), share=bracketed(comments, total)
    )
