"""The comments of one call, read once: in which languages, which complain, as which stems."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from cxreset.insight.complaints import complaining_as_read
from cxreset.insight.language.polarity import polarities
from cxreset.insight.language.spoken import UNKNOWN, Spoken, spoken
from cxreset.insight.language.texts import BREAK, Texts, word_key
from cxreset.insight.themes.examples import Proof
from cxreset.insight.themes.model import Driver, Item
from cxreset.insight.themes.pool import guessed
from cxreset.insight.themes.stems import NEGATION, Stems
from cxreset.insight.themes.terms import Matcher

_ONLY_TEXT = """
only just nur bloß lediglich seulement juste solo sólo solamente slechts maar enkel soltanto
solamente appena só somente apenas sadece yalnızca tylko
"""
_ONLY = frozenset(map(word_key, _ONLY_TEXT.split()))
ONLY_REACH = 4
"""Words between `only` and what it makes small: `queues were only 3 minutes`."""


class Reading:
    """Comments in an order that does not depend on how they were given.

    `texts.docs[i]`, `speech.of[i]`, `stems.docs[i]` belong to `items[i]`; `complaints` are the
    indexes of those that complain: all, when it is known already that `all_complain`.
    """

    def __init__(
        self,
        items: Sequence[Item],
        drivers: Sequence[Driver],
        *,
        names: Sequence[str] = (),
        all_complain: bool = False,
    ) -> None:
        self.position = {item.id: at for at, item in enumerate(items)}
        self.items = sorted(items, key=lambda item: (item.text, item.source, item.category))
        self.texts = Texts([item.text for item in self.items])
        self.speech = _or_guessed(spoken(self.texts), drivers, self.texts)
        self._polarity = polarities(self.texts, self.speech)
        complain = complaining_as_read(self.items, self.texts, self._polarity)
        self.complaints = [n for n, yes in enumerate(complain) if yes or all_complain]
        self._whole = list(self.texts.docs)
        if not all_complain:
            self._leave_out_praise()
        self.stems = Stems(self.texts, self.speech, self.complaints, names)
        here = set(self.speech.known) or {UNKNOWN}
        self.drivers = [driver for driver in drivers if driver.language in here]
        self.matcher = Matcher(self.drivers, self.texts)

    def _leave_out_praise(self) -> None:
        """What a complaint praises in passing is not what it complains of."""
        for index in self.complaints:
            polarity, doc = self._polarity[index], self.texts.docs[index]
            parts = polarity.praising_parts(doc) if polarity else []
            if parts:
                left = array("i", doc)
                for start, end in parts:
                    left[start:end] = array("i", [BREAK]) * (end - start)
                self.texts.docs[index] = left

    def languages(self) -> dict[int, str]:
        """The language of each comment by its number, where several are spoken."""
        if len(self.speech.known) < 2:
            return {}
        pairs = zip(self.items, self.speech.of, strict=True)
        return {item.id: code for item, code in pairs if code}

    def ids(self, indexes: Sequence[int]) -> tuple[int, ...]:
        """The numbers of those comments, in the order they were given."""
        return tuple(sorted((self.items[n].id for n in indexes), key=self.position.__getitem__))

    def proof(
        self, index: int, positions: list[tuple[int, ...]], *, denied: bool = False, others: int = 0
    ) -> Proof:
        """How well a text shows a theme whose words stand at `positions`; [] for all of it.

        `denied`: it says what the theme excludes; `others` is how many other themes it names.
        """
        praise_in_all, complaint_in_all = self._mood(index, [(0, len(self._whole[index]))])
        praise, complaint = praise_in_all, complaint_in_all
        if positions:
            parts = self._parts(index, positions)
            praise, complaint = self._mood(index, parts)
            doc = self._whole[index]
            after = {_part(doc, (end + 1,)) for _, end in parts if end + 1 < len(doc)}
            complaint += self._mood(index, sorted(after.difference(parts)))[1]
        polarity = self._polarity[index]
        return Proof(
            positions=positions,
            denied=denied or any(self._denied(index, each) for each in positions),
            hedged=self._hedged(index, positions),
            praise=praise,
            complaint=complaint,
            praise_in_all=praise_in_all,
            complaint_in_all=complaint_in_all,
            turns=polarity.turns(self._whole[index]) if polarity else 0,
            others=others,
        )

    def _denied(self, index: int, position: Sequence[int]) -> bool:
        """Does a `not` or an `only` stand with those tokens or between, and not among them?"""
        doc = self.stems.docs[index]
        if any(doc[at] == NEGATION for at in position):
            return False
        if NEGATION in doc[position[0] : position[-1]]:  # `the computer has never frozen`
            return True
        if self.stems.negation(index, position[0], position[-1] + 1) is not None:
            return True
        near = self._whole[index][max(0, position[0] - ONLY_REACH) : position[-1] + 1 + ONLY_REACH]
        return any(self.texts.words[word] in _ONLY for word in near)

    def _hedged(self, index: int, positions: Sequence[Sequence[int]]) -> bool:
        """Do the clauses that hold those tokens, or the ones before, say what may be?

        The tokens themselves may: `would not come back`.
        """
        polarity, doc = self._polarity[index], self._whole[index]
        own = {at for position in positions for at in position}
        for start, end in self._parts(index, positions):
            before = _part(doc, (max(0, start - 2),))[0]  # `I read that, frankly, it is dear`
            if polarity and any(
                polarity.hedges(doc[at]) for at in range(before, end) if at not in own
            ):
                return True
        return False

    def _parts(self, index: int, positions: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
        """Start and end (excluded) of the clauses that hold those tokens."""
        return sorted({_part(self._whole[index], position) for position in positions})

    def _mood(self, index: int, parts: Sequence[tuple[int, int]]) -> tuple[float, float]:
        """Words of praise and of complaint in those parts of a text."""
        polarity, doc = self._polarity[index], self._whole[index]
        praise = complaint = 0.0
        if polarity is not None:
            for start, end in parts:
                good, bad = polarity.counts(doc[start:end])
                praise, complaint = praise + good, complaint + bad
        return praise, complaint


def _part(doc: Sequence[int], position: Sequence[int]) -> tuple[int, int]:
    """The stretch between two breaks that holds the tokens."""
    start, end = position[0], position[-1] + 1
    while start and doc[start - 1] != BREAK:
        start -= 1
    while end < len(doc) and doc[end] != BREAK:
        end += 1
    return start, end


def _or_guessed(speech: Spoken, drivers: Sequence[Driver], texts: Texts) -> Spoken:
    """The languages told; where none could be, the one whose drivers find most."""
    if speech.shares:
        return speech
    known = sorted({driver.language for driver in drivers})
    best = guessed(drivers, known, texts)
    if not best:
        return speech
    return speech._replace(shares={best: 1.0}, of=[best] * len(texts.docs))
