"""`cxreset template`: texts to send, filled with what the workbook knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.paths import expanded
from cxreset.base.text import one_line
from cxreset.cli.daily import pack_of, reset_of
from cxreset.cli.talk import out, write

if TYPE_CHECKING:
    from cxreset.cli.call import Call


def template(call: Call) -> int:
    """List them, or print one (the leader's own version when there is one), or write it."""
    if not call.id and call.json:
        from cxreset.cli.describe.reports import print_report, templates_report

        print_report("templates", templates_report(pack_of(call).templates))
        return 0
    if not call.id:
        for each in pack_of(call).templates:
            out(f"{each.id:<26} {one_line(each.title)}\n{'':<26} {one_line(each.used_for)}")
        return 0
    from cxreset.sharing.facts.gather import gather
    from cxreset.sharing.templates import fill
    from cxreset.sharing.write import write_text
    from cxreset.workbook.choices import template_text

    reset = reset_of(call)
    chosen = reset.pack.template(call.id)
    own = template_text(reset.file, chosen.id).text
    if own.strip() and not call.anew and call.owner is None:
        text = own if own.endswith("\n") else own + "\n"
    else:
        text = fill(chosen, gather(reset.book, reset.pack, reset.today), call.owner)
    if not call.output or call.output == "-":
        write(text)
        return 0
    path = expanded(call.output)
    write_text(path, text, force=call.force)
    out(str(path))
    return 0
