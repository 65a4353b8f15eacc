"""`cxreset export`: what the workbook holds, in a form that colleagues can open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.cli.daily import reset_of
from cxreset.cli.talk import out
from cxreset.paths import expanded

if TYPE_CHECKING:
    from cxreset.cli.call import Call


def export(call: Call) -> int:
    from cxreset.sharing import export as sharing
    from cxreset.sharing.write import write_text

    known = sharing.forms()
    if call.list:
        for what, subject in sharing.subjects().items():
            out(f"{what:<10} {subject.label}")
        for name, shape in known.items():
            out(f"  --format {name:<6} {shape.label}")
        return 0
    form = call.format or _form_of(call.output, known) or "md"
    reset = reset_of(call)
    text = sharing.render(call.what, form, reset.book, reset.pack, reset.today)
    if call.output == "-":
        sys.stdout.write(text)
        return 0
    path = expanded(call.output) if call.output else Path(f"{call.what}.{form}")
    write_text(path, text, force=call.force)
    out(str(path))
    return 0


def _form_of(output: str | None, known: object) -> str | None:
    """The form that a file's name asks for."""
    ending = Path(output).suffix.lstrip(".").lower() if output and output != "-" else ""
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    assert isinstance(known, dict)
    return ending if ending in known else None
