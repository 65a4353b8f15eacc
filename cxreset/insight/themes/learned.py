"""Words that go with a reason in the file at hand, and join it there.

A shop's customers say `slot` where the list says `delivery`. A word joins the driver that claims
at least CLAIMED of the complaints it is in, when that is LIFT times as often as the driver is
named at all, and other drivers claim at most ELSEWHERE of them. A complaint that another driver
claims is not joined by such a word alone: `since the update my parcel is late` is about the parcel.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.pool import Candidate
from cxreset.insight.themes.stems import TELLING, Stems

CLAIMED = 0.6
AT_LEAST = 4  # complaints that hold the word and are claimed
LIFT = 3.0
ELSEWHERE = 0.2
WORDS = 6  # that join one driver


def with_learned(drivers: Sequence[Candidate], texts: Texts, stems: Stems) -> list[Candidate]:
    """The candidates of drivers with the complaints that hold words learned."""
    claimed_by: dict[int, list[int]] = {}
    for number, driver in enumerate(drivers):
        for index in driver.docs:
            claimed_by.setdefault(index, []).append(number)
    joining = _joining(drivers, claimed_by, stems)
    docs_of = _holding(set(joining), stems)
    grown = list(drivers)
    for number, driver in enumerate(drivers):
        words = [word for word, host in joining.items() if host == number]
        words.sort(key=lambda word: (-len(docs_of[word]), stems.words[word]))
        learned = {
            word: array("i", (n for n in docs_of[word] if number in claimed_by.get(n, (number,))))
            for word in words[:WORDS]
        }
        if learned:
            grown[number] = _grown(driver, learned, texts, stems)
    return grown


def _joining(
    drivers: Sequence[Candidate], claimed_by: dict[int, list[int]], stems: Stems
) -> dict[int, int]:
    """Word -> the one driver it joins, as an index into `drivers`."""
    often_enough = frozenset(
        word
        for word, often in stems.frequency.items()
        if often >= AT_LEAST and stems.kinds[word] == TELLING and stems.of_complaints(word)
    )
    claimed: Counter[int] = Counter()
    together: Counter[tuple[int, int]] = Counter()
    for index, numbers in claimed_by.items():
        for word in often_enough.intersection(stems.docs[index]):
            claimed[word] += 1
            for number in numbers:
                together[number, word] += 1
    best: dict[int, int] = {}
    for (number, word), times in together.items():
        driver, often = drivers[number], stems.frequency[word]
        least = max(AT_LEAST, CLAIMED * often, LIFT * often * len(driver.docs) / len(stems.counted))
        if times < least or claimed[word] - times > ELSEWHERE * often or word in driver.apart:
            continue
        rival = best.get(word)
        if rival is None or (-times, driver.id) < (-together[rival, word], drivers[rival].id):
            best[word] = number
    return best


def _holding(words: set[int], stems: Stems) -> dict[int, array[int]]:
    """Word -> the complaints that hold it."""
    docs_of = {word: array("i") for word in words}
    if words:
        for index in stems.counted:
            for word in words.intersection(stems.docs[index]):
                docs_of[word].append(index)
    return docs_of


def _grown(
    driver: Candidate, learned: dict[int, array[int]], texts: Texts, stems: Stems
) -> Candidate:
    docs = sorted({*driver.docs, *(index for held in learned.values() for index in held)})
    return driver._replace(
        docs=array("i", docs),
        learned={_face(word, held, texts, stems): held for word, held in learned.items()},
        apart=driver.apart | frozenset(learned),
    )


def _face(word: int, docs: Sequence[int], texts: Texts, stems: Stems) -> str:
    """How the word is written in most of its complaints."""
    written = Counter(
        texts.faces[texts.docs[index][position.start]]
        for index in docs
        for position in stems.positions((word,), index)
    )
    return min(written, key=lambda face: (-written[face], face))
