"""A parsed call; everyday ones are parsed without argparse, which costs more than their work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxreset import __version__
from cxreset.cli.talk import out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Call:
    """A command and its options; which options there are depends on the command."""

    command: Callable[[Call], int]
    # Defaults here and not in the parser: there, a command's default would undo what stands
    # before the command, as in `cxreset --workbook PATH today`.
    workbook: str | None = None
    content: str | None = None

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def later(module: str, name: str) -> Callable[[Call], int]:
    """A command that is imported only when it is called."""

    def command(call: Call) -> int:
        found = __import__(f"cxreset.cli.{module}", fromlist=[name])  # importlib costs a start more
        chosen: Callable[[Call], int] = getattr(found, name)
        return chosen(call)

    return command


def everyday(argv: Sequence[str]) -> Call | None:
    """`cxreset`, `today`, `status`, `done STEP`, `undone STEP` without any option, `--version`.

    None for any other.
    """
    call = Call()
    if not argv:
        call.command = later("first_frame", "open_app")
    elif len(argv) == 1 and argv[0] == "--version":
        call.command = _version
    elif list(argv) == ["read"]:
        call.command = later("read.menu", "read")
    elif len(argv) == 1 and argv[0] in ("today", "status"):
        call.command = later("daily", argv[0])
        vars(call).update(on=None, json=False)
    elif len(argv) == 2 and argv[0] in ("done", "undone") and not argv[1].startswith("-"):
        call.command = later("daily", argv[0])
        vars(call).update(step=argv[1])
    else:
        return None
    return call


def _version(call: Call) -> int:
    out(f"cxreset {__version__}")
    return 0
