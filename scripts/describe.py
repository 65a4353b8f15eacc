"""Make the completions and the manual page from the command line's parser.

    python -m scripts.describe

They are files of the package (`cxreset/cli/describe/files/`), so that no call has to make them. A
test holds them to the parser.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import shtab

from cxreset.cli.describe.manual import manual
from cxreset.cli.describe.print import FILES
from cxreset.cli.describe.shells import fish, powershell
from cxreset.cli.describe.spec import spec
from cxreset.cli.parser import build_parser


def made() -> dict[str, str]:
    """Name of the file -> what is in it."""
    described = spec(build_parser())
    return {
        "cxreset.bash": _by_library("bash"),
        "cxreset.zsh": _by_library("zsh"),
        "cxreset.fish": fish(described),
        "cxreset.ps1": powershell(described),
        "cxreset.1": manual(described),
    }


def _by_library(shell: str) -> str:
    parser = build_parser()
    _mark_files(parser)
    text: str = shtab.complete(parser, shell)
    return text.rstrip() + "\n"


def _mark_files(parser: argparse.ArgumentParser) -> None:
    """Tell the library which arguments are files."""
    kinds = {"FILE": shtab.FILE, "PATH": shtab.FILE, "DIR": shtab.DIRECTORY}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                _mark_files(inner)
        elif action.metavar in kinds:
            action.complete = kinds[action.metavar]  # type: ignore[attr-defined]


if __name__ == "__main__":
    for name, text in made().items():
        (Path(FILES) / name).write_text(text, encoding="utf-8", newline="\n")
