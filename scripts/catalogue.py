"""The catalogues of the program's words: find them in the code, bring the languages up to date.

    python -m scripts.catalogue            rewrite every locale/*/LC_MESSAGES/cxreset.po and .mo
    python -m scripts.catalogue new fr     begin another language

Found are the words in `_("…")`, `ngettext("…", "…", n)` and `count(n, "…", "…")`, and those that
are declared once and put into the language where they are drawn: `N_("…")`, commands,
destinations, and the labels and hints of fields, columns and questions. What a language has no
words for yet stands empty in its .po file.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cxreset.base.channels import CHANNELS
from cxreset.base.language.words import DOMAIN
from cxreset.base.locations import CATALOGUES
from cxreset.tui.commands.destinations import WEEK_KEYS
from cxreset.workbook.nouns import NOUNS

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "cxreset"
SHEETS = CODE / "tui" / "worksheets"
DECLARED: dict[str, tuple[int | str, ...]] = {
    "_": (0,),
    "N_": (0,),
    "command": (2, 3),
    "dialog_command": (3,),
    "Destination": (2, 3, "meaning"),
    "CountField": (0, "hint"),
    "Language": ("name",),
    "ListColumn": (0,),
    "Setting": (0, 1),
    "SheetColumn": (0,),
    "Part": ("title", "empty"),
    "Form": ("name", "label"),
    "Subject": ("name", "label", "about"),
}
"""Call -> which of its arguments are words, by position or name."""
FIELD: tuple[int | str, ...] = (0, "hint")
FIELDS_OF_SHEETS = (
    *("line", "text", "day", "number", "comment_ids", "scale", "yes_no", "choice", "tie"),
    "name_field",
)
"""What worksheets declare their fields by (`worksheets/parts/specs.py`)."""
FORMS = {"ngettext": 0, "lack": 1}
"""Call -> where the two forms of a message stand, one and many."""
ATTRIBUTES = ("empty", "new_label")
"""Attributes of worksheets that are words."""
TABLES = ("SYNONYMS", "VERBS")
"""Constants that are tables -> whose values are words."""
PAIRS = {"tools": 1, "parts": 0, "PLANNED": 1}
"""Attributes and constants that are pairs -> which of the two is words."""
FIELD_OF_SHEET: tuple[int | str, ...] = (1, 2, "label", "hint")

DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in every .mo file, so that it is the same whenever it is written."""
Message = str | tuple[str, str]
CONTEXT = "\x04"
"""Stands between the context of a message and its text, as in a .mo file."""


def messages() -> Iterator[tuple[Message, str]]:
    """Every message (a pair: singular and plural) with the file that it stands in.

    A catalogue holds a text once: what is the singular of a pair too is looked up there.
    """
    found = list(_every_message())
    singulars = {message[0] for message, _file in found if not isinstance(message, str)}
    yield from (each for each in found if each[0] not in singulars)


def _every_message() -> Iterator[tuple[Message, str]]:
    for path in sorted(CODE.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        finder = Finder(_constants(tree), in_sheets=path.is_relative_to(SHEETS))
        for node in ast.walk(tree):
            found: Iterator[Message] = iter(())
            if isinstance(node, ast.Call):
                found = finder.of_call(node)
            elif isinstance(node, ast.ClassDef | ast.Module):
                found = finder.of_class(node)
            for message in found:
                yield message, file
    for channel in CHANNELS:
        yield f"channel{CONTEXT}{channel}", "cxreset/base/channels.py"
    for noun in NOUNS.values():
        forms: tuple[Message, ...] = ((noun.noun, noun.several), f"New {noun.noun}")
        yield from ((words, "cxreset/workbook/nouns.py") for words in forms)
    for key in WEEK_KEYS:
        for words in (f"Week {key}", f"Go to week {key}."):
            yield words, "cxreset/tui/commands/destinations.py"


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What is given a name at the head of a module."""
    return dict(_attributes(tree))


def _attributes(declared: ast.ClassDef | ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Name and value of what a class, or a module, gives a value."""
    for node in declared.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.AnnAssign):
            target = node.target
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(target, ast.Name) and value is not None:
            yield target.id, value


class Finder:
    """Finds the messages of one module's calls; `constants` are the names it gives to texts."""

    def __init__(self, constants: Mapping[str, ast.expr], *, in_sheets: bool) -> None:
        self._constants = constants
        self._in_sheets = in_sheets

    def of_call(self, call: ast.Call) -> Iterator[Message]:
        """The messages that stand in one call."""
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in FORMS:
            first = FORMS[name]
            one, many = (self._words(argument) for argument in call.args[first : first + 2])
            if one:
                yield one, many
            return
        if name == "pgettext":
            context, text = (self._words(argument) for argument in call.args)
            if text:
                yield f"{context}{CONTEXT}{text}"
            return
        if name == "count":
            yield from self._counted(call.args[1:])
            return
        if name == "N_pair":
            # Several alone are a message too; one alone is found by its pair.
            one, many = (self._words(argument) for argument in call.args)
            yield from ((one, many), many)
            return
        named = {word.arg: word.value for word in call.keywords}
        for which in self._wanted(name):
            if isinstance(which, str):
                argument = named.get(which)
            else:
                argument = call.args[which] if which < len(call.args) else None
            text = self._words(argument)
            if text:
                yield text

    def _counted(self, nouns: Sequence[ast.expr]) -> Iterator[Message]:
        """The two forms of a noun that `base.text.count` is given, where it is written out."""
        one, *many = (self._words(noun) for noun in nouns)
        if one:
            yield one, many[0] if many else f"{one}s"

    def of_class(self, declared: ast.ClassDef | ast.Module) -> Iterator[Message]:
        """What a worksheet says while it is empty, and on its buttons."""
        for name, value in _attributes(declared):
            if name in ATTRIBUTES:
                yield from filter(None, [self._words(value)])
            elif name in PAIRS and isinstance(value, ast.Tuple):
                pairs = (each.elts for each in value.elts if isinstance(each, ast.Tuple))
                yield from filter(None, (self._words(pair[PAIRS[name]]) for pair in pairs))
            elif name in TABLES and isinstance(value, ast.Dict):
                yield from filter(None, map(self._words, value.values))

    def _wanted(self, name: str) -> tuple[int | str, ...]:
        """Which arguments of a call of this name are words."""
        if self._in_sheets and name in FIELDS_OF_SHEETS:
            return FIELD_OF_SHEET
        return DECLARED.get(name) or (FIELD if name.endswith("Field") else ())

    def _words(self, argument: ast.expr | None) -> str:
        """The text of an argument that is written out, or named, and has a letter in it."""
        if isinstance(argument, ast.Name):
            argument = self._constants.get(argument.id)
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value if any(map(str.isalpha, argument.value)) else ""
        return ""


def key(message: BabelMessage) -> Message:
    """A message of a catalogue as `messages` gives it."""
    if not isinstance(message.id, str):
        one, many = message.id
        return one, many
    return f"{message.context}{CONTEXT}{message.id}" if message.context else message.id


def template() -> Catalog:
    """All messages of the code, without translations."""
    catalog = Catalog(project=DOMAIN, copyright_holder="The cxreset team", fuzzy=False)
    for message, _file in messages():
        python_format = "python-brace-format" if "{" in str(message) else ""
        flags = [python_format] if python_format else []
        context = None
        if isinstance(message, str) and CONTEXT in message:
            context, _, message = message.partition(CONTEXT)
        catalog.add(message, flags=flags, context=context)
    return catalog


def read(path: Path, language: str) -> Catalog:
    """A language's catalogue as it lies there."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(path: Path, language: str) -> Catalog:
    """A language's catalogue with the messages that the code has now, in the same words."""
    catalog = read(path, language) if path.exists() else Catalog(locale=language, project=DOMAIN)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as text: sorted, and the same whenever it is written."""
    out = BytesIO()
    write_po(out, catalog, width=100, sort_output=True, omit_header=True, include_lineno=False)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return header.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = BytesIO()
    catalog.revision_date = catalog.creation_date = DAY
    write_mo(out, catalog)
    return out.getvalue()


def paths() -> dict[str, Path]:
    """Language -> its .po file."""
    found = sorted(Path(CATALOGUES).glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return {path.parents[1].name: path for path in found}


def main(words: Sequence[str]) -> int:
    """Bring every language up to date, or begin one; says how many words each lacks."""
    if words[:1] == ["new"]:
        path = Path(CATALOGUES) / words[1] / "LC_MESSAGES" / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for language, path in paths().items():
        path.write_bytes(as_po(updated(path, language)))
        catalog = read(path, language)
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        messages_of = [message for message in catalog if message.id]
        lacking = sum(not translated(message.string) for message in messages_of)
        print(f"{language}: {len(messages_of)} messages, {lacking} without words")
    return 0


def translated(string: object) -> bool:
    """Are there words in every form of a message?"""
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
