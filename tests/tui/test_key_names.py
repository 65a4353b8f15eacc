"""Sentences name the key that a command has now, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding

from cxreset.tui.commands.catalogue import nodes, own_bindings
from cxreset.tui.commands.key_names import KEYS
from scripts import catalogue

NAMED = re.compile(r"\{key:([^=}]+)=([^}]+)\}")
BARE = re.compile(
    r"\b(?:press|key|Taste) [\w\[\]<>+/-](?=[\s).,;:]|$)(?! key)"  # “press n”, “(press [)”
    r"|(?:^|[.;:,] )(?!a |I |A )[a-zA-Z] [a-z]+s\b"  # “. u takes it back”
)
WRITTEN = {"esc": "escape"}
NO_COMMANDS = (" · {notes}, n opens them",)
"""What names a key that is no command."""


def sentences() -> Iterator[str]:
    """What the screens say; what commands of the terminal say names what is typed there."""
    for message, file in catalogue.messages():
        if file.startswith("cxreset/tui/"):
            yield from (message,) if isinstance(message, str) else message


def usual_keys() -> dict[str, set[str]]:
    """Command id -> how each of its usual keys may be named, in small letters."""
    app: App[None] = App()
    found: dict[str, set[str]] = {}
    for node in nodes():
        for each in own_bindings(node):
            keys = [key.strip() for key in each.key.split(",")]
            named = {app.get_key_display(Binding(key, "")).lower() for key in keys}
            found.setdefault(each.id or each.action, set()).update(named, keys)
    return found


def test_a_sentence_names_commands_there_are_by_their_usual_keys() -> None:
    usual = usual_keys()
    for sentence in sentences():
        for command, key in NAMED.findall(sentence):
            assert WRITTEN.get(key.lower(), key.lower()) in usual[command], sentence


def test_no_sentence_names_the_key_of_a_command_by_its_letter() -> None:
    bare = [each for each in sentences() if BARE.search(each)]
    assert [each for each in bare if each not in NO_COMMANDS] == []


def test_the_programme_names_commands_and_no_keys() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in Path().glob("content*/*/*.md")}
    assert len(texts) > 100
    assert [path for path, text in texts.items() if re.search(r"`(?:[\w?]|\^\w|F\d)`", text)] == []


def test_bare_keys_are_found() -> None:
    for bare in ("Moved. u takes it back.", "Or press n to add.", "The key u goes.", "; n goes on"):
        assert BARE.search(bare), bare
    for bare in ("(press [)", "(press ]), or", "Press + to", "move it: press <.", "press /"):
        assert BARE.search(bare.lower()), bare
    for named in ("press {key:add=n} to add", "Press a key.", "press enter", "(press {key:x=[})"):
        assert not BARE.search(named.lower()), named


@pytest.mark.parametrize("language", catalogue.paths())
def test_every_language_names_the_same_commands(language: str) -> None:
    for message in catalogue.read(catalogue.paths()[language], language):
        text, *more = map(commands_in, (*forms(message.id), *forms(message.string)))
        assert all(commands == text for commands in more), message.id


def forms(words: str | Sequence[str] | None) -> Sequence[str]:
    return (words,) if isinstance(words, str) else words or ()


def commands_in(words: str) -> set[str]:
    return {command for command, _ in NAMED.findall(words)}


def test_the_key_that_was_given_is_named() -> None:
    sentence = "{what} is moved. {key:undo=u} takes it back, {key:step.-1=[} leads there."
    try:
        KEYS.use({"undo": "^k"})
        words = sentence.format(key=KEYS, what="A2")
        assert words == "A2 is moved. ^k takes it back, [ leads there."
    finally:
        KEYS.use({})
    assert sentence.format(key=KEYS, what="A2").startswith("A2 is moved. u takes")
