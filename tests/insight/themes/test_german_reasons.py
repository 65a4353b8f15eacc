"""What customers of a German bank or shop complain of, in words of their own, finds its reason."""

from __future__ import annotations

import pytest

from cxreset.insight.themes import suggest
from cxreset.programme.drivers import Driver
from tests.insight.themes.comments import comments

COMPLAINTS = {
    "card-arrival": (
        "Meine neue Karte ist nach drei Wochen noch nicht angekommen",
        "Ich warte seit Mai auf die Ersatzkarte, das ist eine Frechheit",
        "Die Girokarte lässt sich nicht freischalten, furchtbar",
        "Trotz zwei Anrufen habe ich keine Kreditkarte erhalten",
        "Die Debitkarte ist seit Montag kaputt und niemand hilft",
    ),
    "exchange": (
        "Der Wechselkurs war viel schlechter als in der App angezeigt",
        "Die Umrechnungskurse sind ein schlechter Witz",
        "Für den Urlaub wurden mir die Franken zu einem miesen Kurs getauscht",
        "Die Landeswährung ließ sich nicht einstellen, sehr ärgerlich",
        "Beim Auslandseinsatzentgelt wurde ich abkassiert",
    ),
    "student-loan": (
        "Der Studienkredit wurde zu spät ausgezahlt, ich konnte die Miete nicht zahlen",
        "Beim BAföG fehlt seit drei Monaten die Rate, niemand antwortet",
        "Die Zinsen für mein Studiendarlehen wurden falsch berechnet",
        "Das Darlehen für mein Studium wird ohne Grund gekündigt",
    ),
}
NEIGHBOURS = {
    "card-arrival": (
        "Die Geschenkkarte war leer, eine Frechheit",
        "Auf der Speisekarte steht nichts ohne Fleisch, schlecht",
    ),
    "exchange": (
        "Der Umtausch der Schuhe dauerte vier Wochen, furchtbar",
        "Der Sprachkurs wurde ohne Grund abgesagt",
    ),
    "student-loan": (
        "Die Raten für den Autokredit sind ohne Grund gestiegen",
        "Das Studio war schmutzig und laut",
    ),
}


def found(texts: tuple[str, ...], reason: str, drivers: tuple[Driver, ...]) -> set[int]:
    """Numbers of those that the reason holds, from 1; each is said three times, to recur."""
    items = comments(*(f"{text}, zum {time}. Mal" for text in texts for time in range(3)))
    themes = suggest(items, drivers, limit=40).themes
    held = next((set(each.items) for each in themes if each.id == f"driver:{reason}"), set())
    return {(number - 1) // 3 + 1 for number in held}


@pytest.mark.parametrize("reason", COMPLAINTS)
def test_a_reason_is_found_in_german_words(reason: str, drivers: tuple[Driver, ...]) -> None:
    texts, others = COMPLAINTS[reason], NEIGHBOURS[reason]
    assert found((*texts, *others), reason, drivers) == set(range(1, len(texts) + 1))
