"""Commands of the command line, each with what all have in common."""

from __future__ import annotations

import argparse

from cxreset.base.language.words import _
from cxreset.cli.call import later


class Commands:
    """Where commands are added; each takes the options that all have in common."""

    def __init__(
        self,
        parsers: argparse._SubParsersAction[argparse.ArgumentParser],
        common: argparse.ArgumentParser,
    ) -> None:
        self._parsers = parsers
        self._common = common

    def add(self, name: str, module: str, function: str, text: str) -> argparse.ArgumentParser:
        """A command: the function of `cxreset.cli.MODULE` that does it, and a sentence of help."""
        parser = self._parsers.add_parser(name, help=text, description=text, parents=[self._common])
        parser.set_defaults(command=later(module, function))
        return parser

    def group(self, name: str, text: str) -> Commands:
        """A command that is nothing without one of its own commands."""
        parser = self._parsers.add_parser(name, help=text, description=text, parents=[self._common])
        inner = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
        return Commands(inner, self._common)
