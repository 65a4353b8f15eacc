"""The program behind the page: it runs on while the page is loaded again, and ends in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from cxreset.base.platforms.commands import shell_words

COLUMNS, ROWS = 120, 40  # until a page says how large it is
END_SECONDS = 10.0
"""How long the program may take to store and leave."""


class Socket(Protocol):
    """The connection to a page."""

    async def send_bytes(self, data: bytes) -> None: ...

    async def send_str(self, data: str) -> None: ...

    async def close(self) -> bool: ...


class Session:
    """One program on one workbook, and at most one page that shows it."""

    def __init__(self, command: list[str], over: Callable[[], None], *, stay: float) -> None:
        """`over` is called when the program has ended, or no page was open for `stay` seconds."""
        self.downloads = DownloadManager()
        self._over = over
        self._stay = stay
        self._socket: Socket | None = None
        self._clock: asyncio.TimerHandle | None = None
        self._program = _Program(
            shell_words(command),
            write_bytes=self._draw,
            write_str=self._say,
            close=self._forget,
            download_manager=self.downloads,
        )
        self._program.over = over

    async def start(self) -> None:
        """Start the program; it draws as soon as a page is there."""
        await self._program.start(COLUMNS, ROWS)

    async def close(self) -> None:
        """End the program with everything stored."""
        self.expect(None)
        with suppress(TimeoutError):  # its standard input ends with this process: it leaves then
            await asyncio.wait_for(self._program.stop(), END_SECONDS)

    def expect(self, seconds: float | None) -> None:
        """End unless a page comes within so many seconds; None waits without an end."""
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
        if seconds is not None:
            self._clock = asyncio.get_running_loop().call_later(seconds, self._over)

    # -- the page

    async def attach(self, socket: Socket, width: int, height: int) -> None:
        """Draw on this page from now on, so many cells wide and high; a page before is closed."""
        before, self._socket = self._socket, socket
        self.expect(None)
        if before is not None:
            await before.close()
        await self._program.send_meta({"type": "attach", "width": width, "height": height})

    def detach(self, socket: Socket) -> None:
        """The page is closed; unless another has taken its place, it has a while to come back."""
        if socket is self._socket:
            self._socket = None
            self.expect(self._stay)

    async def typed(self, keys: str) -> None:
        """Hand on what was typed, clicked or pasted, as a terminal sends it."""
        await self._program.send_bytes(keys.encode("utf-8", "replace"))

    async def resize(self, width: int, height: int) -> None:
        """The page is so many cells large now."""
        await self._program.set_terminal_size(width, height)

    async def focus(self, focused: bool) -> None:
        """The page has, or lost, the keyboard."""
        await (self._program.focus() if focused else self._program.blur())

    async def arrived(self, path: str) -> None:
        """A file was brought in through the page, and lies there."""
        await self._program.send_meta({"type": "file", "path": path})

    # -- what the program says

    async def _draw(self, data: bytes) -> None:
        if self._socket is not None:  # what nobody sees is drawn anew for the next page
            with suppress(ConnectionError):
                await self._socket.send_bytes(data)

    async def _say(self, text: str) -> None:
        if self._socket is not None:
            with suppress(ConnectionError):
                await self._socket.send_str(text)

    async def _forget(self) -> None:
        """It draws no more; whether it begins anew or ends is told by its end."""


class _Program(AppService):
    """The program, which says when it has ended."""

    over: Callable[[], None] = staticmethod(lambda: None)

    async def run(self) -> None:
        try:
            await super().run()
        finally:
            self.over()
