"""What is known of one language: its little words, and its words of praise and complaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from cxreset.base.letters import fold


class WordList:
    """Words, folded once; `fail*` in the list stands for every word that begins so."""

    def __init__(self, text: str) -> None:
        words = [fold(word).replace("'", "") for word in text.split()]
        self.whole = frozenset(word for word in words if not word.endswith("*"))
        self._beginnings = frozenset(word[:-1] for word in words if word.endswith("*"))
        self._sizes = sorted({len(beginning) for beginning in self._beginnings})

    def __contains__(self, word: str) -> bool:
        """Is the folded word one of these?"""
        if word in self.whole:
            return True
        return not self._beginnings.isdisjoint([word[:size] for size in self._sizes])


@dataclass(frozen=True)
class Language:
    """One language as comments are written in it; the word lists are texts, words apart by blanks.

    `little` words say nothing about a reason: function words, greetings, thanks, times. `negations`
    turn what stands within a few words after them, and before them too where `negates_back` is
    set (`funktioniert nicht`). `praise` and `complaint` words tell how a comment is meant;
    `generic` ones belong to any comment and are no reason alone. `parting` words begin a clause
    that may be meant the other way (`but`); `hedging` ones say what may be, or what others say
    (`might`, `reviews`). `stem` takes a folded word.
    """

    code: str
    name: str
    little_text: str
    negation_text: str
    praise_text: str
    complaint_text: str
    generic_text: str = ""
    parting_text: str = ""
    hedging_text: str = ""
    negates_back: bool = False
    stem: Callable[[str], str] = str

    @cached_property
    def little(self) -> WordList:
        """Function words, greetings, thanks and times."""
        return WordList(self.little_text)

    @cached_property
    def negations(self) -> WordList:
        """Words that turn what stands beside them into its opposite."""
        return WordList(self.negation_text)

    @cached_property
    def praise(self) -> WordList:
        """Words that are said of what went well."""
        return WordList(self.praise_text)

    @cached_property
    def complaint(self) -> WordList:
        """Words that are said of what went wrong."""
        return WordList(self.complaint_text)

    @cached_property
    def parting(self) -> WordList:
        """Words that begin a clause that may be meant the other way."""
        return WordList(self.parting_text)

    @cached_property
    def hedging(self) -> WordList:
        """Words of what may be, or of what others say."""
        return WordList(self.hedging_text)

    @cached_property
    def generic(self) -> WordList:
        """Words of any comment, which name no reason alone."""
        return WordList(f"{self.generic_text} {self.complaint_text}")
