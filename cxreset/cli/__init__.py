"""The command line: stdout is data, stderr is talk; exit 0 done, 1 cannot, 2 wrong usage."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

from cxreset.base.errors import CxresetError
from cxreset.cli.call import everyday

INTERRUPTED = 130


def run() -> None:
    """The program's entry point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a mark that a terminal lacks is no reason to end
            stream.reconfigure(errors="replace")
    gc.disable()  # a command is over before there is anything to collect; the screen turns it on
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if "textual" in sys.modules:
        sys.exit(code)
    # All is stored and said. Taking the interpreter apart would cost a seventh of the whole call.
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Errors are one sentence on stderr."""
    words = sys.argv[1:] if argv is None else argv
    try:
        call = everyday(words)
        if call is None:
            from cxreset.cli.parser import parse

            call = parse(words)
        return call.command(call)
    except CxresetError as error:
        return _say(error.sentence, error.exit_code)
    except KeyboardInterrupt:
        return _say("Stopped. Everything written before is stored.", INTERRUPTED)
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback for users
        from cxreset.base.crash import keep

        return _say(keep(error), 1)


def _say(sentence: str, code: int) -> int:
    from cxreset.base.text import shown

    print(f"cxreset: {shown(sentence)}", file=sys.stderr)  # noqa: T201
    return code
