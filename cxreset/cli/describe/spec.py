"""The whole command line as plain values, read from its parser: `cxreset --spec`."""

from __future__ import annotations

import argparse
from typing import TypedDict

from cxreset import __version__

SPEC_VERSION = 1
"""Raised when a key is taken away or changes its meaning; new keys may come without."""
EXIT_CODES = {
    "0": "done",
    "1": "it could not be done; one sentence on standard error says why",
    "2": "the words of the call are off",
    "130": "stopped from the keyboard",
    "141": "standard output takes no more: its reader is gone, or its disk is full",
}


class Argument(TypedDict):
    """One option or word. `names` is empty for a word that stands in its place; `kind` is `flag`,
    `value`, `file` or `folder`; `many`: it may be given more than once."""

    names: list[str]
    name: str
    help: str
    kind: str
    choices: list[str]
    required: bool
    many: bool


class Command(TypedDict):
    """A command, or the program itself; `name` is its words, such as `content check`."""

    name: str
    help: str
    arguments: list[Argument]
    commands: list[Command]


class Spec(TypedDict):
    """What `cxreset --spec` prints."""

    spec: int
    program: str
    version: str
    exit_codes: dict[str, str]
    command: Command


def spec(parser: argparse.ArgumentParser) -> Spec:
    """All of it, in the order of the help."""
    return {
        "spec": SPEC_VERSION,
        "program": parser.prog,
        "version": __version__,
        "exit_codes": EXIT_CODES,
        "command": _command("", parser.description or "", parser),
    }


def _command(name: str, text: str, parser: argparse.ArgumentParser) -> Command:
    arguments: list[Argument] = []
    commands: list[Command] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            texts = {choice.dest: choice.help or "" for choice in action._choices_actions}
            commands = [
                _command(f"{name} {word}".strip(), texts.get(word, ""), inner)
                for word, inner in action.choices.items()
            ]
        elif action.help != argparse.SUPPRESS:
            arguments.append(_argument(action))
    return {"name": name, "help": text, "arguments": arguments, "commands": commands}


def _argument(action: argparse.Action) -> Argument:
    many = action.nargs in ("+", "*") or isinstance(action, argparse._AppendAction)
    return {
        "names": list(action.option_strings),
        "name": _name(action),
        "help": action.help or "",
        "kind": _kind(action),
        "choices": [str(choice) for choice in action.choices or ()],
        "required": action.required,
        "many": many,
    }


def _name(action: argparse.Action) -> str:
    return action.metavar if isinstance(action.metavar, str) else action.dest


def _kind(action: argparse.Action) -> str:
    if action.option_strings and action.nargs == 0:
        return "flag"
    return {"FILE": "file", "PATH": "file", "DIR": "folder"}.get(_name(action), "value")
