"""Why to be careful with a suggestion, in sentences for the leader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxreset.base.text import count, listed
from cxreset.insight.themes.lists import LANGUAGES
from cxreset.insight.themes.model import Theme
from cxreset.insight.themes.pool import LONG
from cxreset.insight.themes.words import Texts

FEW = 50
"""Below this many comments, what recurs may be chance."""
LITTLE_COVERED = 0.4


def notes(
    texts: Texts,
    spoken: Mapping[str, float],
    known: Sequence[str],
    covered: int,
    by_category: Sequence[Theme],
) -> tuple[str, ...]:
    """Every reason to be unsure, the weightiest first."""
    total = len(texts.docs)
    said: list[str] = []
    if not total:
        return ("There are no comments yet, so nothing can recur.",)
    if total < FEW:
        said.append(
            f"Unsure: there {'is' if total == 1 else 'are'} only {count(total, 'comment')}. "
            "Read them all; the order below may be chance."
        )
    other = [language for language in spoken if language not in known and spoken[language] >= 0.2]
    if other:
        names = listed([LANGUAGES[language] for language in other])
        share = sum(spoken[language] for language in other)
        knows = listed([LANGUAGES.get(language, language) for language in known]) or "none"
        said.append(
            f"Unsure: about {share:.0%} of the comments look {names}, and the term lists at hand "
            f"are {knows}. What is said in {names} is grouped by its own words alone."
        )
    long = sum(len(doc) >= LONG for doc in texts.docs)
    if long >= total / 2:
        said.append(
            f"Unsure: {long / total:.0%} of the comments are long stories of {LONG} words or "
            "more. One story holds many reasons, so read the examples before you accept a theme."
        )
    if total >= FEW and covered < LITTLE_COVERED * total:
        said.append(
            f"Unsure: the themes cover {covered / total:.0%} of the comments. "
            "The others say something else, or say it in words of their own."
        )
    if by_category:
        said.append(
            "The file brings reasons of its own; they are shown apart, as the company's view."
        )
    return tuple(said)
