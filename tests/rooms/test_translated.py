"""The sentences of the rooms that reach the screen stand in the catalogue of words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import catalogue
from tests.paths import ROOT

ROOMS = ("tui", "insight", "intake", "workbook", "programme")
SENTENCE = re.compile(r"[“{A-Z].*[a-z]{2}.* .*[.?!]", re.DOTALL)
CODE = re.compile(r"[A-Z]{4,} |.*\(\?P|.* = \?", re.DOTALL)
"""SQL and patterns, which are no sentences."""
AUTHORS = ("check", "copying", "coverage", "document", "drivers", "fields", "files", "kinds")
ENGLISH_STILL = {
    **{f"cxreset/programme/{name}.py": "for authors of packs" for name in AUTHORS},
    "cxreset/programme/links.py": "for authors of packs",
    "cxreset/programme/pack.py": "for authors of packs",
    "cxreset/programme/parse.py": "for authors of packs",
    "cxreset/programme/short_version.py": "for authors of packs",
    "cxreset/insight/language/": "words of languages, which are data",
    "cxreset/insight/personal/": "words that personal data is told by, and what masks it",
    "cxreset/intake/columns/": "names that columns have in files",
    "cxreset/tui/commands/destinations.py": "one a week: the catalogue names them",
    "cxreset/intake/values/": "words that cells have in files",
}
"""File or folder -> why its sentences are English."""


def written(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstring and no part of another text."""
    inner: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inner.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            inner.update(node.values)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "AssertionError":
            inner.update(node.args)
    for node in ast.walk(tree):
        if node in inner:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            pieces = (one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
            yield "".join(map(str, pieces))


def sentences(path: Path) -> Iterator[str]:
    """What of a module reads like a sentence for the leader."""
    for text in written(ast.parse(path.read_text(encoding="utf-8"))):
        if CODE.match(text):
            continue
        if SENTENCE.fullmatch(text) and len(re.findall(r"[A-Za-z]{2,}", text)) > 1:
            yield text


def test_a_sentence_without_words_in_the_catalogue_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""A docstring."""\nX = f"Nothing of {1} is here."\nY = "one word"\n')
    assert list(sentences(module)) == ["Nothing of {} is here."]


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_of_a_room_is_in_the_catalogue(room: str) -> None:
    known = {form for found, _file in catalogue.messages() for form in forms(found)}
    lacking = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in sorted(Path(ROOT, "cxreset", room).rglob("*.py"))
        if not any(path.relative_to(ROOT).as_posix().startswith(each) for each in ENGLISH_STILL)
        for sentence in sentences(path)
        if sentence not in known
    ]
    assert lacking == []


def forms(message: catalogue.Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message
