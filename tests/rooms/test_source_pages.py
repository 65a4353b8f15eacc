"""A page for each import source: what it says is what the intake does."""

from __future__ import annotations

import pytest

from cxreset.intake.columns.names import EXPORTS
from scripts.source_pages import NAMES, samples, source_page, sources_page


def test_every_export_that_is_known_by_its_header_has_a_page() -> None:
    pages = set(samples())
    assert {product.lower().replace(" ", "-") for _, product, _ in EXPORTS} <= pages
    assert {"whatsapp", "transcript", "mail"} <= pages
    listed = sources_page(sorted(pages))
    assert all(f"({name}.md)" in listed for name in pages)


@pytest.mark.parametrize("name", sorted(samples()))
def test_a_page_says_what_is_read_and_what_is_not(name: str) -> None:
    page = source_page(name, samples()[name])
    assert page.startswith("# ")
    read, _, left = page.partition("## What is read")[2].partition("## What is not")
    assert read.count("- “") >= 1 and "Review" not in left
    assert "Every row" in left or any(reason in left for reason in (*NAMES.values(), "cell"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("qualtrics", "1 row that was a trial"),
        ("google-play", "1 row without words"),
        ("intercom", "1 row that the company said"),
        ("surveymonkey", "1 row that says nothing"),
    ],
)
def test_what_is_left_out_is_named(name: str, words: str) -> None:
    assert words in source_page(name, samples()[name])
