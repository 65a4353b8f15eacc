"""The house rules hold in the whole tree, and each rule can fail."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

from scripts import style
from scripts.style import Finding


def test_the_house_keeps_its_rules() -> None:
    found = [f"{each.path}:{each.line}: {each.rule}: {each.text}" for each in style.findings()]
    assert found == []


def rules(found: Iterable[Finding]) -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in found]


def nodes(text: str) -> style.Nodes:
    return tuple(ast.walk(ast.parse(text)))


def test_a_choice_inside_a_choice() -> None:
    tree = nodes("one = 1 if a else 2\ntwo = 1 if a else (2 if b else 3)\n")
    (seen,) = style.nested_conditionals("x.py", tree)
    assert seen.line == 2


WIDE = """
from typing import NamedTuple
class Wide(NamedTuple):
    a: int; b: int; c: int; d: int; e: int; f: int
class Narrow(NamedTuple):
    a: int
Narrow(1)
Wide(a=1, b=2, c=3, d=4, e=5, f=6)
Wide(1, 2, c=3, d=4, e=5, f=6)
"""
USER = """
from cxreset import wide
from cxreset.wide import Wide as W
W(*range(6))
wide.Wide(1, 2, 3, 4, 5, 6)
other.Wide(1)
"""


def test_wide_records_are_built_by_keyword(tmp_path: Path) -> None:
    (tmp_path / "cxreset").mkdir()
    (tmp_path / "cxreset/wide.py").write_text(WIDE)
    records = style.wide_records(tmp_path, ["cxreset/wide.py"])
    assert records == {("cxreset.wide", "Wide"): 6}
    own = style.positional_records("cxreset/wide.py", nodes(WIDE), records)
    assert rules(own) == [(9, "Wide")]
    users = style.positional_records("cxreset/user.py", nodes(USER), records)
    assert rules(users) == [(4, "W"), (5, "Wide")]


def test_size_and_shape() -> None:
    assert list(style.long_file("x.py", "\n" * 300)) == []
    assert len(list(style.long_file("x.py", "\n" * 301))) == 1
    room = [f"cxreset/base/{number}.py" for number in range(16)]
    assert list(style.crowded_folders(room)) == []
    (seen,) = style.crowded_folders([*room, "cxreset/base/look.tcss", "tests/a.py"])
    assert seen.path == "cxreset/base/"
    tests = [f"tests/intake/test_{number}.py" for number in range(16)]
    data = ["tests/intake/made.csv", "tests/intake/fixtures/made.py"]
    assert list(style.crowded_folders([*tests, *data])) == []
    (seen,) = style.crowded_folders([*tests, "tests/intake/rows.py"])
    assert seen.path == "tests/intake/"
    assert list(style.loose_module("cxreset/__main__.py")) == []
    assert list(style.loose_module("cxreset/base/text.py")) == []
    assert len(list(style.loose_module("cxreset/loose.py"))) == 1


def test_the_look_stands_in_no_string() -> None:
    tree = nodes("class A:\n    CSS = 'A {}'\nclass B:\n    DEFAULT_CSS: str = ''\n    OF = 1\n")
    assert rules(style.style_strings("x.py", tree)) == [(2, "CSS"), (4, "DEFAULT_CSS")]


def test_house_words_are_identifiers_and_no_texts() -> None:
    text = "told = 1\nPlaceBar = place_bar = 2\nreplaced = 'told'  # told\n"
    assert rules(style.house_words("x.py", text)) == [
        (1, "told"),
        (2, "PlaceBar"),
        (2, "place_bar"),
    ]


def test_a_class_says_which_column_it_is() -> None:
    tree = nodes("class SheetColumn:\n    pass\nclass Column:\n    pass\nColumn()\n")
    assert rules(style.vague_classes("x.py", tree)) == [(3, "Column")]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("import fcntl", "fcntl"),
        ("from signal import SIGINT", "signal"),
        ("os.name == 'nt'", "os.name"),
        ("sys.platform == 'win32'", "sys.platform"),
        ("os.open(path, os.O_RDONLY)", "os.O_RDONLY"),
        ("getattr(os, 'O_NOFOLLOW', 0)", "O_NOFOLLOW"),
        ("os.fsync(3)", "os.fsync"),
        ("path.chmod(0o600)", "path.chmod"),
        ("platform = 'linux'", ""),
    ],
)
def test_differences_between_systems_stand_in_one_room(line: str, seen: str) -> None:
    found = style.system_differences("cxreset/x/y.py", nodes(line))
    assert rules(found) == ([(1, seen)] if seen else [])
    assert not list(style.system_differences("cxreset/base/platforms/y.py", nodes(line)))
