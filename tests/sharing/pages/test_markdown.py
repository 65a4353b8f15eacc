"""Markdown shows exactly the words it was given, whatever they are."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxreset.base.text import one_line, shown
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    BulletList,
    Document,
    Fact,
    Facts,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
)
from cxreset.sharing.pages import markdown
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import HOSTILE, with_every_text

# A reader with everything on, raw HTML too: what a wiki or a code host does.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

SNIPPETS = (
    *("<b>", "</p>", "<!--", "-->", "&amp;", "&#60;", "](x)", "![", "```", "~~~", "---", "==="),
    *("# ", " #", "> ", "- ", "+ ", "1. ", "2) ", "| --- |", "\\|", "\\", "    ", "\n", "\n\n"),
    *("http://a.b", "www.a.b", "*", "_", "$x$", "[^1]", "[a]: b", ":--", "\t", "\r", "\u2028"),
    *("\x00", "\x1b[1m", "\u202e", "\u00a0", "\ud800", "a", "Ω", "ع", "漢", "🙂"),
)
wild = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=4), max_size=12).map("".join)


class Seen(HTMLParser):
    """Elements and text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(source: str) -> Seen:
    return Seen(READER.render(source))


@given(wild)
def test_a_line_shows_its_words_and_nothing_else(text: str) -> None:
    seen = read(f"x {markdown.inline(text)}")
    assert set(seen.elements) == {"p"}
    assert seen.text.split() == ["x", *one_line(text).split()]


@given(wild)
def test_a_line_is_safe_at_the_start_of_a_line_too(text: str) -> None:
    seen = read(markdown.inline(text))
    assert set(seen.elements) <= {"p"}
    assert seen.text.split() == one_line(text).split()


@given(wild)
def test_a_heading_keeps_its_words(text: str) -> None:
    seen = read(markdown.block_markdown(Subheading(text)))
    assert seen.elements == ["h3"]
    assert seen.text.split() == one_line(text).split()


@given(wild)
def test_a_paragraph_keeps_its_lines(text: str) -> None:
    seen = read(markdown.block_markdown(Paragraph(text)))
    assert set(seen.elements) <= {"p", "br"}
    assert seen.text.split() == shown(text).split()


@given(wild, wild)
def test_a_table_keeps_its_cells(first: str, second: str) -> None:
    block = Table(("One", first), ((second, first), (first, second)), "Said")
    seen = read(markdown.table(block))
    assert seen.elements.count("table") == 1
    assert seen.elements.count("td") == 4
    assert set(seen.elements) == {"table", "thead", "tbody", "tr", "th", "td"}
    cells = ["One", first, second, first, first, second]
    assert seen.text.split() == " ".join(map(one_line, cells)).split()


@given(wild)
def test_a_quote_and_a_list_keep_their_words(text: str) -> None:
    quote = read(markdown.block_markdown(Quote(f"a {text}", "C1", text)))
    assert set(quote.elements) <= {"blockquote", "p", "br"}
    listed = read(markdown.block_markdown(BulletList((f"a {text}", f"b {text}"))))
    assert listed.elements == ["ul", "li", "li"]


@pytest.mark.parametrize("address", ["http://evil.example/x", "www.evil.org", "HTTPS://e.org"])
def test_a_bare_address_does_not_become_a_link(address: str) -> None:
    linking = MarkdownIt("commonmark", {"linkify": True}).enable("linkify")
    assert linking.linkify is not None
    assert "<a" in linking.render(f"see {address} now")
    html = linking.render(markdown.inline(f"see {address} now"))
    assert f'href="{address}' not in html and f'href="http://{address}' not in html


def test_the_source_is_easy_to_read() -> None:
    plain = "Harbour & Pine: 19 % of 2,224 (P1), by 2.5 points; A7 ← F3. Isn't it? +15, 3–4"
    assert markdown.inline(plain) == plain


def test_every_kind_of_block_has_its_form() -> None:
    document = Document(
        "Title *1*",
        "Sub",
        date(2026, 1, 2),
        (
            Part(
                "a",
                "Part",
                (
                    Paragraph("one\ntwo\n\nthree"),
                    BulletList(("x", "y"), ordered=True),
                    Table(("A", "B"), (("1|2", ""),), "Cap"),
                    Quote("said", "C1", "call"),
                    Facts((Fact("Why", ("a", "b")), Fact("How", ("c",)), Fact("So?", ("d",)))),
                    ToDo("do it", "step 1.1"),
                    Bars("Figures", (Bar("l", 0.5, "5 of 10"),)),
                ),
            ),
        ),
        ("foot",),
    )
    assert markdown.render(document) == (
        "# Title \\*1\\*\n\nSub\n\n*2 January 2026*\n\n## Part\n\none\\\ntwo\n\nthree\n\n"
        "1. x\n2. y\n\n*Cap*\n\n| A | B |\n| --- | --- |\n| 1\\|2 |  |\n\n"
        "> said\n>\n> — C1, call\n\n- **Why:**\n  - a\n  - b\n- **How:** c\n- **So?** d\n\n"
        "**Still to do:** do it (step 1.1)\n\n*Figures*\n\n- l: 5 of 10\n\n---\n\nfoot\n"
    )


def noted(text: str, ref: str = "C1", source: str = "chat") -> Document:
    """A document with a note that every kind of block points at."""
    blocks = (
        Paragraph("one", (1,)),
        Table(("A", "B"), (("r", "s"), ("t", "u")), "c", notes=((1, (1, 2, 3)),)),
        Facts((Fact("l", ("x",), (1,)), Fact("m", ("y", "z"), (2,)))),
    )
    return Document(
        "T",
        "",
        date(2026, 1, 2),
        (Part("a", "H", blocks),),
        ("foot",),
        notes=(Note(ref, text, source), Note("C2", "b")),
    )


def test_notes_are_footnotes() -> None:
    assert markdown.render(noted("So *late*")) == (
        "# T\n\n*2 January 2026*\n\n## H\n\none[^1]\n\n*c*\n\n| A | B |\n| --- | --- |\n| r | s |\n"
        "| t[^1][^2] | u |\n\n- **l:** x[^1]\n- **m:**\n  - y\n  - z[^2]\n\n"
        "[^1]: C1, chat — “So \\*late\\*”\n\n[^2]: C2 — “b”\n\n---\n\nfoot\n"
    )


def test_a_block_alone_points_at_no_note() -> None:
    assert markdown.block_markdown(Paragraph("one", (1,))) == "one"


def test_a_reader_of_footnotes_finds_each_of_them() -> None:
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    html = reader.render(markdown.render(noted("late")))
    assert html.count('class="footnote-ref"') == 5
    assert html.count('class="footnote-item"') == 2
    assert "C1, chat — “late”" in html


@given(wild)
def test_a_note_is_its_words_where_footnotes_are_unknown(text: str) -> None:
    """`[^1]: a "b"` would be a link's target and title to such a reader."""
    seen = read(markdown.render(noted(text, "C1", "")))
    assert "a" not in seen.elements and "img" not in seen.elements
    assert one_line(text).split() == one_line(seen.text.split("“")[1].split("”\n")[0]).split()


@pytest.mark.parametrize("text", ['javascript:alert(1) "x"', "(x)", "'x'", "<x> 'y'"])
def test_a_note_never_reads_as_a_link(text: str) -> None:
    assert "a" not in read(markdown.render(noted(text, "C1", ""))).elements


def test_a_plan_of_hostile_text_brings_no_element_of_its_own() -> None:
    plain = read(markdown.render(build_plan(FULL)))
    hostile = read(markdown.render(build_plan(with_every_text(FULL, HOSTILE))))
    assert set(hostile.elements) <= set(plain.elements) | {"br"}
    assert not {"script", "img", "a", "code", "pre"} & set(hostile.elements)
    assert hostile.elements.count("tr") == plain.elements.count("tr")
    assert hostile.elements.count("h2") == plain.elements.count("h2")
