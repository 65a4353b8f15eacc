"""Which comments complain: by rating, else by words, in every language known."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cxreset.insight.complaints import complaining, low_rating
from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.polarity import Mood, Polarity
from cxreset.insight.language.texts import Texts


class Comment(NamedTuple):
    text: str
    rating: float | None = None
    scale: str = ""
    source: str = ""


@pytest.mark.parametrize(
    ("rating", "scale", "low"),
    [
        (3, "1-5", True),
        (4, "1-5", False),
        (6, "0-10", True),
        (7, "0-10", False),
        (6, "1-10", True),
        (4, "1-7", True),
        (5, "1-7", False),
        (60, "0-100", True),
        (0, "0-1", True),
        (1, "0-1", False),
        (1, "5-1", False),
        (4, "5-1", True),
        (None, "1-5", None),
        (3, "", None),
        (3, "1-1", None),
        (3, "stars", None),
    ],
)
def test_the_lower_three_fifths_complain(
    rating: float | None, scale: str, low: bool | None
) -> None:
    assert low_rating(rating, scale) is low


def praises(code: str, text: str) -> bool:
    texts = Texts([text])
    return Polarity(LANGUAGES[code], texts).mood(texts.docs[0]) is Mood.PRAISES


PRAISE = """
en | Great food and friendly staff
en | Not a problem at all, everything was excellent
en | No delays, no queues
de | Tolles Essen, sehr freundliches Personal
de | Keine Probleme, alles wunderbar
fr | Un accueil chaleureux et des plats délicieux
fr | Pas de retard, c'était parfait
es | Comida excelente y trato muy amable
es | Sin problemas, todo perfecto
nl | Heerlijk gegeten en vriendelijke bediening
nl | Geen problemen, alles was uitstekend
it | Personale gentilissimo e piatti ottimi
it | Nessun problema, tutto perfetto
pt | Comida deliciosa e atendimento excelente
pt | Sem problemas, tudo ótimo
tr | Yemekler harika, personel çok nazik
pl | Pyszne jedzenie i miła obsługa
"""
COMPLAINTS = """
en | The food was great but the staff were rude
en | Not good at all
en | Never friendly, never helpful
de | Das Essen war nicht gut
de | Ich kann das Haus nicht empfehlen
fr | Le personnel n'est pas aimable
fr | Ce n'était pas bon du tout
es | La comida no es buena
es | Nunca fueron amables
nl | Het eten was niet lekker
nl | Dit is geen aanrader
it | Il personale non è gentile
it | Il rimborso non è stato pagato
pt | A comida não é boa
pt | Não me devolvem o dinheiro
tr | Yemekler güzel değil, servis çok yavaş
pl | Obsługa nie jest miła
en | My parcel is at the depot
"""


@pytest.mark.parametrize("line", PRAISE.strip().splitlines())
def test_praise(line: str) -> None:
    code, text = line.split(" | ")
    assert praises(code, text)


@pytest.mark.parametrize("line", COMPLAINTS.strip().splitlines())
def test_complaints(line: str) -> None:
    code, text = line.split(" | ")
    assert not praises(code, text)


def test_three_to_one_is_praise() -> None:
    assert praises("en", "Lovely rooms and a friendly welcome with delicious meals, slow lift")
    assert not praises("en", "Lovely rooms and friendly people, slow lift")


def test_a_rating_outweighs_words() -> None:
    rows = [
        Comment("Great, just great", 1, "1-5"),
        Comment("They were rude to us", 5, "1-5"),
        Comment("The food was great and we were happy with it"),
        Comment("They were rude to us and we had to wait"),
    ]
    assert complaining(rows) == [True, False, False, True]


def test_the_silent_complain_but_in_a_file_that_mostly_praises() -> None:
    silent = [Comment(f"Table {n} by the door", source="stars.csv") for n in range(20)]
    praise = [Comment(f"Lovely evening {n}", source="stars.csv") for n in range(20)]
    bad = [Comment(f"Terrible evening {n}", source="stars.csv") for n in range(10)]
    assert complaining([*silent, *praise, *bad]) == [False] * 40 + [True] * 10
    assert complaining([*silent, *praise[:19], *bad]) == [True] * 20 + [False] * 19 + [True] * 10
    other = [Comment("Where is order 12", source="tickets.csv")]  # another file is another matter
    assert complaining([*other, *silent, *praise, *bad])[0]
    assert not any(complaining([*other, *silent, *praise, *bad])[1:41])


def test_each_text_is_read_in_its_own_language() -> None:
    german = "Das Personal war sehr freundlich und das Zimmer war wunderbar für uns"
    english = "The staff were rude to us and it is not what we had in mind"
    rows = [Comment(german), Comment(english)] * 4
    assert complaining(rows) == [False, True] * 4
