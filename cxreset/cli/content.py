"""Commands for those who write a content pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.paths import content_dir, expanded
from cxreset.base.text import one_line, shown
from cxreset.cli.talk import out, talk

if TYPE_CHECKING:
    from cxreset.cli.call import Call


def check(call: Call) -> int:
    """Everything to mend, then what the method asks for; 1 when there is anything to mend."""
    from cxreset.programme.check import check_pack

    folder = expanded(call.folder) if call.folder else content_dir(call.content)
    if not folder.is_dir():
        raise UsageError(
            _("{folder} is no folder. Name the folder of a pack.").format(
                folder=one_line(str(folder))
            )
        )
    report = check_pack(folder, builtin=content_dir())
    if call.coverage:
        for line in report.table():
            out(shown(line))
        out("")
    for line in report.lines():
        out(shown(line))
    return 0 if report.ok else 1


def new(call: Call) -> int:
    """A copy of the pack in use, to be changed."""
    from cxreset.programme.copying import copy_pack

    folder = expanded(call.folder)
    number = copy_pack(content_dir(call.content), folder)
    name = one_line(str(folder))
    talk(
        _("Copied {number} files. Change the words, then: cxreset content check {name}").format(
            number=number, name=name
        )
    )
    talk(_("To open it: cxreset --content {name}").format(name=name))
    out(name)
    return 0
