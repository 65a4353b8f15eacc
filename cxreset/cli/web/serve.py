"""The command `serve`: begin, open the browser, and end when nobody looks any more."""

from __future__ import annotations

import asyncio
import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.platforms.signals import ending, on_signals
from cxreset.base.served import SERVED
from cxreset.cli.talk import flush, out, talk

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.cli.web.session import Session

MISSING = N_('The browser needs one more package: pip install "cxreset[web]".')
UNOPENED_SECONDS = 600.0
"""How long the printed address waits to be opened for the first time."""


def serve(call: Call) -> int:
    """Show the workbook on a page of the browser, until the page has been closed for a while.

    Raises CxresetError where the extra is not installed or the port is taken.
    """
    if find_spec("textual_serve") is None:
        raise CxresetError(_(MISSING))
    asyncio.run(_serve(call))
    talk(_("The page is closed. Everything written on it is stored."))
    return 0


async def _serve(call: Call) -> None:
    from cxreset.cli.web.session import Session

    over = asyncio.Event()
    session = Session(_command(call), over.set, stay=call.stay)
    _prepare_environment()
    await session.start()  # it loads while the server does
    try:
        await _serve_session(call, session, over)
    finally:
        await session.close()


async def _serve_session(call: Call, session: Session, over: asyncio.Event) -> None:
    from cxreset.cli.web.server import Server

    server = Server(session)
    try:
        address = await server.start(call.port)
    except OSError as error:
        raise CxresetError(
            _(
                "Port {port} of this computer cannot be used: {strerror}. Leave --port away, and a "
                "free one is taken."
            ).format(port=call.port, strerror=error.strerror)
        ) from error
    try:
        out(address)
        flush()
        talk(_("This address works once, in a browser of this computer. Ctrl+C ends it."))
        on_signals(ending(), lambda number: over.set())
        if call.browser:
            await asyncio.to_thread(_open_browser, address)
        session.expect(UNOPENED_SECONDS)
        await over.wait()
    finally:
        await server.stop()


def _command(call: Call) -> list[str]:
    """The program that draws on the page, on the same workbook and content."""
    options = [(name, getattr(call, name)) for name in ("workbook", "content")]
    given = [word for name, value in options if value for word in (f"--{name}", value)]
    return [sys.executable, "-P", "-m", "cxreset", *given]


def _prepare_environment() -> None:
    """What the program behind the page finds in its environment."""
    os.environ[SERVED] = "1"
    os.environ["COLORFGBG"] = "15;0"  # light letters on the dark ground of the page
    # It imports what this process imports, from a zipapp too.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))


def _open_browser(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        talk(_("No browser could be opened from here: open the address above in one."))
