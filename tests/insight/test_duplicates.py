"""Who says the same: slips and little words yes, numbers, negations and other words no."""

from __future__ import annotations

import csv
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.insight.duplicates import groups, plain
from tests.examples import examples
from tests.paths import FEEDBACK

LABELLED = FEEDBACK / "bank-chat-intents.csv"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Good", "good!"),
        ("The card has not arrived yet.", "The card hasn't arrived yet."),
        (
            "Can I use my card to add money to my account?",
            "can I use a card to add money to account",
        ),
        ("Why is my top up still pending?", "Why is my top-up still pending?"),
        (
            "The driver never rang the bell at the door",
            "The driver never rang the bell at teh door",
        ),
        (
            "My transfer was declined this morning again",
            "My tranfser was declined this morning again",
        ),
        ("Comcast overcharges", "Comcast over charges"),
        ("Die Lieferung kam viel zu spät", "die Lieferung kam viel zu spat."),
        ("L’appli ne marche plus du tout", "L'appli ne marche plus du tout"),
        ("配送が遅い。", "配送が遅い"),
        ("👍👍", " 👍👍 "),
    ],
)
def test_they_say_the_same(one: str, other: str) -> None:
    assert groups([one, other]) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How do I make a card payment at the till?", "How do I make a cash payment at the till?"),
        ("My order was 12 days late in arriving", "My order was 13 days late in arriving"),
        ("The delivery was good and on time today", "The delivery was not good and on time today"),
        ("I can top up with a cheque at the bank", "I can't top up with a cheque at the bank"),
        ("I can't verify my identity in the app", "I won't verify my identity in the app"),
        ("Please turn the renewal of my plan on", "Please turn the renewal of my plan off"),
        ("What is the exchange rate?", "What is the exchange fee?"),
        ("Where do I find the exchange rate now?", "How do I find the exchange rate now?"),
        ("Good", "Bad"),
        ("👍👍", "👎👎"),
        ("配送が遅い", "返金が遅い"),
        ("", "x"),
    ],
)
def test_they_do_not(one: str, other: str) -> None:
    assert groups([one, other]) == [0, 1]


def test_two_words_that_are_both_common_are_no_slips() -> None:
    texts = [
        f"how do i {word} the card of {who}" for word in ("change", "charge") for who in "abcdef"
    ]
    found = groups([*texts, "please change my card now", "please charge my card now"])
    assert found[-1] != found[-2]


def test_what_was_grouped_before_stays_apart_and_takes_the_new_in() -> None:
    old = ["late again", "Late again!", "refund is slow"]
    assert groups([*old, "LATE AGAIN", "Refund is slow.", "new"], known=3) == [0, 1, 2, 0, 2, 5]


def test_it_can_be_stopped() -> None:
    class Stop(Exception):
        pass

    def go_on() -> None:
        raise Stop

    with pytest.raises(Stop):
        groups(["a", "b"], 0, go_on)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.text(max_size=30) | st.sampled_from(["late", "Late!", "not late"]), max_size=12))
def test_a_group_is_named_by_its_first_and_the_same_twice(texts: list[str]) -> None:
    found = groups(texts)
    assert found == groups(texts)
    assert len(found) == len(texts)
    for at, first in enumerate(found):
        assert first <= at
        assert found[first] == first
    for one, other in combinations(range(len(texts)), 2):
        if plain(texts[one]) == plain(texts[other]):
            assert found[one] == found[other]


def test_mistyped_texts_are_found_again() -> None:
    pick = random.Random(7)
    words = ["".join(pick.choices("aeioulnrstmkbdp", k=pick.randint(4, 9))) for _ in range(900)]
    texts = [" ".join(pick.choices(words, k=pick.randint(6, 15))) for _ in range(600)]
    mistyped = []
    for text in texts:
        at = pick.randrange(len(text) - 1)
        mistyped.append(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    found = groups([*texts, *mistyped])
    met = sum(found[at] == found[at + 600] for at in range(600))
    assert met >= 0.9 * 600
    assert len(set(found[:600])) == 600


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled file is not there")
def test_few_labelled_paraphrases_are_taken_for_the_same() -> None:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    members: dict[int, list[str]] = {}
    for first, row in zip(groups([row["text"] for row in rows]), rows, strict=True):
        members.setdefault(first, []).append(row["category"])
    pairs = [pair for group in members.values() for pair in combinations(group, 2)]
    assert len(pairs) > 50
    assert sum(one != other for one, other in pairs) <= 0.05 * len(pairs)


OPPOSITES = """
The staff were helpful | The staff were unhelpful
The slot is available | The slot is unavailable
This is usable | This is unusable
I am likely to return | I am unlikely to return
The answer was complete | The answer was incomplete
The rule is logical | The rule is illogical
Their agent was honest | Their agent was dishonest
The driver was polite | The driver was impolite
Wir sind zufrieden damit | Wir sind unzufrieden damit
Das Personal war freundlich | Das Personal war unfreundlich
Het personeel was vriendelijk | Het personeel was onvriendelijk
Le site est utilisable | Le site est inutilisable
El pedido estaba completo | El pedido estaba incompleto
Un sitio muy agradable | Un sitio muy desagradable
Il personale era cortese | Il personale era scortese
Lo consiglio a tutti | Lo sconsiglio a tutti
O atendente foi honesto | O atendente foi desonesto
Aplikace funguje | Aplikace nefunguje
Obsługa była uprzejma | Obsługa była nieuprzejma
Uygulama çalışıyor | Uygulama çalışmıyor
Para iadesi ödendi | Para iadesi ödenmedi
Kargo verildi | Kargo verilmedi
Telefon geliyor | Telefon gelmiyor
Personalen var vänlig | Personalen var ovänlig
Ответ понятный | Ответ непонятный
Приложение работает | Приложение не работает
The lift is working | The lift is not working
Die Heizung geht | Die Heizung geht nicht
Le train est parti | Le train n'est pas parti
La tarjeta funciona | La tarjeta no funciona
De app werkt | De app werkt niet
Il bonifico è arrivato | Il bonifico non è arrivato
O cartão chegou | O cartão não chegou
Winda działa | Winda nie działa
Asansör var | Asansör yok
Hissen fungerar | Hissen fungerar inte
सामान मिला | सामान नहीं मिला
"""


@pytest.mark.parametrize("pair", OPPOSITES.strip().splitlines())
@pytest.mark.parametrize("often", [1, 6])
def test_opposites_never_say_the_same(pair: str, often: int) -> None:
    one, other = (side.strip() for side in pair.split("|"))
    found = groups([*(f"{one}{'.' * n}" for n in range(often)), other])
    assert found[-1] == often, "alone"
    assert set(found[:-1]) == {0}


MORE_OPPOSITES = """
The packaging was adequate | The packaging was inadequate
The form is readable | The form is unreadable
The refund was approved | The refund was not approved
The seat was comfortable | The seat was uncomfortable
The price is reasonable | The price is unreasonable
The lock was secure | The lock was insecure
The team was organised | The team was disorganised
Die Antwort war verständlich | Die Antwort war unverständlich
Die Rechnung war korrekt | Die Rechnung war nicht korrekt
Die Lieferung war vollständig | Die Lieferung war unvollständig
Das Zimmer war bequem | Das Zimmer war unbequem
Der Techniker war pünktlich | Der Techniker war unpünktlich
Le vendeur était honnête | Le vendeur était malhonnête
La réponse était correcte | La réponse était incorrecte
Le fauteuil est confortable | Le fauteuil est inconfortable
Le colis est arrivé | Le colis n'est pas arrivé
Le service est efficace | Le service est inefficace
Le client est content | Le client est mécontent
La respuesta fue correcta | La respuesta fue incorrecta
La silla es cómoda | La silla es incómoda
El vendedor fue honesto | El vendedor fue deshonesto
El envío fue puntual | El envío fue impuntual
El producto es útil | El producto es inútil
De monteur was beleefd | De monteur was onbeleefd
De levering was compleet | De levering was incompleet
De stoel is comfortabel | De stoel is oncomfortabel
De uitleg was duidelijk | De uitleg was onduidelijk
Het pakket is gekomen | Het pakket is niet gekomen
La risposta era corretta | La risposta era scorretta
La sedia è comoda | La sedia è scomoda
Il pacco era completo | Il pacco era incompleto
Il venditore era onesto | Il venditore era disonesto
Il sito è utile | Il sito è inutile
A resposta foi correta | A resposta foi incorreta
O sofá é confortável | O sofá é desconfortável
O envio estava completo | O envio estava incompleto
O vendedor foi honesto | O vendedor foi desonesto
O aplicativo é útil | O aplicativo é inútil
Kargo teslim edildi | Kargo teslim edilmedi
Uygulama açılıyor | Uygulama açılmıyor
Param bana geldi | Param bana gelmedi
Ürün sağlam | Ürün sağlam değil
Telefon bugün açıldı | Telefon bugün açılmadı
Kurier był uprzejmy | Kurier był nieuprzejmy
Zamówienie było kompletne | Zamówienie było niekompletne
Przesyłka dotarła wczoraj | Przesyłka nie dotarła wczoraj
Odpowiedź była poprawna | Odpowiedź była niepoprawna
Sprzedawca był uczciwy | Sprzedawca był nieuczciwy
"""


def test_fifty_more_opposites_in_nine_languages_stay_apart() -> None:
    together = []
    for pair in MORE_OPPOSITES.strip().splitlines():
        one, other = (side.strip() for side in pair.split("|"))
        for often in (1, 4):
            found = groups([*(f"{one}{'.' * n}" for n in range(often)), other])
            if found != [0] * often + [often]:
                together.append(pair)
    assert together == []


def test_vowel_signs_are_part_of_the_word() -> None:
    assert groups(["सामान मिला", "सामान मैला"]) == [0, 1]  # goods received, goods dirty
    assert groups(["சேவை நன்று", "சேவை நன்றி"]) == [0, 1]


def test_composed_or_not_is_the_same() -> None:
    assert groups(["Le café était froid", "Le cafe\u0301 e\u0301tait froid"]) == [0, 0]
