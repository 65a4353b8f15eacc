"""The command line: stdout is data, stderr is talk; exit 0 done, 1 cannot, 2 wrong usage."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

from cxreset.base.errors import CxresetError, OutputLost
from cxreset.base.language.words import _
from cxreset.cli.call import everyday
from cxreset.cli.talk import flush

INTERRUPTED = 130


def run() -> None:
    """The program's entry point."""
    closed = sys.stdout is None  # by whoever started us
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a mark that a terminal lacks is no reason to end
            stream.reconfigure(errors="replace")
    gc.disable()  # a command is over before there is anything to collect; the screen turns it on
    code = main()
    code = _flushed(code) if not closed else code or OutputLost.exit_code
    if "textual" in sys.modules:
        sys.exit(code)
    # All is stored and said. Taking the interpreter apart would cost a seventh of the whole call.
    os._exit(code)


def _nowhere() -> io.TextIOWrapper:
    """Where output goes that nobody takes."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open to the end


def _flushed(code: int) -> int:
    """Hand on what was printed; the exit code is another one when that fails."""
    try:
        flush()
        sys.stderr.flush()
    except (OutputLost, OSError) as error:
        # what is left in the buffer must not be tried again when the interpreter ends
        with _nowhere() as nowhere:
            os.dup2(nowhere.fileno(), 1)
        sentence = error.sentence if isinstance(error, OutputLost) else ""
        return _say(sentence, OutputLost.exit_code) if sentence else OutputLost.exit_code
    return code


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
        return _say(error.sentence, error.exit_code) if error.sentence else error.exit_code
    except KeyboardInterrupt:
        return _say(_("Stopped. Everything written before is stored."), INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback for users
        from cxreset.base.crash import keep

        return _say(keep(error), 1)


def _say(sentence: str, code: int) -> int:
    from cxreset.base.text import shown

    print(f"cxreset: {shown(sentence)}", file=sys.stderr)  # noqa: T201
    return code
