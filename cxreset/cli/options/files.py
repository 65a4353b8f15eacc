"""What `cxreset import` and `cxreset export` take."""

from __future__ import annotations

from cxreset.base.channels import CHANNELS
from cxreset.base.language.words import _
from cxreset.cli.options.commands import Commands


def add_import(commands: Commands) -> None:
    """Add `import`."""
    text = _("Bring feedback files into the workbook.")
    command = commands.add("import", "feedback", "import_files", text)
    command.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=_(
            "feedback; or `actions FILE`: a register that colleagues have worked in; or `workbook "
            "FILE`: a new workbook of its JSON"
        ),
    )
    command.add_argument("--take", metavar="all|none|IDS", help=_("which of colleagues' changes"))
    command.add_argument("--channel", choices=CHANNELS, help=_("how it reached you"))
    command.add_argument(
        "--text-column",
        action="append",
        metavar="NAME",
        help=_("the column of customers' words; may be given more than once"),
    )
    for role, words in (
        ("date", _("of days")),
        ("title", _("of subject lines")),
        ("channel", _("that says how each reached you")),
        ("rating", _("of ratings")),
        ("customer", _("that says who wrote")),
        ("category", _("of kinds or topics")),
    ):
        command.add_argument(
            f"--{role}-column", metavar="NAME", help=_("the column {words}").format(words=words)
        )
    command.add_argument("--encoding", metavar="NAME", help=_("such as utf-8 or windows-1252"))
    command.add_argument("--delimiter", metavar="CHAR", help=_("what separates the columns"))
    command.add_argument("--sheet", metavar="NAME|NUMBER", help=_("which sheet of a workbook"))
    command.add_argument(
        "--date-order",
        metavar="ORDER",
        help=_("day-first or month-first, for dates like 03/04/2025"),
    )
    command.add_argument(
        "--customer",
        action="append",
        metavar="NAME",
        help=_("who of a conversation's speakers is the customer; may be given more than once"),
    )
    command.add_argument("--scale", metavar="LOW-HIGH", help=_("such as 1-5; 6-1 where 1 is best"))
    command.add_argument(
        "--drop-personal", action="store_true", help=_("keep no e-mail, phone or card numbers")
    )
    command.add_argument("--dry-run", action="store_true", help=_("show how it would be read"))


def add_export(commands: Commands) -> None:
    """Add `export`."""
    text = _("Write the plan, or something else, to a file that colleagues can open.")
    export = commands.add("export", "sharing", "export", text)
    export.add_argument("what", nargs="?", metavar="WHAT", help=_("plan unless said; see --list"))
    export.add_argument("--format", default=None, metavar="FORM", help=_("md, html, docx, pdf, …"))
    export.add_argument("--for", dest="tracker", metavar="TRACKER", help=_("actions for jira, …"))
    export.add_argument("-o", "--output", metavar="PATH", help=_("a file or folder; - for stdout"))
    export.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    export.add_argument("--owner", metavar="NAME", help=_("for this colleague alone"))
    export.add_argument(
        "--unmasked", action="store_true", help=_("leave e-mail addresses, phone numbers, … in")
    )
    export.add_argument(
        "--keep", action="append", metavar="TEXT", help=_("never mask this again: a public number")
    )
    export.add_argument(
        "--mask", action="append", metavar="TEXT", help=_("always mask this: a name, an address")
    )
    export.add_argument("--list", action="store_true", help=_("what can be shared, in which forms"))
    export.add_argument("--json", action="store_true", help=_("for scripts, with --list"))
