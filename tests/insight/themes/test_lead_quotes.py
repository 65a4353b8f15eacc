"""The quote a theme begins with proves it: it complains of that alone, and for certain."""

from __future__ import annotations

import pytest

from cxreset.insight.quotes import quotable
from cxreset.insight.themes import suggest
from cxreset.programme.drivers import Driver
from tests.insight.themes.comments import comments

BETTER = {
    "en queues": "There was an endless queue at gate 4, awful",
    "en delivery": "The parcel never came to us in May, terrible",
    "de price": "Die Preise dort sind viel zu teuer, schlimm",
    "fr price": "Les plats ici sont bien trop chers, horrible",
    "es price": "Los platos allí son demasiado caros, malo",
    "nl price": "De gerechten hier zijn veel te duur, slecht",
}
WEAKER = """
en queues | We might have met an awful queue at gate 4 in May
en queues | Reviews spoke of an awful queue at gate 4 in May
en queues | I hope that an awful queue at gate 4 is rare
en queues | An awful queue, but the band at gate 4 in May played on
en queues | The gate 4 crew was praised, the queue was awful
en delivery | The parcel terms name a date and a gate in May
de price | Ich habe gelesen, es sei dort zu teuer und schlimm
fr price | J'avais lu que c'était trop cher et horrible
es price | Había leído que era demasiado caro y malo
nl price | Ik had gelezen dat het te duur en slecht was
"""


@pytest.mark.parametrize("line", WEAKER.strip().splitlines())
def test_the_better_proof_leads(line: str, drivers: tuple[Driver, ...]) -> None:
    about, weaker = line.split(" | ")
    language, ident = about.split()
    mine = [driver for driver in drivers if driver.language == language]
    items = comments(weaker, BETTER[about])
    themes = {theme.id: theme for theme in suggest(items, mine).themes}
    theme = themes[f"driver:{ident}"]
    assert theme.items == (1, 2), "both complain of it"
    assert theme.examples[0].item == 2
    assert quotable(items, [theme.id], mine)[0] == 2, "and so it is once it is a pain point"


def test_what_complains_of_more_or_is_excluded_leads_nothing(drivers: tuple[Driver, ...]) -> None:
    items = comments(
        "Two hours in an endless line at the gate, and the steward was rude to us",
        "Two hours in an endless line at the gate, then the phone queue, an awful day",
        "Two hours in an endless line at the gate, that was awful and no more than that",
        "The steward was rude",
    )
    (queues,) = [t for t in suggest(items, drivers).themes if t.id == "driver:queues"]
    assert queues.items == (1, 2, 3)
    assert queues.examples[0].item == 3


@pytest.mark.parametrize(
    ("pleased", "complains"),
    [
        ("Waiting time was fine this time, thank you so much.", "Sat there for three hours"),
        ("Wartezeit war diesmal in Ordnung, vielen Dank", "Zwei Stunden Wartezeit im Gang"),
        ("L'attente était courte, merci", "Trois heures d'attente dans le couloir"),
        ("La espera fue corta, gracias", "Tres horas de espera en el pasillo"),
    ],
)
def test_whoever_may_be_content_never_leads_before_one_who_complains(
    pleased: str, complains: str
) -> None:
    for order in ((pleased, complains), (complains, pleased)):
        items = comments(*order)
        texts = {one.id: one.text for one in items}
        assert [texts[number] for number in quotable(items)][:1] == [complains]


@pytest.mark.parametrize(
    "denied",
    [
        "Awful: the lift never works",
        "Awful: the staff is not ok with it",
        "Awful: the reply wasn't very fast",
        "Schlimm: die Antwort kam nicht schnell",
    ],
)
def test_a_denied_word_of_praise_puts_no_comment_behind_a_milder_one(denied: str) -> None:
    milder = "It might have been awful there"
    for order in ((denied, milder), (milder, denied)):
        items = comments(*order)
        texts = {one.id: one.text for one in items}
        assert [texts[number] for number in quotable(items)] == [denied, milder]
