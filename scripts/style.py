"""House rules that no linter knows, checked on the syntax tree; `make check` runs them.

    python -m scripts.style            every finding, one a line; exit 1 when there is one
    python -m scripts.style --words    how often each word of `WORDS` stands in an identifier

Each rule has its reason beside it, and none has exceptions.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LINES = 300
FILES = 16
FIELDS = 5
WORDS = (
    *("told", "said", "place", "places", "laid", "shelf", "storing", "recording"),
    *("calm", "harmless", "veil", "standing"),
)
"""Words that named several things here; the plain word for each is in docs/architecture.md."""
HINTS = re.compile("|".join(rf"(?<!re){word}" for word in WORDS))
"""Where none of these stands (`replace` is no `place`), no identifier has to be taken apart."""
CLASSES = ("Column",)
"""Class names that rooms used for different things: say which (SheetColumn, FigureColumn)."""

NESTED, POSITIONAL, LONG, CROWDED = "nested conditional", "positional record", "long", "crowded"
LOOSE, STYLED, WORDED = "loose module", "style string", "house word"
SYSTEM = "system's difference"
SYSTEM_ROOMS = (
    "cxreset/base/platforms/",
    "cxreset/base/locations.py",  # the user's folders, for every start
    "cxreset/intake/readers/sheets.py",  # bounds of memory: a script that imports nothing of ours
)
"""Where it may be asked which system this is."""
SYSTEM_MODULES = ("fcntl", "msvcrt", "pwd", "resource", "signal", "termios", "winreg")
SYSTEM_NAMES = re.compile(r"os\.(name|fsync|startfile|O_[A-Z]+)|sys\.platform|.*\.chmod|O_[A-Z]+")


class Finding(NamedTuple):
    """One breach of a rule; `path` is relative to the repository, `line` 0 for a whole file."""

    rule: str
    path: str
    line: int
    text: str


def repository_files(root: Path = ROOT) -> list[str]:
    """The files git knows, new ones too, relative to `root`."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in listed.stdout.split("\0") if name and (root / name).is_file())


def python_files(names: list[str]) -> list[str]:
    """Our Python, without what the tests keep as samples."""
    return [name for name in names if name.endswith(".py") and "/fixtures/" not in name]


Nodes = tuple[ast.AST, ...]


@cache
def nodes_of(path: Path) -> Nodes:
    """All nodes of a file's syntax tree, walked once for all rules."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"), str(path))))


def findings(root: Path = ROOT) -> Iterator[Finding]:
    """Every breach of every rule, file by file."""
    names = repository_files(root)
    records = wide_records(root, python_files(names))
    yield from crowded_folders(names)
    for name in python_files(names):
        nodes = nodes_of(root / name)
        yield from nested_conditionals(name, nodes)
        yield from long_file(name, (root / name).read_text("utf-8"))
        if name.startswith("cxreset/"):
            yield from positional_records(name, nodes, records)
            yield from loose_module(name)
            yield from style_strings(name, nodes)
            yield from system_differences(name, nodes)
        yield from house_words(name, (root / name).read_text("utf-8"))
        yield from vague_classes(name, nodes)


def nested_conditionals(name: str, nodes: Nodes) -> Iterator[Finding]:
    """A choice inside a choice is read twice: name the inner one, or use `if` lines."""
    for outer in nodes:
        if isinstance(outer, ast.IfExp) and any(
            isinstance(inner, ast.IfExp) for inner in ast.walk(outer) if inner is not outer
        ):
            yield Finding(NESTED, name, outer.lineno, ast.unparse(outer)[:80])


def wide_records(root: Path, names: list[str]) -> dict[tuple[str, str], int]:
    """(module, class) of each named tuple or dataclass of more than `FIELDS` fields."""
    found = {}
    for name in names:
        for node in nodes_of(root / name):
            if isinstance(node, ast.ClassDef) and _is_record(node):
                fields = sum(isinstance(line, ast.AnnAssign) for line in node.body)
                if fields > FIELDS:
                    found[module_of(name), node.name] = fields
    return found


def _is_record(node: ast.ClassDef) -> bool:
    heads = [*node.bases, *node.decorator_list]
    return any(word in ast.unparse(head) for head in heads for word in ("NamedTuple", "dataclass"))


def module_of(name: str) -> str:
    """`cxreset/base/text.py` as `cxreset.base.text`."""
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def positional_records(
    name: str, nodes: Nodes, records: dict[tuple[str, str], int]
) -> Iterator[Finding]:
    """Seven values in a row say nothing of which is which, and a swap of two goes unnoticed."""
    known = {cls: number for (module, cls), number in records.items() if module == module_of(name)}
    modules = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                shown = alias.asname or alias.name
                modules[shown] = f"{node.module}.{alias.name}"
                if (node.module, alias.name) in records:
                    known[shown] = records[node.module, alias.name]
    for node in nodes:
        if isinstance(node, ast.Call) and node.args:
            if isinstance(node.func, ast.Name) and node.func.id in known:
                yield Finding(POSITIONAL, name, node.lineno, node.func.id)
            elif (
                isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and (modules.get(node.func.value.id, ""), node.func.attr) in records
            ):
                yield Finding(POSITIONAL, name, node.lineno, node.func.attr)


def long_file(name: str, text: str) -> Iterator[Finding]:
    """What is longer is two subjects."""
    lines = text.count("\n")
    if lines > LINES:
        yield Finding(LONG, name, 0, f"{lines} lines; {LINES} at most")


def crowded_folders(names: list[str]) -> Iterator[Finding]:
    """A folder is a table of contents: more than a handful of entries is no longer read.

    Of the tests only modules count: what they keep as samples and goldens is data.
    """
    modules = [name for name in python_files(names) if name.startswith("tests/")]
    ours = [name for name in names if name.startswith("cxreset/")] + modules
    folders = Counter(name.rpartition("/")[0] for name in ours)
    for folder, number in sorted(folders.items()):
        if number > FILES:
            yield Finding(CROWDED, f"{folder}/", 0, f"{number} files; {FILES} at most")


def loose_module(name: str) -> Iterator[Finding]:
    """A module outside every room belongs to nobody."""
    if name.count("/") == 1 and not name.endswith(("/__init__.py", "/__main__.py")):
        yield Finding(LOOSE, name, 0, "put it into a room")


def style_strings(name: str, nodes: Nodes) -> Iterator[Finding]:
    """The look stands in .tcss files beside their screens, where it can be found and checked."""
    for node in nodes:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and target.id in ("CSS", "DEFAULT_CSS"):
                    yield Finding(STYLED, name, node.lineno, target.id)


def system_differences(name: str, nodes: Nodes) -> Iterator[Finding]:
    """What differs between systems stands in one module each, where the other branch is tested."""
    if name.startswith(SYSTEM_ROOMS):
        return
    for node in nodes:
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names if alias.name in SYSTEM_MODULES]
        elif isinstance(node, ast.ImportFrom):
            found = [node.module] if node.module in SYSTEM_MODULES else []
        elif isinstance(node, ast.Attribute | ast.Constant):
            text = node.value if isinstance(node, ast.Constant) else ast.unparse(node)
            found = [text] if isinstance(text, str) and SYSTEM_NAMES.fullmatch(text) else []
        else:
            continue
        for each in found:
            yield Finding(SYSTEM, name, node.lineno, str(each))


def identifiers(text: str) -> Iterator[tuple[int, str]]:
    """(line, name) of every name in the code, as often as it stands there."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            yield token.start[0], token.string


@cache
def words_of(identifier: str) -> list[str]:
    """`PlaceBar` and `place_bar` as place, bar."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier)
    return [word.lower() for word in spaced.split("_") if word]


def house_words(name: str, text: str) -> Iterator[Finding]:
    """One name for several things: a newcomer would not search for it, nor know what it holds."""
    if not HINTS.search(text.lower()):
        return
    for line, identifier in identifiers(text):
        if identifier.startswith("test_"):
            continue  # a test's name is a sentence
        if any(word in WORDS for word in words_of(identifier)):
            yield Finding(WORDED, name, line, identifier)


def vague_classes(name: str, nodes: Nodes) -> Iterator[Finding]:
    """A class is found by its name: one that fits many rooms finds none."""
    for node in nodes:
        if isinstance(node, ast.ClassDef) and node.name in CLASSES:
            yield Finding(WORDED, name, node.lineno, node.name)


def word_counts(root: Path = ROOT) -> dict[str, tuple[int, int]]:
    """Word -> (times it stands in an identifier, files in which it does), in our Python."""
    times: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for name in python_files(repository_files(root)):
        text = (root / name).read_text("utf-8")
        here = Counter(word for _, each in identifiers(text) for word in words_of(each))
        times.update({word: here[word] for word in WORDS if here[word]})
        files.update(word for word in WORDS if here[word])
    return {word: (times[word], files[word]) for word in WORDS}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="House rules that no linter knows.")
    parser.add_argument("--words", action="store_true", help="count the house words instead")
    parser.add_argument("--root", type=Path, default=ROOT, help="another checkout to look at")
    options = parser.parse_args(arguments)
    if options.words:
        for word, (times, files) in word_counts(options.root).items():
            print(f"{word:<10} {times:>5} in {files} files")
        return 0
    found = list(findings(options.root))
    for each in found:
        line = f":{each.line}" if each.line else ""
        print(f"{each.path}{line}: {each.rule}: {each.text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
