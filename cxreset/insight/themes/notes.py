"""Why to be careful with a suggestion, in sentences for the leader."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed
from cxreset.insight.language.spoken import Spoken, language_name
from cxreset.insight.themes.model import Driver, Theme
from cxreset.insight.themes.pool import LONG
from cxreset.insight.themes.reading import Reading

FEW = 50
"""Below this many comments, what recurs may be chance."""
LITTLE_COVERED = 0.4


FOREIGN = 0.2
"""From this share of the comments on, a language without term lists is said."""


def notes(
    reading: Reading, drivers: Sequence[Driver], covered: int, by_category: Sequence[Theme]
) -> tuple[str, ...]:
    """Every reason to be unsure, the weightiest first."""
    texts, complaints = reading.texts, len(reading.complaints)
    total = len(texts.docs)
    sentences: list[str] = []
    if not total:
        return (_("There are no comments yet, so nothing can recur."),)
    if total < FEW:
        sentences.append(
            ngettext(
                "Unsure: there is only {comments}. Read them all; the order below may be chance.",
                "Unsure: there are only {comments}. Read them all; the order below may be chance.",
                total,
            ).format(comments=count(total, "comment"))
        )
    sentences += _foreign(reading.speech, sorted({driver.language for driver in drivers}))
    long = sum(len(doc) >= LONG for doc in texts.docs)
    if long >= total / 2:
        sentences.append(
            _(
                "Unsure: {long}% of the comments are long stories of {LONG} words or "
                "more. One story holds many reasons, so read the examples before you "
                "accept a theme."
            ).format(long=decimal(100 * (long / total), 0), LONG=LONG)
        )
    if complaints >= FEW and covered < LITTLE_COVERED * complaints:
        sentences.append(
            _(
                "Unsure: the themes cover {covered}% of the complaints. The others say "
                "something else, or say it in words of their own."
            ).format(covered=decimal(100 * (covered / complaints), 0))
        )
    if by_category:
        sentences.append(
            _("The file brings reasons of its own; they are shown apart, as the company's view.")
        )
    return tuple(sentences)


def _foreign(speech: Spoken, known: Sequence[str]) -> list[str]:
    """What is said of languages that the term lists do not hold."""
    knows = listed(sorted(language_name(code) for code in known)) or _("none")
    lists = _("and the term lists at hand are {knows}").format(knows=knows)
    sentences = []
    other = [code for code, part in speech.shares.items() if code not in known and part >= FOREIGN]
    if other:
        names = listed([language_name(code) for code in other])
        share = sum(speech.shares[code] for code in other)
        sentences.append(
            _(
                "Unsure: about {share}% of the comments look {names}, {lists}. What is "
                "said in {names} is grouped by its own words alone."
            ).format(share=decimal(100 * share, 0), names=names, lists=lists)
        )
    elif speech.unknown >= FOREIGN:
        sentences.append(
            _(
                "Unsure: about {unknown}% of the comments are in a language that is not "
                "known here, {lists}. They are grouped by their own words alone."
            ).format(unknown=decimal(100 * speech.unknown, 0), lists=lists)
        )
    return sentences
