"""The comments that prove a theme best: each complains of it, briefly and to the end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from cxreset.insight.language.texts import tokens
from cxreset.insight.themes.model import Example, Item

EXAMPLES = 6
LOOKED_AT = 250
"""Comments of one theme from which its quotes are taken, evenly spread."""
SHORT, BREATH, LONG = 40, 180, 400
"""Characters: below the first a comment says little; up to the second it is read in one breath."""
CUT_OFF = ("...", "…", "-", ",")


class Proof(NamedTuple):
    """How well one text shows its theme: where the words stand, and what speaks against it.

    `positions` are the tokens of each of the theme's words; `denied`: a `no`, `not` or `only`
    stands with one of them, or what the theme excludes is said too; `hedged`: they say what may be,
    or what others say. `praise` and `complaint` count such words in the clauses that hold the
    theme's words and, of complaint, right after them; `praise_in_all` and `complaint_in_all` those
    in the whole text; `turns` is how often a clause begins that may be meant the other way (`but`),
    `others` how many other themes the text names.
    """

    positions: list[tuple[int, ...]]
    denied: bool = False
    hedged: bool = False
    praise: float = 0.0
    complaint: float = 0.0
    praise_in_all: float = 0.0
    complaint_in_all: float = 0.0
    turns: int = 0
    others: int = 0


Prove = Callable[[int], Proof]
"""The proof of the text with that index."""


def examples(
    items: Sequence[Item], docs: Sequence[int], prove: Prove, taken: Collection[str] = ()
) -> tuple[Example, ...]:
    """Up to EXAMPLES comments, the best proof first; `taken` are texts quoted elsewhere already.

    Spread over files and channels where there are several; the same words are shown once.
    """
    step = max(1, len(docs) // LOOKED_AT)
    looked_at = docs[::step][:LOOKED_AT]
    proofs = {index: prove(index) for index in looked_at}
    order = ranked(items, looked_at, proofs, taken)
    chosen: list[int] = []
    for strict in (True, False):  # first from other files and channels, then from anywhere
        for index in order:
            if len(chosen) == EXAMPLES:
                break
            if index not in chosen and _adds(items, chosen, index, strict):
                chosen.append(index)
    chosen.sort(key=order.index)
    return tuple(
        Example(items[n].id, items[n].text, tuple(_spans(items[n], proofs[n].positions)))
        for n in chosen
    )


def ranked(
    items: Sequence[Item],
    docs: Sequence[int],
    proofs: Mapping[int, Proof],
    taken: Collection[str] = (),
) -> list[int]:
    """Those indexes, the best proof first; texts in `taken` come last."""
    return sorted(
        docs, key=lambda index: (*_flaws(items[index], proofs[index], taken), items[index].text)
    )


def _flaws(item: Item, proof: Proof, taken: Collection[str]) -> tuple[float, ...]:
    """What speaks against a quote, the weightiest first; less is better."""
    text, complaint = item.text.strip(), min(proof.complaint, 2)
    return (
        text in taken,
        proof.denied,
        0 < proof.praise_in_all >= proof.complaint_in_all,
        proof.hedged,
        proof.praise > proof.complaint,
        proof.praise_in_all > 0,
        proof.complaint < 1,
        _length_flaw(len(text)),
        proof.turns > 0,
        min(proof.others, 2) - complaint,
        -complaint,
        text.endswith(CUT_OFF),
        proof.others,
        -min(len(proof.positions), 3),
        abs(len(text) - (SHORT + BREATH) / 2) // 20,
    )


def _length_flaw(length: int) -> int:
    if SHORT <= length <= BREATH:
        return 0
    return 1 if length <= LONG else 2


def _adds(items: Sequence[Item], chosen: Sequence[int], index: int, strict: bool) -> bool:
    item = items[index]
    for other in chosen:
        if items[other].text.split() == item.text.split():
            return False
        if strict and (items[other].source, items[other].channel) == (item.source, item.channel):
            return False
    return True


def _spans(item: Item, positions: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Where those tokens stand in the text; neighbours of one term are one span."""
    found = tokens(item.text)
    spans: list[tuple[int, int]] = []
    wanted = sorted({at for term in positions for at in term})
    last = -2
    for at in wanted:
        start, end = found[at].span()
        if at == last + 1 and item.text[spans[-1][1] : start].isspace():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = at
    return spans
