"""What is meant for one sheet is one, in PDF and in Word."""

from __future__ import annotations

import io
import shutil
import subprocess
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
from tests.sharing.sharing_samples import FULL

OFFICE = shutil.which("soffice")


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


@pytest.mark.parametrize("build", [slip, build_pilot_page, build_brief])
def test_a_pdf_is_one_page(build: Callable[[PlanFacts], Document]) -> None:
    made = pdf.render(finished(build(three_actions())))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_the_short_plan_is_two_pages() -> None:
    made = pdf.render(finished(build_short_plan(FULL)))
    assert len(PdfReader(io.BytesIO(made)).pages) <= 2


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("build", [slip, build_pilot_page, build_brief])
def test_a_word_document_is_one_page(
    build: Callable[[PlanFacts], Document], tmp_path: Path
) -> None:
    (tmp_path / "page.docx").write_bytes(docx.render(finished(build(three_actions()))))
    command = [
        str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "page.docx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert len(PdfReader(tmp_path / "page.pdf").pages) == 1
