"""The names of changes in the language of the interface: every name that is given has words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from cxreset.base.text import count_in_english
from cxreset.workbook.nouns import NOUNS
from cxreset.workbook.undo import log
from cxreset.workbook.undo.shown_names import shown_name
from tests.paths import ROOT


def given_names() -> Iterator[str]:
    """The names that transactions are given in the code, with `P1` for what is filled in."""
    for path in sorted(Path(ROOT, "cxreset").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "transaction":
                yield from filter(None, map(_written, node.args))


def _written(name: ast.expr) -> str:
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        return name.value
    if not isinstance(name, ast.JoinedStr):
        return ""
    pieces = (piece.value if isinstance(piece, ast.Constant) else "1" for piece in name.values)
    return "".join(map(str, pieces))


def test_every_name_of_a_change_is_put_into_the_language(german: None) -> None:
    names = [*given_names()]
    names += [act.format("1.1") for acts in log._ACTS.values() for act in acts]
    for table, noun in NOUNS.items():
        row = f"{noun.noun} {noun.prefix}7" if noun.prefix else log._with_article(noun.noun)
        names += [f"{verb} {row}" for verb in ("added", "deleted", "edited") if table]
    assert len(names) > 60
    assert [name for name in names if shown_name(name) == name] == []
    assert shown_name("edited fix F2") == "Lösung F2 bearbeitet"
    assert shown_name("ticked 1.4") == "1.4 abgehakt" and shown_name("a macro") == "a macro"


def test_numbers_settings_and_ways_in_a_name_are_put_into_the_language(german: None) -> None:
    assert shown_name(f"moved {count_in_english(1, 'late action')}").startswith("1 überfällige")
    assert shown_name(f"judged {count_in_english(2224, 'comment')}") == "2.224 Kommentare beurteilt"
    assert shown_name("judged C5") == "C5 beurteilt"
    assert shown_name("changed first day and daily hour") == "Erster Tag und Tägliche Zeit geändert"
    assert shown_name("changed the pace: let go") != "changed the pace: let go"


def test_the_numbers_of_a_name_are_kept_in_english(german: None) -> None:
    assert count_in_english(1, "line") == "1 line"
    assert count_in_english(2224, "comment") == "2,224 comments"


def test_english_names_stay_as_they_were_given() -> None:
    assert shown_name("edited fix F2") == "edited fix F2"
