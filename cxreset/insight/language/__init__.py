"""The languages that comments are read in, each in a file of its own.

spoken(texts)               # which languages the texts are in
praising(texts, spoken)     # which of them praise, by their words
"""

from __future__ import annotations

from cxreset.insight.language.lists.dutch import DUTCH
from cxreset.insight.language.lists.english import ENGLISH
from cxreset.insight.language.lists.french import FRENCH
from cxreset.insight.language.lists.german import GERMAN
from cxreset.insight.language.lists.italian import ITALIAN
from cxreset.insight.language.lists.polish import POLISH
from cxreset.insight.language.lists.portuguese import PORTUGUESE
from cxreset.insight.language.lists.spanish import SPANISH
from cxreset.insight.language.lists.turkish import TURKISH
from cxreset.insight.language.model import Language

__all__ = ["LANGUAGES", "Language"]

LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        DUTCH,
        ITALIAN,
        PORTUGUESE,
        TURKISH,
        POLISH,
    )
}
"""Code -> what is known of the language."""
