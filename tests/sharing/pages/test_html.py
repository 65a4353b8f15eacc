"""The page is one file that asks nothing of anybody, well built, and safe from what it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.base.text import one_line
from cxreset.sharing.direction import shown
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.model import (
    Document,
    Fact,
    Facts,
    Note,
    Paragraph,
    Part,
    Table,
    texts,
)
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages import html
from tests.examples import examples
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section"),
    *("footer", "h1", "h2", "h3", "p", "br", "a", "ol", "ul", "li", "dl", "div", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("blockquote", "strong", "span", "time", "svg", "rect", "q", "line", "circle", "text"),
}
ATTRIBUTES = {
    "dir",
    *("lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "datetime"),
    *("aria-label", "aria-labelledby", "aria-hidden", "tabindex", "scope", "data-label"),
    *("viewbox", "preserveaspectratio", "width", "height", "role"),
    *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "fill", "stroke-width"),
    *("stroke-dasharray", "font-size", "font-weight", "text-anchor"),
}
VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page as another reader sees it; raises AssertionError where elements do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self._open):
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def names(self) -> list[str]:
        return [name for name, _ in self.elements]


def page(facts: PlanFacts) -> Page:
    return Page(html.render(build_plan(facts)))


ALL = [FULL, EMPTY, crowded(60), with_every_text(FULL, HOSTILE), with_every_text(EMPTY, HOSTILE)]


@pytest.mark.parametrize("facts", ALL)
def test_nothing_but_our_own_elements(facts: PlanFacts) -> None:
    for name, attributes in page(facts).elements:
        assert name in OURS
        assert set(attributes) <= ATTRIBUTES
        for attribute, value in attributes.items():
            assert not attribute.startswith("on")
            assert "javascript:" not in value.lower() or attribute in ("data-label", "aria-label")
            if attribute == "href":
                assert re.fullmatch(r"#[a-z0-9-]+", value)


@pytest.mark.parametrize("facts", ALL)
def test_the_policy_forbids_every_request_and_script(facts: PlanFacts) -> None:
    found = page(facts)
    policies = [a["content"] for n, a in found.elements if a.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    source = html.render(build_plan(facts))
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style and "@import" not in style


def test_hostile_text_is_shown_as_text() -> None:
    hostile = page(with_every_text(FULL, HOSTILE))
    plain = page(FULL)
    page_text = " ".join(" ".join(hostile.text).split())
    assert (
        "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3))"
        in page_text
    )
    assert "{{m}}{% n %}$title" in page_text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\u200b]", page_text)
    assert [n for n in hostile.names() if n == "tr"] == [n for n in plain.names() if n == "tr"]


@given(st.text(max_size=60))
@settings(max_examples=examples(60))
def test_the_page_shows_exactly_the_words(text: str) -> None:
    part = Part("a", "H", (Paragraph(f"a {text}"), Table(("A", "B"), ((text, text),), "c")))
    document = build_plan(EMPTY)
    made = html.render(type(document)("T", "", EMPTY.today, (part,)))
    found = " ".join(Page(made).text)
    words = f"A B {one_line(text)} {one_line(text)}".split()
    assert " ".join(words) in " ".join(found.split())
    assert " ".join(f"a {shown(text)}".split()) in " ".join(found.split())


@pytest.mark.parametrize("facts", ALL)
def test_the_page_says_all_that_the_document_says(facts: PlanFacts) -> None:
    document = build_plan(facts)
    found = " ".join(" ".join(page(facts).text).split())
    missing = [text for text in texts(document) if " ".join(shown(text).split()) not in found]
    assert missing == []


@pytest.mark.parametrize("facts", [FULL, EMPTY])
def test_headings_step_down_one_at_a_time(facts: PlanFacts) -> None:
    levels = [int(name[1]) for name in page(facts).names() if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_name_their_columns_and_rows() -> None:
    found = page(FULL)
    names = found.names()
    assert names.count("caption") == names.count("table") > 5
    assert all(a.get("scope") in ("col", "row") for name, a in found.elements if name == "th")
    rows = names.count("tr") - names.count("table")
    assert sum(a.get("scope") == "row" for _, a in found.elements) == rows


def test_every_link_leads_to_a_part() -> None:
    found = page(FULL)
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for name, a in found.elements if name == "a"} <= set(ids)


def test_an_overdue_action_is_marked_in_words_and_in_style() -> None:
    source = html.render(build_plan(FULL))
    flagged = source.split('<tr class="flagged">')[1].split("</tr>")[0]
    assert "A2" in flagged and "Overdue" in flagged


# -- notes

NOTED = Document(
    "T",
    "",
    EMPTY.today,
    (
        Part("a", "A", (Paragraph("one\n\ntwo", (2, 1)), Facts((Fact("l", ("x", "y"), (2,)),)))),
        Part("b", "B", (Table(("I", "J"), (("r", "s"), ("t", "u")), "c", notes=((1, (2, 9)),)),)),
    ),
    notes=(Note("C12", "So <b>late</b>", "chat"), Note("C7", "Gone"), Note("C8", "Unused")),
)


def test_every_mark_leads_to_its_note_and_back() -> None:
    found = Page(html.render(NOTED))
    links = [(a.get("role"), a.get("id", ""), a["href"]) for n, a in found.elements if n == "a"]
    marks = [(own, to) for role, own, to in links if role == "doc-noteref"]
    assert [to for _, to in marks] == ["#note-2", "#note-1", "#note-2", "#note-2"]
    assert [to for role, _, to in links if role == "doc-backlink"] == [
        *("#mark-1", "#mark-2", "#mark-2-2", "#mark-2-3"),
    ]
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {to[1:] for _, _, to in links} <= set(ids)
    assert all(
        a.get("aria-label") for n, a in found.elements if "doc-" in a.get("role", "") and n == "a"
    )


def test_a_note_says_whose_words_they_are_and_where_they_came_from() -> None:
    page_text = " ".join(" ".join(Page(html.render(NOTED)).text).split())
    assert "What customers said, word for word So <b>late</b> C12, chat ↩ Gone C7 ↩" in page_text


def test_a_mark_stands_behind_the_words_it_proves() -> None:
    source = html.render(NOTED)
    assert source.index(">one</p>") < source.index(">two<a") < source.index(">y<a")
    assert '<th scope="row" dir="auto" class="short">t<a class="mark"' in source


def test_without_notes_there_is_no_place_for_them() -> None:
    assert 'id="notes"' not in html.render(build_plan(EMPTY))


def test_the_page_s_library_is_loaded_only_for_a_page() -> None:
    code = "import sys, cxreset.sharing.pages.html; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
