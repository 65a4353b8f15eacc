"""What is meant for one sheet is one, in PDF and in Word."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.action_plan.short import build_brief, build_short_plan
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.documents.model import Document
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages import docx, html, pdf
from cxreset.sharing.pages.word import fit
from tests.sharing.browser import needs_browser, print_page
from tests.sharing.full_plan import FULL
from tests.sharing.office import convert, needs_office
from tests.sharing.sharing_samples import EMPTY, crowded

ONE_PAGE = ("slip", "fullest slip", "pilot", "brief")


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


def worst_three() -> PlanFacts:
    """As above, with titles of two lines, a check each, colleagues on each pain, two closed."""
    facts = three_actions()
    title = "Send every customer of Northgate depot a text in the evening before, with an honest "
    title += "four-hour window and the number of a person who answers, and count the wrong ones"
    check = replace(FULL.follow_ups[0], what=title, who="Tom Becker")
    own = tuple(replace(one, title=title) for one in facts.actions)
    others = tuple(
        replace(one, ref=f"A{number}{at}", owner=f"Colleague number {at}")
        for number, one in enumerate(own, 4)
        for at in range(4)
    )
    closed = tuple(replace(one, ref=f"A9{one.ref}", status="completed") for one in own[:2])
    checks = tuple(replace(check, ref=f"U{one.ref}", action=one.ref) for one in own)
    return replace(facts, actions=(*own, *closed, *others), follow_ups=checks)


def slip(facts: PlanFacts) -> Document:
    return next(iter(build_slips(facts).values()))


def one_page(name: str) -> Document:
    builders: dict[str, Callable[[PlanFacts], Document]] = {
        "slip": slip,
        "pilot": build_pilot_page,
        "brief": build_brief,
        "fullest slip": slip,
    }
    facts = worst_three() if name == "fullest slip" else three_actions()
    return finished(builders[name](facts))


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_pdf_is_one_page(name: str) -> None:
    made = pdf.render(one_page(name))
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def workbooks(facts: PlanFacts) -> dict[str, PlanFacts]:
    """A filled one, two with many actions of long names in several scripts, a nearly empty one."""
    many = {
        f"{count} actions": replace(facts, actions=crowded(count).actions) for count in (12, 60)
    }
    return {"sample": facts, **many, "nearly empty": EMPTY}


BUILDERS = {"brief": (build_brief, 1), "short": (build_short_plan, 2)}


def test_brief_and_short_plan_keep_their_pages_whatever_the_workbook(sample: Reset) -> None:
    found = {}
    for name, facts in workbooks(gather(sample.book, sample.pack, sample.today)).items():
        for form, (build, most) in BUILDERS.items():
            pages = len(PdfReader(io.BytesIO(pdf.render(finished(build(facts))))).pages)
            found[form, name] = pages if pages > most else most
    assert found == {(form, name): BUILDERS[form][1] for form, name in found}


def test_the_whole_plan_of_the_sample_is_thirteen_pages(sample: Reset) -> None:
    facts = gather(sample.book, sample.pack, sample.today)
    made = pdf.render(finished(build_plan(facts)))
    assert len(PdfReader(io.BytesIO(made)).pages) <= 13


@pytest.mark.long
@needs_browser
def test_so_they_do_printed_from_a_browser(sample: Reset, tmp_path: Path) -> None:
    found = {}
    for name, facts in workbooks(gather(sample.book, sample.pack, sample.today)).items():
        for form, (build, most) in BUILDERS.items():
            pages = len(PdfReader(print_page(html.render(finished(build(facts))), tmp_path)).pages)
            found[form, name] = pages if pages > most else most
    assert found == {(form, name): BUILDERS[form][1] for form, name in found}


@pytest.mark.long
@needs_office
def test_so_they_do_in_word(sample: Reset, tmp_path: Path) -> None:
    wanted = {}
    for name, facts in workbooks(gather(sample.book, sample.pack, sample.today)).items():
        for form, (build, most) in BUILDERS.items():
            wanted[tmp_path / f"{form} {name}.docx"] = most
            made = docx.render(finished(build(facts)))
            (tmp_path / f"{form} {name}.docx").write_bytes(made)
    convert(wanted, "pdf", tmp_path)
    pages = {file: len(PdfReader(file.with_suffix(".pdf")).pages) for file in wanted}
    assert {file.stem: count for file, count in pages.items() if count > wanted[file]} == {}


@needs_office
def test_a_word_document_is_one_page(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.docx" for name in ONE_PAGE]
    for name, file in zip(ONE_PAGE, files, strict=True):
        file.write_bytes(docx.render(one_page(name)))
    convert(files, "pdf", tmp_path)
    pages = {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in ONE_PAGE}
    assert pages == dict.fromkeys(ONE_PAGE, 1)


def test_a_word_document_of_one_page_is_set_no_closer_than_it_needs() -> None:
    assert 1.0 < fit.scale(one_page("slip")) < fit.scale(one_page("pilot")) <= 1.16
    assert 0.87 <= fit.scale(one_page("fullest slip")) < 0.95
    assert fit.scale(replace(one_page("slip"), parts=one_page("fullest slip").parts * 3)) == 1.0
