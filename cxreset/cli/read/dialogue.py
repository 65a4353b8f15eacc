"""One question at a time in plain lines: nothing is drawn, moved, or told by colour alone."""

from __future__ import annotations

import sys

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import means_yes
from cxreset.cli.talk import flush, out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    T = TypeVar("T")

BACK = "."
CLEAR = "-"


class Left(Exception):
    """Nobody answers any more: the input has ended."""


def say(*lines: str) -> None:
    """Lines as they are; control characters go to no terminal."""
    for line in lines:
        out(line)


def ask(question: str) -> str:
    """What was typed, without the spaces around it. Raises Left at the end of the input."""
    out(question)
    sys.stdout.write("> ")
    flush()
    typed = sys.stdin.readline()
    if not typed:
        raise Left
    if not sys.stdin.isatty():
        out("")
    return typed.strip()


def ask_number(question: str, most: int) -> int | None:
    """A number from 1 to `most`, or None for none; asked until it is one of these."""
    while True:
        typed = ask(question)
        if not typed or typed == BACK:
            return None
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= most:
            return int(typed)
        say(_("A number from 1 to {most}, please, or just Enter for none.").format(most=most))


def choose(question: str, options: Sequence[str]) -> int | None:
    """Read the options out with their numbers; the index of the one chosen, or None."""
    say(*(f"{number}. {option}" for number, option in enumerate(options, 1)))
    number = ask_number(question, len(options))
    return None if number is None else number - 1


def yes(question: str) -> bool:
    """Was it answered with yes?"""
    return means_yes(ask(_("{question} yes or no").format(question=question)))


def attempt(change: Callable[[], T]) -> bool:
    """Do it; where it cannot be done, say why in a sentence, and answer False."""
    try:
        change()
    except CxresetError as error:
        say(error.sentence)
        return False
    return True
