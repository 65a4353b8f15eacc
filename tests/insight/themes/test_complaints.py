"""Themes hold what is complained of: no praise, nothing turned round, the same in any order."""

from __future__ import annotations

import random

import pytest

from cxreset.insight.themes import Suggestions, Theme, suggest
from cxreset.programme.drivers import Driver
from tests.insight.themes.comments import Comment, comments


def theme(found: Suggestions, ident: str) -> Theme:
    return next(each for each in found.themes if each.id == ident)


def test_praise_is_counted_apart(drivers: tuple[Driver, ...]) -> None:
    found = suggest(
        [
            Comment(1, "The staff were rude", rating=1, scale="1-5"),
            Comment(2, "Staff ignored us", rating=3, scale="1-5"),
            Comment(3, "The staff are fine", rating=4, scale="1-5"),
            Comment(4, "Staff, service, all of it", rating=5, scale="1-5"),
        ],
        drivers,
    )
    service = theme(found, "driver:service")
    assert (service.items, service.praised) == ((1, 2), (3, 4))
    assert (service.count, service.mentioned, service.total) == (2, 4, 2)
    assert (found.complaints, found.praise, found.total) == (2, 2, 4)


def test_where_praise_is_counted_too_complaints_stay_what_they_are(
    drivers: tuple[Driver, ...],
) -> None:
    items = comments(
        *(f"The staff at desk {n} were rude" for n in range(4)),
        *(f"Wonderful day {n}: the staff sang, lovely" for n in range(9)),
        *(f"The food was cold but staff {n} were lovely" for n in range(3)),
        *(f"A wonderful garden gnome stood at door {n}, lovely" for n in range(6)),
    )
    found, everything = (suggest(items, drivers, everything=every) for every in (False, True))
    assert (found.complaints, found.total) == (everything.complaints, everything.total) == (7, 22)
    one, two = theme(found, "driver:service"), theme(everything, "driver:service")
    assert one == two, "the same complaints, words and quotes; the same praise apart"
    assert (one.items, one.praised) == ((1, 2, 3, 4), tuple(range(5, 14)))
    assert [each.id for each in found.themes] == ["driver:service", "driver:food"]
    praised = [each for each in everything.themes if not each.items]
    assert [each.mentioned for each in praised] == [6], "what nobody complains of is seen there"
    assert everything.covered == found.covered == 7


def test_what_a_complaint_praises_in_passing_does_not_count(drivers: tuple[Driver, ...]) -> None:
    items = comments(
        *(f"The food was lovely but clerk {n} was rude" for n in range(6)),
        *(f"The food was cold {n}" for n in range(3)),
    )
    assert theme(suggest(items, drivers), "driver:food").items == (7, 8, 9)


NAMES = """
Nobody answers the phone | nobody
No puedo entrar en la app | no
Il rimborso non è stato pagato | non
Nessuno mi ha richiamato | nessuno
Não me devolvem o dinheiro | não
Nikt nie odbiera telefonu | nikt
Niemand neemt de telefoon op | niemand
Der Aufzug fährt seit Tagen nicht | nicht
L'ascenseur ne marche pas | ne
The lift is not moving | not
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_a_name_does_not_say_the_opposite(line: str) -> None:
    text, negation = line.split(" | ")
    found = suggest(comments(*(f"{text} {n}" for n in range(12))), ())
    for each in found.themes:
        if each.kind == "phrase" and len(each.name.split()) > 1:
            assert negation in each.name.lower().split(), each.name
    assert found.themes


def test_the_same_in_any_order(drivers: tuple[Driver, ...]) -> None:
    chance = random.Random(4)
    words = [
        "late",
        "rude",
        "refund",
        "parcel",
        "lift",
        "broken",
        "lovely",
        "dirty",
        "noise",
        "app",
        "crashed",
        "queue",
    ]
    items = comments(*(" ".join(chance.sample(words, 4)) for _ in range(300)))
    first = suggest(items, drivers)
    for _ in range(3):
        chance.shuffle(items)
        again = suggest(items, drivers)
        assert [(t.id, t.name, set(t.items)) for t in again.themes] == [
            (t.id, t.name, set(t.items)) for t in first.themes
        ]
        assert [t.examples[0].text for t in again.themes] == [
            t.examples[0].text for t in first.themes
        ]


def test_the_most_complained_of_comes_first(drivers: tuple[Driver, ...]) -> None:
    items = comments(*["The parcel is late"] * 3, *["Rude staff"] * 5, *["Dirty toilet"] * 4)
    counts = [each.count for each in suggest(items, drivers).themes]
    assert counts == sorted(counts, reverse=True)


def test_words_of_the_file_join_a_reason(drivers: tuple[Driver, ...]) -> None:
    items = comments(
        *(f"My hopperbox is late by {n} days" for n in range(8)),
        *(f"Where on earth is hopperbox {n}" for n in range(3)),
        *(f"The wallpaper {n} has an odd green shade" for n in range(30)),
    )
    late = theme(suggest(items, drivers), "driver:late")
    assert [(word.text, word.count) for word in late.learned] == [("hopperbox", 11)]
    assert late.count == 11


LEARNED = """
en, relaunch | I cannot log in since the {} | My parcel is late since the {} | The hall is green
en, relaunch | I cannot log in since the {} | Rude staff again after {} | The hall is green
de, Relaunch | Passwort falsch seit dem {} | Paket ist seit dem {} verspätet | Die Halle ist grün
fr, refonte | Mot de passe refusé depuis la {} | Le colis a du retard, {} | La salle est verte
"""


@pytest.mark.parametrize("line", LEARNED.strip().splitlines())
def test_a_word_learned_takes_nothing_from_another_reason(
    line: str, drivers: tuple[Driver, ...]
) -> None:
    head, own, others, rest = line.split(" | ")
    word = head.split(", ")[1]

    def login(foreign: int) -> Theme:
        texts = [own] * 9 + ["{}, qzx"] * 2 + [others] * foreign + [rest] * 40
        items = comments(*(f"{text.format(word)} {n}" for n, text in enumerate(texts)))
        return theme(suggest(items, drivers, limit=20), "driver:login")

    joined = login(foreign=2)
    assert joined.items == tuple(range(1, 12)), "its own and the free ones, not another's"
    assert [each.text for each in joined.learned] == [word.lower()]
    apart = login(foreign=5)
    assert apart.learned == () and apart.count == 9, "it goes with another reason too"


def test_a_negation_inside_a_term_turns_it(drivers: tuple[Driver, ...]) -> None:
    items = comments(
        *(f"The toilets were dirty on day {n}" for n in range(4)),
        *(f"The toilets were not at all dirty on day {n}, but Joe was rude" for n in range(4)),
        *(f"Delivery never came on day {n}" for n in range(4)),  # this one belongs to the term
    )
    found = suggest(items, drivers)
    assert theme(found, "driver:dirty").count == 4
    assert sum("never" in each.text for each in theme(found, "driver:delivery").examples) == 4


COURTESIES = """
en | Hello, dear team of Skybird, thank you very much for your time and have a nice day
de | Guten Tag, liebes Team von Skybird, vielen Dank für Ihre Zeit und einen schönen Tag
fr | Bonjour, chère équipe de Skybird, merci beaucoup pour votre temps et bonne journée
es | Hola, buenos días, equipo de Skybird, muchas gracias por su tiempo y un saludo
nl | Goedendag, beste mensen van Skybird, hartelijk dank voor uw tijd en fijne dag
it | Buongiorno, cari signori di Skybird, grazie mille per il vostro tempo e cordiali saluti
pt | Bom dia, cara equipe da Skybird, muito obrigado pelo seu tempo e atenciosamente
tr | Merhaba, sayın Skybird ekibi, zaman ayırdığınız için çok teşekkürler ve iyi günler
pl | Dzień dobry, drodzy państwo ze Skybird, bardzo dziękuję za czas i pozdrawiam
"""


@pytest.mark.parametrize("line", COURTESIES.strip().splitlines())
def test_courtesies_and_the_company_are_no_theme(line: str, drivers: tuple[Driver, ...]) -> None:
    _, text = line.split(" | ")
    items = comments(*(f"{text}. Q{chr(97 + n)}xv{chr(97 + n)}" for n in range(20)))
    found = suggest(items, drivers, names=("Skybird",), everything=True)
    assert [each.name for each in (*found.themes, *found.objects)] == []


def test_several_labels_in_one_cell_count_each(drivers: tuple[Driver, ...]) -> None:
    items = [
        Comment(1, "It is late", "Delivery; Prime"),
        Comment(2, "Late again", "Prime|Delivery;Prime"),
        Comment(3, "So late", "Delivery"),
    ]
    found = suggest(items, drivers)
    assert [(each.name, each.items) for each in found.by_category] == [
        ("Delivery", (1, 2, 3)),
        ("Prime", (1, 2)),
    ]


def test_what_they_speak_of(drivers: tuple[Driver, ...]) -> None:
    items = comments(
        *(f"The kettle came {how} number {n}" for n in range(9) for how in ("late", "broken")),
        *(f"The toaster was {how} number {n}" for n in range(9) for how in ("late", "broken")),
        *(f"I still wait for word {n} of anything" for n in range(60)),
    )
    names = {thing.name for thing in suggest(items, drivers).objects}
    assert {"Kettle", "Toaster"} <= names


def test_words_in_scripts_with_vowel_signs() -> None:
    texts = [f"मेरा रिफंड {n} नहीं मिला" for n in range(6)] + [f"सामान {n} खराब" for n in range(4)]
    found = suggest(comments(*texts), ())
    assert [each.count for each in found.themes] == [6]
    assert found.themes[0].name in ("मेरा रिफंड", "नहीं मिला")


PRAISES = {
    "en": "Excellent, I am so happy with the {} and everything was wonderful, perfect and lovely",
    "de": "Ausgezeichnet, ich bin mit allem sehr zufrieden, wunderbar und perfekt: {}",
    "fr": "Excellent, je suis ravi et tout était parfait et agréable: {}",
    "es": "Excelente, estoy encantado y todo fue maravilloso y perfecto: {}",
    "nl": "Uitstekend, ik ben heel tevreden en alles was heerlijk en perfect: {}",
    "it": "Eccellente, sono soddisfatto e tutto era perfetto e meraviglioso: {}",
    "pt": "Excelente, estou satisfeito e tudo foi maravilhoso e perfeito: {}",
    "tr": "Harika, çok memnun kaldım ve her şey mükemmel ve güzel: {}",
    "pl": "Doskonale, jestem zadowolony i wszystko było wspaniałe i przyjemne: {}",
}


def test_no_driver_fires_on_praise(drivers: tuple[Driver, ...]) -> None:
    """Each term said once, without a word of complaint, in a comment that praises."""
    fired = []
    for language, frame in PRAISES.items():
        mine = [driver for driver in drivers if driver.language == language]
        items = comments(*(frame.format(_plain_term(term)) for d in mine for term in d.terms[:6]))
        found = suggest(items, mine)
        fired.append((language, round(found.complaints / found.total, 2)))
    assert all(share <= 0.1 for _, share in fired), fired


def _plain_term(term: str) -> str:
    """One reading of a term, as a customer would write it."""
    words = term.replace("...", " ").replace("…", " ").split()
    return " ".join(word.split("/")[0].strip("*") for word in words)


def test_the_lead_quote_complains_of_its_theme(drivers: tuple[Driver, ...]) -> None:
    found = suggest(
        comments(
            "The queues were literally only 3-5 minutes on that morning",
            "What a wonderful, perfect and lovely day, with one long queue at the gate",
            "There was no queue when we came",
            "A queue",
            "We stood in an endless queue for two hours and nobody cared",
            "The queue " + "went on and on and on " * 40,
        ),
        drivers,
    )
    assert theme(found, "driver:queues").examples[0].text.startswith("We stood in an endless")


def test_no_two_themes_lead_with_the_same_quote(drivers: tuple[Driver, ...]) -> None:
    both = [f"The courier was late and rude to me, order {n}" for n in range(6)]
    items = comments(*both, *(f"Late {n}" for n in range(9)), *(f"Rude {n}" for n in range(8)))
    leads = [each.examples[0].text for each in suggest(items, drivers).themes]
    assert len(set(leads)) == len(leads) >= 2
