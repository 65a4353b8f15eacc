"""What is said beside suggested themes: few comments, long stories, languages without drivers."""

from __future__ import annotations

from cxreset.insight.themes import (
    suggest,
)
from cxreset.programme.drivers import Driver
from tests.insight.themes.comments import comments, named


def test_few_comments_are_said_to_be_few(drivers: tuple[Driver, ...]) -> None:
    assert "no comments" in suggest([], drivers).notes[0]
    assert suggest([], drivers).themes == ()
    one = suggest(comments("The parcel was late"), drivers)
    assert one.themes == ()
    assert "only 1 comment." in one.notes[0]
    two = suggest(comments("The parcel was late", "late, late, late"), drivers)
    assert [(theme.name, theme.items) for theme in two.themes] == [("Late or delayed", (1, 2))]


def test_long_stories_are_said_to_be_long(drivers: tuple[Driver, ...]) -> None:
    story = "They were rude and I want a refund. " + "Then I names_found them once more. " * 20
    found = suggest(comments(*[story] * 60), drivers)
    assert any("long stories" in note for note in found.notes)


def test_a_language_without_drivers_is_said(drivers: tuple[Driver, ...]) -> None:
    texts = [
        f"Paketet {word} har inte kommit och ingen svarar mig när jag ringer om det"
        for word in ["ett", "fem", "sex", "sju", "nio", "tio"]
    ]
    found = suggest(comments(*texts * 10), drivers)
    assert found.language == "sv"
    assert any("Swedish" in note and "Dutch, English" in note for note in found.notes)
    assert all(theme.kind == "phrase" for theme in found.themes)


def test_a_language_in_no_list_is_said(drivers: tuple[Driver, ...]) -> None:
    texts = [f"Bidhaa yangu {n} haijafika bado na hakuna anayejibu simu zangu" for n in range(60)]
    notes = suggest(comments(*texts), drivers).notes
    assert any("a language that is not known here" in note for note in notes)


def test_the_drivers_of_the_language_are_asked(drivers: tuple[Driver, ...]) -> None:
    german = ["Der Zug kam zu spät und niemand war da", "Das ist die dritte Verspaetung für uns"]
    found = suggest(comments(*german), drivers)
    assert found.language == "de"
    assert [theme.name for theme in found.themes] == ["Verspätet oder zu spät"]
    french = ["Le train avait du retard et nous avons attendu", "Il est en retard une fois de plus"]
    assert [theme.name for theme in suggest(comments(*french), drivers).themes] == ["Retard"]


def test_two_languages_meet_in_one_theme(drivers: tuple[Driver, ...]) -> None:
    english = ["The train was late and we had to wait for it", "It is late and so are we, as usual"]
    german = [
        "Der Zug kam zu spät und das ist nicht gut",
        "Die Verspätung war für uns alle schlimm",
    ]
    found = suggest(comments(*english * 3, *german), drivers)
    theme = next(theme for theme in found.themes if theme.id == "driver:late")
    assert (theme.name, theme.count) == ("Late or delayed", 8)


def test_texts_without_stop_words_are_told_by_the_drivers(drivers: tuple[Driver, ...]) -> None:
    found = suggest(
        comments("refund lamp", "refund chair", "billing error", "billing error"), drivers
    )
    assert found.language == "en"
    assert named(found, "Refund slow or refused").count == 2
