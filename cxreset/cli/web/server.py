"""The server behind the page: on this computer alone, and for whoever has the printed address."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from string import Template
from urllib.parse import quote

from aiohttp import WSMsgType, web

from cxreset.base.language.words import N_, _
from cxreset.cli.web.gate import Gate
from cxreset.cli.web.session import Session
from cxreset.cli.web.words import page_words
from cxreset.sharing.write import file_name

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOOPBACK = "127.0.0.1"
UPLOAD_BYTES = 512 * 1024 * 1024
"""The largest file that can be brought in through the page; a larger one by its path."""
CELLS = 1000  # no page is wider or higher
BEAT_SECONDS = 15.0  # a page that does not answer for so long is gone

PAGE = Path(__file__).parent / "page"
ASK_FOR_ADDRESS = N_(
    "This page opens with the address that cxreset printed, and that address works once. "
    "Start it anew with: cxreset serve"
)


def _headers(gate: Gate) -> dict[str, str]:
    """What every answer carries: nothing is asked of elsewhere, framed, or kept."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        f"connect-src 'self' ws://{gate.host}; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


class Server:
    """A page on a port of this computer, drawn by one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._runner: web.AppRunner | None = None
        self._arrived = Path(tempfile.mkdtemp(prefix="cxreset-"))  # for this user alone
        self._gate = Gate(f"{LOOPBACK}:0")

    async def start(self, port: int) -> str:
        """Listen on a port, or on a free one for 0; returns the address to open once.

        Raises OSError where the port cannot be had.
        """
        app = web.Application(middlewares=[self._guard], client_max_size=UPLOAD_BYTES)
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._converse),
                web.get("/download/{key}", self._download),
                web.post("/files", self._take_file),
                web.static("/page", PAGE),
                web.static("/static", str(files("textual_serve") / "static")),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, port)
        await site.start()
        self._gate = Gate(f"{LOOPBACK}:{self._runner.addresses[0][1]}")
        return self._gate.address

    async def stop(self) -> None:
        """Close the page and forget the files that came through it."""
        if self._runner is not None:
            await self._runner.cleanup()
        shutil.rmtree(self._arrived, ignore_errors=True)

    # -- the gate

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = self._refuse(request) or self._let_in(request) or await handler(request)
        if not answer.prepared:
            answer.headers.update(_headers(self._gate))
        return answer

    def _refuse(self, request: web.Request) -> web.Response | None:
        acts = request.method != "GET" or request.path == "/ws"
        refusal = self._gate.refusal(request.host, request.headers.get("Origin"), acts=acts)
        return web.Response(status=403, text=refusal) if refusal else None

    def _let_in(self, request: web.Request) -> web.Response | None:
        """Exchange the token for the key, once; without a key there is nothing to see."""
        token = request.query.get("token", "")
        if request.path == "/" and self._gate.opens(token):
            answer = web.Response(status=303, headers={"Location": "/"})
            answer.set_cookie(
                self._gate.cookie, self._gate.key, path="/", httponly=True, samesite="Strict"
            )
            return answer
        if not self._gate.knows(request.cookies.get(self._gate.cookie, "")):
            return web.Response(status=403, text=_(ASK_FOR_ADDRESS))
        return None

    # -- the page

    async def _page(self, request: web.Request) -> web.Response:
        page = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        text = page.substitute(page_words(), socket=f"ws://{self._gate.host}/ws")
        return web.Response(text=text, content_type="text/html")

    async def _converse(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=BEAT_SECONDS)
        await socket.prepare(request)
        size = (request.query.get("width", ""), request.query.get("height", ""))
        await self._session.attach(socket, *_cells(*size))
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    await self._heed(json.loads(message.data))
        finally:
            self._session.detach(socket)
        return socket

    async def _heed(self, message: list[str | dict[str, int]]) -> None:
        """What the page says: a word for what it is, and what belongs to it."""
        match message:
            case ["stdin", str(keys)]:
                await self._session.typed(keys)
            case ["resize", {"width": width, "height": height}]:
                await self._session.resize(*_cells(str(width), str(height)))
            case [("focus" | "blur") as what]:
                await self._session.focus(what == "focus")

    # -- files

    async def _take_file(self, request: web.Request) -> web.Response:
        """A file that was chosen or dropped on the page, to be brought in as if by its path."""
        stem, _dot, ending = request.query.get("name", "").rpartition(".")
        name = file_name(stem, file_name(ending)) if stem else file_name(ending)
        path = Path(tempfile.mkdtemp(dir=self._arrived)) / name
        size = 0
        with path.open("wb") as file:
            async for chunk in request.content.iter_chunked(1 << 16):
                size += len(chunk)
                if size > UPLOAD_BYTES:
                    return web.Response(status=413, text=_("The file is too large: type its path."))
                file.write(chunk)
        await self._session.arrived(str(path))
        return web.Response(status=204)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A file that the program hands over, under a key that works once."""
        key, downloads = request.match_info["key"], self._session.downloads
        try:
            about = await downloads.get_download_metadata(key)
        except KeyError:
            return web.Response(status=404, text=_("This file was taken already."))
        name = quote(about.file_name)
        answer = web.StreamResponse(
            headers={
                **_headers(self._gate),
                "Content-Type": "application/octet-stream",
                "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            }
        )
        await answer.prepare(request)
        async for chunk in downloads.download(key):
            await answer.write(chunk)
        await answer.write_eof()
        return answer


def _cells(width: str, height: str) -> tuple[int, int]:
    """A page's size in cells, within what can be drawn; the usual one where it is no size."""
    if not (width.isdecimal() and height.isdecimal()):
        return 80, 24
    limited = partial(min, CELLS)
    return max(1, limited(int(width))), max(1, limited(int(height)))
