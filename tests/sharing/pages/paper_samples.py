"""A document with every kind of block, and hostile and foreign words for the forms on paper."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from cxreset.base.text import shown
from cxreset.sharing.charts.drawing import Box, Dot, Drawing, Label, Line
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.model import (
    Aside,
    Bar,
    Bars,
    BulletList,
    Chart,
    Document,
    Fact,
    Facts,
    Figure,
    Figures,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
)
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

DRAWING = Drawing(
    200,
    60,
    (
        Box(0, 10, 200, 20, "track"),
        Line((0, 20), (200, 20), "quiet", 0.8, True),
        Dot(50, 20),
        Dot(100, 30, 4, "accent", True),
        Label((100, 55), "<1 & 2>", "middle", "flag", True),
    ),
)
EVERY_BLOCK = Document(
    "Every kind of block",
    "For those who look",
    date(2026, 10, 2),
    (
        Part(
            "summary",
            "In one minute",
            (Facts((Fact("What we heard", ("One", "Two"), (2,), "P9"),)),),
        ),
        Part(
            "words",
            "Words",
            (
                Subheading("Running", "P1 ← P2"),
                Aside("How to read it"),
                Figures((Figure("2,224", "comments"), Figure("19 %", "of all"))),
                Paragraph("One line\nand the next\n\na new one, 19 % of all", (1, 2)),
                BulletList(("a", "b")),
                BulletList(("first", "second"), ordered=True),
                BulletList(("first again",), ordered=True),
                Quote("I waited in.\nNobody came.", "C12", "support ticket"),
                ToDo("name the pains", "step 1.2, Name them"),
                ToDo("and this"),
            ),
        ),
        Part(
            "tables",
            "Tables",
            (
                Table(
                    ("Id", "Who", "Status"),
                    (("A1", "ليلى حداد", "Overdue"), ("A2", "李小龍 & Zoë 🙂", "")),
                    "Who does what",
                    frozenset({0}),
                    ((0, (2,)), (1, (3, 9))),
                ),
            ),
        ),
        Part(
            "bars",
            "Bars",
            (
                Bars(
                    "Of 10",
                    (
                        Bar("All", 1.5, "10", ref="P8"),
                        Bar("None", -1.0, "0"),
                        Bar("Half", 0.5, "5"),
                    ),
                ),
            ),
        ),
        Part(
            "chart",
            "A chart",
            (
                Chart("Of 20", "One of 20, and two.", DRAWING, "One of 20 is drawn, and two."),
                Chart("No words", "", DRAWING, "Seen by nobody"),
            ),
        ),
        Part("end", "Ελένη Παπαδοπούλου", (Paragraph("قالت ليلى: الموعد تغيّر 3 مرات"),)),
    ),
    ("Credit.", "How to read it."),
    notes=(
        Note("C12", "Nobody came.", "support ticket"),
        Note("C40", "The system\nknew."),
        Note("C41", "Still waiting", "call"),
        Note("C42", "Marked by no block", "chat"),
        Note("M1", "Direction only", is_quote=False),
    ),
)

HARD = (
    HOSTILE
    + ' #eval("1+1") #import "@preview/x:1.0.0" $x$ ] [ } { *b* _i_ <label> @ref \\ // /* = == '
    + "{{ w }} {%% f %%} \u0001\x0b\x0c\ufffe\uffff\ufdd0\U0001ffff " + "w" * 300 + " " + "漢" * 90
)  # fmt: skip
"""What could act in XML, in a field of Word or in typst, what XML forbids, and words too long."""


def with_text(value: Any, text: str) -> Any:
    """The same document with `text` in every place that holds words."""
    if isinstance(value, str):
        return text if value else value
    if isinstance(value, tuple):
        return tuple(with_text(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        ours = {"key", "language", "drawing"}
        names = [field.name for field in fields(value) if field.name not in ours]
        return replace(value, **{name: with_text(getattr(value, name), text) for name in names})
    return value


PLANS: dict[str, Document] = {
    "full": build_plan(FULL),
    "empty": build_plan(EMPTY),
    "one action": build_plan(crowded(1)),
    "sixty actions": build_plan(crowded(60)),
    "every block": EVERY_BLOCK,
    "every block, hostile": with_text(EVERY_BLOCK, HARD),
    "hostile": build_plan(with_every_text(FULL, HARD)),
    "hostile, empty": build_plan(with_every_text(EMPTY, HARD)),
}


def words(text: str) -> str:
    """The characters of a text that a page shows: no space, no break, no noncharacter; and no
    hyphen, for a long word may be broken with one.
    """
    kept = unicodedata.normalize("NFKC", shown(text)).replace("\u200b", "")
    return "".join(
        char
        for char in kept
        if not char.isspace()
        and char not in "-\u2010"
        and (ord(char) & 0xFFFE) != 0xFFFE
        and not 0xFDD0 <= ord(char) <= 0xFDEF
    )
