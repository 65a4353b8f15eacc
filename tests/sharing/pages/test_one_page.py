"""What is meant for one sheet is one, in PDF and in Word."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxreset.sharing.documents.action_plan.short import build_brief, build_short_plan
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.documents.model import Document
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages import docx, pdf
from tests.sharing.full_plan import FULL
from tests.sharing.office import convert, needs_office

ONE_PAGE = ("slip", "pilot", "brief")


def three_actions() -> PlanFacts:
    """One owner with three open actions, each with a note and a reason of ordinary length."""
    note = "It runs since Monday. On the first evening it went out too early, and some were wrong. "
    own = tuple(
        replace(
            FULL.actions[0],
            ref=f"A{number}",
            title="Send the text for two weeks at Northgate depot",
            deadline=date(2026, 10, 8 + number),
            note=note * 3,
            chain=("F1", "G1", pain.ref),
        )
        for number, pain in enumerate((*FULL.pains, FULL.pains[0])[:3], 1)
    )
    return replace(FULL, actions=own)


def slip(facts: PlanFacts) -> Document:
    return next(iter(build_slips(facts).values()))


def one_page(name: str) -> Document:
    builders: dict[str, Callable[[PlanFacts], Document]] = {
        "slip": slip,
        "pilot": build_pilot_page,
        "brief": build_brief,
    }
    return finished(builders[name](three_actions()))


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_pdf_is_one_page(name: str) -> None:
    made = pdf.render(one_page(name))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_the_short_plan_is_two_pages() -> None:
    made = pdf.render(finished(build_short_plan(FULL)))
    assert len(PdfReader(io.BytesIO(made)).pages) <= 2


@needs_office
def test_a_word_document_is_one_page(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.docx" for name in ONE_PAGE]
    for name, file in zip(ONE_PAGE, files, strict=True):
        file.write_bytes(docx.render(one_page(name)))
    convert(files, "pdf", tmp_path)
    pages = {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in ONE_PAGE}
    assert pages == dict.fromkeys(ONE_PAGE, 1)
