"""The two ways to say something: data on stdout, talk on stderr."""

from __future__ import annotations

import sys

from cxreset.base.text import shown


def out(text: str) -> None:
    """Print data; a terminal gets nothing that could act on it."""
    sys.stdout.write((shown(text) if sys.stdout.isatty() else text) + "\n")


def talk(text: str) -> None:
    """Print to people, beside the data."""
    sys.stderr.write(shown(text) + "\n")
