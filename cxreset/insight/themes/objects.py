"""What the complaints speak of, beside the reasons: products, places, channels."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.insight.themes.closeness import Closeness
from cxreset.insight.themes.phrases import Phrase
from cxreset.insight.themes.pool import Candidate, phrase_candidates, pick
from cxreset.insight.themes.stems import TELLING, Stems

OBJECTS = 5


def objects(found: Sequence[Phrase], stems: Stems) -> list[Candidate]:
    """The few things named most that together cover most complaints."""
    named = [
        phrase
        for phrase in found
        if len(phrase.stems) <= 2 and all(stems.kinds[n] == TELLING for n in phrase.stems)
    ]
    pool = [
        candidate._replace(id=f"object:{candidate.id}")
        for candidate in phrase_candidates(named, stems)
    ]
    return pick(pool, Closeness(stems), len(stems.complaints), OBJECTS)
