"""Which commands there are and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cxreset import __version__
from cxreset.base.language.words import _
from cxreset.cli.call import Call, later
from cxreset.cli.options.argparse_words import speak
from cxreset.cli.options.commands import Commands
from cxreset.cli.options.files import add_export, add_import
from cxreset.cli.options.settings import add_options


def _some(text: str) -> int:
    """A whole number from 1 to 100."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 100):
        raise argparse.ArgumentTypeError(
            _("{text} is no whole number from 1 to 100").format(text=repr(text))
        )
    return int(text)


def _port(text: str) -> int:
    """A port that a program of the leader's own may listen on; 0 is any free one."""
    if not (text.isascii() and text.isdigit() and int(text[:6]) in {0, *range(1024, 65536)}):
        raise argparse.ArgumentTypeError(
            _("{text} is no port from 1024 to 65535").format(text=repr(text))
        )
    return int(text)


def parse(argv: Sequence[str] | None) -> Call:
    """Parse a call; a wrong one ends here with exit code 2 and a usage line."""
    return _with_files_after_options(build_parser(), argv)


def build_parser() -> argparse.ArgumentParser:
    """Every command with all it takes."""
    speak()
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--workbook", metavar="PATH", help=_("the workbook file to use"))
    common.add_argument("--content", metavar="DIR", help=_("a content pack to use"))
    parser = argparse.ArgumentParser(
        prog="cxreset",
        description=_(
            "A guided thirty-day workbook for customer-experience leaders. Without a command it "
            "opens the workbook."
        ),
        parents=[common],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"cxreset {__version__}",
        help=_("show program's version number and exit"),
    )
    parser.add_argument(
        "--spec",
        dest="command",
        action="store_const",
        const=later("describe.print", "print_spec"),
        help=_("print this whole command line as JSON"),
    )
    parser.set_defaults(command=later("screen", "open_app"))
    commands = Commands(parser.add_subparsers(title=_("commands"), metavar="COMMAND"), common)
    _add_start(commands)
    _add_steps(commands)
    _add_pace(commands)
    add_import(commands)
    _add_themes(commands)
    add_export(commands)
    _add_backups(commands)
    _add_sample(commands)
    _add_desks(commands)
    _add_template(commands)
    _add_content(commands)
    _add_settings(commands)
    completion = commands.add(
        "completion", "describe.print", "completion", _("Print what a shell completes by.")
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish", "powershell"), help=_("which"))
    return parser


def _with_files_after_options(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> Call:
    """Take files that stand behind an option too: argparse stops at the first that does."""
    call, rest = parser.parse_known_args(argv, namespace=Call())
    files: list[str] | None = vars(call).get("files")
    if rest and files is not None and not any(word.startswith("-") for word in rest):
        files += rest
    elif rest:
        parser.error(_("unrecognized arguments: %s") % " ".join(rest))
    return call


def _add_json(command: argparse.ArgumentParser, text: str = "") -> None:
    command.add_argument("--json", action="store_true", help=text or _("for scripts"))


def _add_passphrase_file(command: argparse.ArgumentParser) -> None:
    text = _("read the passphrase from a file; - is piped in")
    command.add_argument("--passphrase-file", metavar="FILE", help=text)


def _add_start(commands: Commands) -> None:
    start = commands.add("start", "daily", "start", _("Begin a reset: who, where, from when."))
    start.add_argument("--name", required=True, help=_("your name, as it stands on the plan"))
    start.add_argument("--organisation", "--organization", default="", help=_("company or team"))
    start.add_argument("--from", dest="start", default="today", metavar="DATE", help=_("first day"))
    start.add_argument(
        "--workdays", default="mon-fri", metavar="DAYS", help=_("mon-fri, sun-thu, …")
    )
    start.add_argument(
        "--language", metavar="CODE", help=_("of the program and of dates, such as de")
    )


def _add_steps(commands: Commands) -> None:
    today = commands.add("today", "daily", "today", _("Print the day's page."))
    today.add_argument("--on", metavar="DATE", help=_("as it looks on another day"))
    _add_json(today)
    for name, text in (("done", _("Tick a step.")), ("undone", _("Take a step's tick away."))):
        commands.add(name, "daily", name, text).add_argument(
            "step", help=_("a step's id or number")
        )
    commands.add("undo", "daily", "undo", _("Take the last change back."))
    commands.add("redo", "daily", "redo", _("Make the change undone last again."))


def _add_pace(commands: Commands) -> None:
    pause = commands.add("pause", "pace", "pause", _("Stop the days from counting, from today on."))
    pause.add_argument("--until", metavar="DATE", help=_("the last day of the pause"))
    commands.add("resume", "pace", "resume", _("End the pause; the count goes on today."))
    catch_up = commands.add("catch-up", "pace", "catch_up", _("Go on after some days elsewhere."))
    catch_up.add_argument(
        "way", nargs="?", choices=("shift", "squeeze", "drop"), help=_("all are shown unless said")
    )
    review = commands.add("review", "pace", "review", _("The week on one page: the Friday look."))
    review.add_argument("--if-then", metavar="WORDS", help=_("next week's plan: if …, then …"))
    following = commands.add("next", "pace", "next_thirty", _("The next thirty days, after these."))
    following.add_argument("--from", dest="start", metavar="DATE", help=_("first day: begins them"))
    following.add_argument(
        "--carry", default="all", metavar="all|none|IDS", help=_("what goes along, such as P1,A3")
    )
    status = commands.add("status", "daily", "status", _("Say how far the reset has come."))
    _add_json(status)


def _add_themes(commands: Commands) -> None:
    themes = commands.add(
        "themes", "themes", "themes", _("Say what recurs in the comments, with proof.")
    )
    themes.add_argument(
        "--json", action="store_true", help=_("for scripts: every row of each theme")
    )
    themes.add_argument(
        "--limit", type=_some, default=10, metavar="N", help=_("how many themes at most (10)")
    )


def _add_backups(commands: Commands) -> None:
    backup = commands.add("backup", "keep", "backup", _("Make a backup of the workbook now."))
    backup.add_argument(
        "-o", "--output", metavar="PATH", help=_("where to; beside the workbook unless said")
    )
    text = _("encrypt the copy by a passphrase, which is asked for twice")
    backup.add_argument("--passphrase", action="store_true", help=text)
    _add_passphrase_file(backup)
    text = _("List the backups, or put one back; what was there is kept.")
    restore = commands.add("restore", "keep", "restore", text)
    restore.add_argument(
        "name", nargs="?", metavar="NAME", help=_("which one; without it they are listed")
    )
    _add_passphrase_file(restore)
    _add_json(restore, _("the list for scripts"))
    text = _("Take customers' words away for good: everywhere, backups too.")
    erase = commands.add("erase", "keep", "erase", text)
    which = erase.add_mutually_exclusive_group()
    which.add_argument("--import", dest="batch", type=int, metavar="N", help=_("of one import"))
    which.add_argument("--customer", metavar="NAME", help=_("of one customer"))
    which.add_argument("--comments", action="store_true", help=_("all comments"))
    erase.add_argument("--yes", action="store_true", help=_("do it; without it only said"))
    text = _("List conflicted copies beside the workbook, or bring one in.")
    merge = commands.add("merge", "keep", "merge", text)
    merge.add_argument("file", nargs="?", metavar="FILE", help=_("another version of the workbook"))
    merge.add_argument("--dry-run", action="store_true", help=_("say what it would do"))
    _add_json(merge, _("the list for scripts"))
    text = _("Is the workbook whole, and safe where it lies?")
    doctor = commands.add("doctor", "keep", "doctor", text)
    doctor.add_argument("--repair", action="store_true", help=_("copy what can be read of it"))
    _add_json(doctor)


def _add_sample(commands: Commands) -> None:
    text = _("Open a filled sample, apart from your workbook.")
    demo = commands.add("demo", "screen", "demo", text)
    demo.add_argument("--fresh", action="store_true", help=_("make the sample anew"))
    which = _("2: the beginning of the next thirty days, with the first to compare")
    demo.add_argument("--cycle", type=int, choices=(1, 2), default=1, help=which)


def _add_desks(commands: Commands) -> None:
    """The same program without a terminal's screen."""
    text = _("Show the workbook on a page of your browser, for this computer alone.")
    serve = commands.add("serve", "web.serve", "serve", text)
    serve.add_argument(
        "--port", type=_port, default=0, metavar="N", help=_("a free one unless said")
    )
    browser = serve.add_argument("--no-browser", dest="browser", action="store_false")
    browser.help = _("only print the address")
    stay = serve.add_argument("--stay", type=_some, default=60, metavar="SECONDS")
    stay.help = _("how long it waits for a closed page to come back (60)")
    text = _("Go through the days in plain lines, one question at a time.")
    commands.add("read", "read.menu", "read", text)
    text = _("Print a screen as plain text: today, week-1, 2.1, actions, scores, …")
    show = commands.add("show", "read.twin", "show", text)
    show.add_argument("page", metavar="PAGE", help=_("which; a wrong one lists them all"))


def _add_template(commands: Commands) -> None:
    text = _("List the templates, or print one filled from the workbook.")
    template = commands.add("template", "template", "template", text)
    template.add_argument("id", nargs="?", metavar="ID", help=_("which; lists them unless said"))
    template.add_argument("-o", "--output", metavar="PATH", help=_("a file instead of stdout"))
    _add_json(template, _("the list for scripts"))
    template.add_argument("--owner", metavar="NAME", help=_("whom a request goes to"))
    template.add_argument("--anew", action="store_true", help=_("leave your own version aside"))
    template.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _add_settings(commands: Commands) -> None:
    text = _("List what is settled, look one up, change one, or check the file of theme and keys.")
    add_options(commands.add("settings", "settings.command", "settings", text))


def _add_content(commands: Commands) -> None:
    content = commands.group("content", _("Check a content pack, or begin one of your own."))
    check = content.add("check", "content", "check", _("Is a pack complete and well formed?"))
    check.add_argument(
        "folder", nargs="?", metavar="DIR", help=_("the pack; the one in use unless said")
    )
    check.add_argument("--coverage", action="store_true", help=_("show where the method is"))
    new = content.add("new", "content", "new", _("Copy the pack in use, to change it."))
    new.add_argument("folder", metavar="DIR", help=_("a folder that is new or empty"))
