"""`cxreset completion SHELL` and `cxreset --spec`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.language.words import _
from cxreset.cli.talk import out, talk, write

if TYPE_CHECKING:
    from cxreset.cli.call import Call

FILES = Path(__file__).parent / "files"
SHELLS = {  # shell -> how its user takes the file in
    "bash": "cxreset completion bash > ~/.local/share/bash-completion/completions/cxreset",
    "zsh": "cxreset completion zsh > a folder of your fpath, as _cxreset",
    "fish": "cxreset completion fish > ~/.config/fish/completions/cxreset.fish",
    "powershell": "cxreset completion powershell >> $PROFILE",
}
ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def completion(call: Call) -> int:
    """Print what a shell reads to complete commands and options."""
    write((FILES / f"cxreset.{ENDINGS[call.shell]}").read_text(encoding="utf-8"))
    talk(_("To take it in: {command}").format(command=SHELLS[call.shell]))
    return 0


def print_spec(call: Call) -> int:
    """Print the whole command line as JSON."""
    from cxreset.cli.describe.spec import spec
    from cxreset.cli.parser import build_parser

    out(json.dumps(spec(build_parser()), indent=2, ensure_ascii=False))
    return 0
