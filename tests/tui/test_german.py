"""The interface in German: a week is walked, and whatever is left in English is listed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cxreset.base import locations
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _, ask_anew, ngettext
from cxreset.base.paths import content_dir, workbook_path
from cxreset.base.text import count, listed
from cxreset.insight.language.spoken import language_name
from cxreset.intake.decode.code_pages import label_of
from cxreset.intake.decode.kinds import kind_name
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, begin_reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.scoreboard.parts import head
from cxreset.workbook.daily import Settings
from cxreset.workbook.tables import Action, Fix, Journal, Pain
from scripts import catalogue

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|what|which|this|that|they|from|have|has|are|is|of|to|for|not|no|"
    r"write|open|choose|one|each|yet|here|by|or|it|as|press|add|new|day|days|week|none|there)\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s{2,}|[│▌▏▕]")
ON = date(2026, 9, 8)


@pytest.fixture
def app(home: object, german: None) -> CxresetApp:
    pack = load_pack(content_dir(), None)
    settings = Settings("Jürgen", "Möbel AG", date(2026, 9, 7), (0, 1, 2, 3, 4), None, ON)
    settings = settings._replace(language="de")
    reset = begin_reset(workbook_path(), pack, lambda: ON, settings)
    return CxresetApp(pack, reset, lambda settings: reset, today=lambda: ON, where="hier")


def english_in(lines: list[str]) -> list[str]:
    pieces = (piece.strip() for line in lines for piece in PARTS.split(line))
    return [piece for piece in pieces if ENGLISH.search(piece)]


def lines_of(app: CxresetApp) -> list[str]:
    """What the screen shows, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def test_the_welcome_is_german(home: object, german: None) -> None:
    pack = load_pack(content_dir(), None)

    def never(settings: Settings) -> Reset:
        raise AssertionError(settings)

    app = CxresetApp(pack, None, never, today=lambda: ON, where="hier")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = lines_of(app)
        assert "Ihr Name" in "\n".join(lines) and "Dienstag, 8. September" in "\n".join(lines)
        assert english_in(lines) == []


def test_english_is_recognised() -> None:
    assert english_in(["  Heute   no owner · due  ", "▏ Abhaken  d ▕"]) == ["no owner · due"]


async def test_today_and_every_worksheet_of_a_new_workbook_are_german(app: CxresetApp) -> None:
    left: dict[str, list[str]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        today = lines_of(app)
        assert "Tag 2 von 30" in today[0] and "Dienstag, 8. September" in "\n".join(today)
        assert "Öffnen" in today[-1] and "Alle Befehle" in today[-1]
        left["Today"] = english_in(today)
        for week in app.pack.weeks:
            await pilot.press(str(week.number))
            await pilot.pause()
            for step in app.pack.week_steps(week.id):
                await pilot.pause(0.1)
                left[step.number] = english_in(lines_of(app))
                await pilot.press("right_square_bracket")
    found = {where: words for where, words in left.items() if words}
    assert not found


MODES = ("actions", "scoreboard", "practices", "journal", "settings", "help", "today")
DIALOGS = ("f2", "N", "P")
"""Keys that open a dialog on Today."""
VALUES = ("none",)
"""What is typed in English in every language; paths are passed over too."""


@pytest.mark.long
async def test_the_places_with_lines_in_them_are_german(app: CxresetApp) -> None:
    assert app.reset is not None
    book = app.reset.book
    pain = book.add(Pain(title="Liefertag verschiebt sich", chosen=True, impact=4))
    fix = book.add(Fix(title="Anruf vorher", pain_id=pain.key, horizon="now"))
    book.add(Action(title="Anrufen", owner="Priya", deadline=date(2026, 9, 4), fix_id=fix.key))
    book.add(Journal(kind="fire", text="Brand", written_on=ON))
    left: dict[str, list[str]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for mode in MODES:
            await app.run_action(f"go('{mode}')")
            await pilot.pause(0.2)
            left[mode] = [
                each for each in english_in(lines_of(app)) if each not in VALUES and "/" not in each
            ]
            await pilot.press("escape") if mode == "help" else None
        for key in DIALOGS:
            depth = len(app.screen_stack)
            await pilot.press(key)
            await pilot.pause(0.2)
            left[key] = english_in(lines_of(app))
            while len(app.screen_stack) > depth:
                await pilot.press("escape")
                await pilot.pause()
    assert {where: words for where, words in left.items() if words} == {}


@pytest.mark.parametrize("language", catalogue.paths())
def test_the_catalogue_has_words_for_what_the_code_says(language: str) -> None:
    path = catalogue.paths()[language]
    found = catalogue.read(path, language)
    assert catalogue.as_mo(found) == path.with_suffix(".mo").read_bytes(), "make catalogue"
    known = {catalogue.key(one) for one in found if catalogue.translated(one.string)}
    lacking = {message for message, _file in catalogue.messages()} - known
    assert len(lacking) <= len(known) / 50, sorted(map(str, lacking))
    for message in found:
        assert not message.fuzzy, f"{message.id}: what is marked fuzzy stays English"
        if message.id and message.string:
            assert fields_of(message.string) == fields_of(message.id), message.id


def fields_of(words: str | tuple[str, ...] | list[str]) -> list[set[str]]:
    """The `{names}` of each form of a message."""
    forms = [words] if isinstance(words, str) else words
    return [set(re.findall(r"\{\w+\}", form)) for form in forms]


def test_words_are_looked_up_only_where_another_language_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask_anew()
    assert (_("Today"), _(""), ngettext("{days} day late", "{days} days late", 1)) == (
        *("Today", "", "{days} day late"),
    )
    for chosen, word in (("de", "Heute"), ("xx", "Today")):
        monkeypatch.setenv(locations.INTERFACE_VARIABLE, chosen)
        ask_anew()
        assert (_("Today"), _("")) == (word, "")
        assert _("no such words") == "no such words"
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()


def test_numbers_have_the_marks_of_the_language(german: None) -> None:
    assert (whole(2224), whole(999), decimal(4.25, 1), decimal(12.4, 0)) == (
        *("2.224", "999", "4,2", "12"),
    )
    assert decimal(1234.5, 2, grouped=True) == "1.234,50" and decimal(-0.5, 1) == "-0,5"
    assert count(1, "comment") == "1 Kommentar" and count(2224, "comment") == "2.224 Kommentare"
    assert listed(["a", "b", "c"]) == "a, b und c"


def test_kinds_of_file_and_encodings_have_their_names(german: None) -> None:
    assert (kind_name("Excel workbook"), kind_name("CSV")) == ("Excel-Arbeitsmappe", "CSV")
    assert label_of("cp1253") == "Windows-1253, Griechisch"
    assert label_of("big5") == "Big5, Chinesisch"
    assert label_of("cp037") == "Text in cp037"
    assert language_name("sv") == "Schwedisch" and language_name("xx") == "xx"


def test_capitals_that_are_longer_push_nothing_out_of_sight() -> None:
    line = head("Dreißig Tage", "0 von 17 Schritten", 40)
    assert line.plain.startswith("DREISSIG TAGE ") and line.plain.endswith(" 0 von 17 Schritten")
    assert line.cell_length == 40
