"""What the screen of suggestions says, as plain functions of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, one_line, shown
from cxreset.insight.themes import Example, Suggestions, Theme, masked
from cxreset.insight.weighing.model import Weight
from cxreset.insight.weighing.words import judge_next, sentences
from cxreset.sharing.facts.wording import percent
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.marks import LIT

TERMS = 8
NAMED_FROM = 100
"""Columns from which the three most heard have names, even if cut."""
LONGEST = 700  # characters of a verbatim, cut around what matters
BEFORE = 200  # of them before the first lit word
ORDER = "the most complaints first; you judge them"
ORDER_OF_ALL = "praise counted too, the most comments first"
OWN_HEAD = N_("As your own files sort them")
FOUND_HEAD = N_("What keeps coming back in the words")
OBJECT_HEAD = N_("What they speak of")


def title(*, everything: bool) -> Content:
    """What is listed, and in which order."""
    order = _(ORDER_OF_ALL) if everything else _(ORDER)
    return Content.assemble((_("What recurs"), "bold"), (f"   {order}", "$text-muted"))


def weighed(weight: Weight | None, *, everything: bool) -> Content:
    """What it weighs, and which of its comments to judge next; empty where nothing is known."""
    if weight is None:
        return Content("")
    others = _("other comments") if everything else _("other complaints")
    words = " ".join(filter(None, (*sentences(weight, others), judge_next(weight))))
    return Content.styled(shown(words), "$text-muted")


def why(theme: Theme) -> Content:
    """How many, and the words that caused it with their counts."""
    headline = _("{complaints}, {percent} of all").format(
        complaints=count(theme.count, "complaint"), percent=percent(theme.count, theme.total)
    )
    if theme.praised and not theme.items:
        headline = _("No complaint: all {mentioned} that mention it look like praise").format(
            mentioned=whole(theme.mentioned)
        )
    elif theme.praised:
        headline = _("{complaints} (of {mentioned} that mention it)").format(
            complaints=count(theme.count, "complaint"), mentioned=whole(theme.mentioned)
        )
    terms = "  ".join(
        f"{one_line(term.text, 40)} {whole(term.count)}" for term in theme.terms[:TERMS]
    )
    if theme.learned:
        also = ", ".join(one_line(term.text, 30) for term in theme.learned)
        terms = _("{terms}  also, in your file: {also}").format(terms=terms, also=also)
    because = (
        _("   because they say  ") if terms else _("   sorted so in the file"),
        "$text-muted",
    )
    return Content.assemble((headline, "bold"), because, (terms, "$text-muted"))


def verbatims(examples: Sequence[Example], *, hide: bool) -> Content:
    """The most telling comments, the words that count lit; `hide`: without personal details."""
    quotes = [_verbatim(masked(example) if hide else example) for example in examples]
    return Content("\n\n").join(quotes)


def _verbatim(example: Example) -> Content:
    """A comment, or a long one around its lit words. Spans are in the stored text, so the pieces
    are made harmless one by one."""
    text, spans = example.text, example.spans
    begin = max(0, spans[0][0] - BEFORE) if spans else 0
    end = min(len(text), begin + LONGEST)
    parts: list[Content | tuple[str, str]] = [("“…" if begin else "“", "italic")]
    position = begin
    for start, stop in spans:
        if position <= start and stop <= end:
            parts += [(shown(text[position:start]), "italic"), (shown(text[start:stop]), LIT)]
            position = stop
    parts.append((shown(text[position:end]) + ("…”" if end < len(text) else "”"), "italic"))
    parts.append((f"  C{example.item}", "$text-muted"))
    return Content.assemble(*parts)


def summary(suggestions: Suggestions, dropped: int, *, everything: bool) -> str:
    """How many complain, how much the suggestions hold, and how many were dropped."""
    if not suggestions.total:
        return ""
    headline = _("They hold {covered} of {complaints}").format(
        covered=whole(suggestions.covered), complaints=count(suggestions.complaints, "complaint")
    )
    if everything or (suggestions.praise and not dropped):
        complaints = ngettext(
            "{number} of {comments} complains;",
            "{number} of {comments} complain;",
            suggestions.complaints,
        ).format(number=whole(suggestions.complaints), comments=count(suggestions.total, "comment"))
        praise = ngettext("{number} does not.", "{number} do not.", suggestions.praise).format(
            number=whole(suggestions.praise)
        )
        key = _("The key {key:everything=e} shows all.")
        if everything:
            key = _("The key {key:everything=e} goes back to complaints.")
        return f"{complaints} {praise} {key.format(key=KEYS)}"
    if dropped:  # short enough for 80 columns
        return _(
            "{headline}, some twice.  {dropped} dropped, {key:bring_back=b} brings back."
        ).format(key=KEYS, headline=headline, dropped=dropped)
    return _("{headline}; one may be in several.").format(headline=headline)


def nothing_listed(suggestions: Suggestions) -> str:
    """Why the list of suggestions is empty: nothing recurs, or nothing was brought in."""
    if suggestions.total:
        return _(
            "Nothing recurs often enough to be suggested. Reading and tagging by hand counts the "
            "same."
        )
    return _(
        "There is no comment yet: {key:close=esc} leads back to 1.1, where {key:import=i} imports "
        "a file of feedback."
    ).format(key=KEYS)


def top_three(pains: Sequence[tuple[int, str, int, bool]], width: int) -> Content:
    """The three pain points heard most, with their counts, in one line."""
    most = sorted(pains, key=lambda pain: (-pain[2], pain[0]))[:3]
    if not most:
        return Content.styled(
            _("No pain point yet: {key:accept=enter} makes one of a line above.").format(key=KEYS),
            "$text-muted",
        )
    room = (width - 12) // len(most) - 12
    if width < NAMED_FROM and any(len(pain[1]) > room for pain in most):
        room = 0  # half a name says less than none: the list above has it
    names = [one_line(pain[1], max(8, room)) if room else "" for pain in most]
    parts = [
        Content.assemble((f"P{number} ", "$primary"), name, f" {whole(tied)}")
        for (number, _title, tied, _chosen), name in zip(most, names, strict=True)
    ]
    return Content.assemble((_("Most heard  "), "$text-muted"), Content("   ").join(parts))
