"""Words and numbers that are put together from parts, where the program speaks German."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template

import pytest

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.day_words import choose_language, day_month
from cxreset.base.language.numbers import percent
from cxreset.base.paths import content_dir
from cxreset.base.text import count
from cxreset.cli.web.words import page_words
from cxreset.insight.personal import NAMES
from cxreset.programme.dates import parse_date, parse_workdays
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import begin_reset
from cxreset.sharing.documents.decisions import decision_details
from cxreset.sharing.facts.teams import DecisionFact
from cxreset.sharing.returned.edits import Edit, Returned, lines
from cxreset.workbook.daily import Settings

TODAY = date(2026, 9, 3)  # a Thursday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("heute", date(2026, 9, 3)),
        ("morgen", date(2026, 9, 4)),
        ("montag", date(2026, 9, 7)),
        ("7. sep", date(2026, 9, 7)),
        ("5. dezember", date(2026, 12, 5)),
        ("friday", date(2026, 9, 4)),
    ],
)
def test_days_are_typed_in_the_language_of_the_program(german: None, words: str, day: date) -> None:
    choose_language("en")
    assert parse_date(words, TODAY) == day


def test_working_days_too(german: None) -> None:
    choose_language("en")
    assert parse_workdays("montag-donnerstag") == (0, 1, 2, 3)


def test_days_follow_the_program_until_a_language_of_dates_is_chosen(
    german: None, tmp_path: Path
) -> None:
    pack = load_pack(content_dir(), None)
    settings = Settings("Jo", "", TODAY, (0, 1, 2, 3, 4), None, TODAY)
    reset = begin_reset(tmp_path / "a.cxreset", pack, lambda: TODAY, settings)
    assert reset.settings.language == ""
    assert day_month(date(2026, 10, 5), short=False) == "5. Oktober"
    reset.change_settings(settings._replace(language="en"))
    assert reset.settings.language == "en"
    assert day_month(date(2026, 10, 5), short=False) == "5 October"


def test_every_kind_of_personal_data_and_every_channel_has_german_nouns(german: None) -> None:
    for one, many in (*NAMES.values(), *COMMENT_NAMES.values()):
        assert (count(1, one, many), count(2, one, many)) != (f"1 {one}", f"2 {many}")
    assert count(2, *NAMES["e-mail"]) == "2 E-Mail-Adressen"


def test_a_share(german: None) -> None:
    assert percent(0.4) == "40 %"


def test_a_rule_is_named_and_a_name_is_left(german: None) -> None:
    rule = DecisionFact("D1", "", 1, "", decided_by="consent")
    assert "Entschieden durch: Konsent." in decision_details(rule)
    assert "Entschieden durch: vote Sam." in decision_details(replace(rule, decided_by="vote Sam"))


def test_a_status_that_came_back_is_shown_in_german_and_a_title_as_it_was_typed(
    german: None,
) -> None:
    status = Edit(
        ref="A1",
        field="status",
        theirs="Completed",
        ours="In progress",
        was="Not started",
        side="both",
        row=2,
        title="Call",
        value="completed",
    )
    title = status._replace(field="title", theirs="Completed", ours="Owner")
    shown = list(lines(Returned("a.xlsx", (status, title), (), (), 2)))
    assert "„In Arbeit“ → „Erledigt“" in shown[0]
    assert "„Nicht begonnen“" in shown[0]
    assert "„Owner“ → „Completed“" in shown[1]


def test_the_page_of_the_browser_is_filled_in_german(german: None) -> None:
    page = Template(files("cxreset.cli.web").joinpath("page/index.html").read_text("utf-8"))
    text = page.substitute(page_words(), socket="ws://here/ws")
    assert '<html lang="de">' in text
    assert 'data-arrived="{name} ist da."' in text
    assert "<code>cxreset serve</code>" in text and "Go on here" not in text
