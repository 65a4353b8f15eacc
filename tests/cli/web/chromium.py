"""A real browser without a window: opens a page, types, clicks, and says what the terminal shows.

Spoken to in Chromium's DevTools protocol. What the page draws on its canvas is read from what it
was sent: the same bytes that a terminal would get.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.faults.terminal import Drawn

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PATIENCE_SECONDS = 60.0  # for what should come at once: a busy machine; it ends early
ROWS = 200  # more than any page has
_KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "ArrowDown": (40, "")}
_CONTROL = 2
ESCAPE_SECONDS = 0.3
STILL_SECONDS = 0.4

Answer = dict[str, Any]


class Page:
    """A tab, and the terminal on it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._calls = 0
        self._answers: dict[int, asyncio.Future[Answer]] = {}
        self.drawn = Drawn(ROWS)
        self.requests: list[str] = []
        self.trouble: list[str] = []
        self.downloads: list[str] = []

    async def listen(self) -> None:
        """Take in answers and events for as long as the tab is there."""
        async for message in self._socket:
            received = json.loads(message.data)
            if "id" in received:
                self._answers.pop(received["id"]).set_result(received)
            else:
                self._heed(received["method"], received["params"])

    def _heed(self, event: str, about: Answer) -> None:
        match event:
            case "Network.webSocketCreated":
                self.drawn = Drawn(ROWS)
            case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                self.drawn.feed(b64decode(about["response"]["payloadData"]))
            case "Network.requestWillBeSent":
                self.requests.append(about["request"]["url"])
            case "Runtime.exceptionThrown":
                self.trouble.append(json.dumps(about["exceptionDetails"]))
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.trouble.append(about["entry"]["text"])
            case "Browser.downloadProgress" | "Page.downloadProgress":
                if about["state"] == "completed":
                    self.downloads.append(about["guid"])

    async def call(self, method: str, **params: object) -> Answer:
        self._calls += 1
        number = self._calls
        answer = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        await self._socket.send_json({"id": number, "method": method, "params": params})
        received: Answer = await asyncio.wait_for(answer, PATIENCE_SECONDS)
        assert "error" not in received, received["error"]
        result: Answer = received.get("result", {})
        return result

    # -- looking

    async def script(self, expression: str) -> Any:
        """The value of an expression, as if the leader had just clicked."""
        answer = await self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            userGesture=True,
            returnByValue=True,
        )
        return answer["result"].get("value")

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is true."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE_SECONDS
        while not true():
            assert loop.time() < end, (
                f"{what} did not come:\n{self.drawn.text.rstrip()}\n{self.trouble}"
            )
            await asyncio.sleep(0.02)

    async def sees(self, words: str) -> None:
        """Wait until the terminal shows `words`."""
        await self.until(lambda: words in self.drawn.text, repr(words))

    async def misses(self, words: str) -> None:
        """Wait until the terminal shows `words` no more."""
        await self.until(lambda: words not in self.drawn.text, f"the end of {words!r}")

    async def _still(self) -> None:
        """Wait until nothing moves any more."""
        before = ""
        while before != self.drawn.text:
            before = self.drawn.text
            await asyncio.sleep(STILL_SECONDS)

    async def picture(self, path: Path) -> None:
        """The page as PNG."""
        answer = await self.call("Page.captureScreenshot")
        path.write_bytes(b64decode(answer["data"]))

    # -- doing

    async def go(self, address: str) -> None:
        await self.call("Page.navigate", url=address)

    async def press(self, *keys: str) -> None:
        """Keys by name, or characters; `^q` is Ctrl+Q."""
        for key in keys:
            modifiers = _CONTROL if len(key) == 2 else 0
            key = key.removeprefix("^") if modifiers else key
            code, text = _KEYS.get(key, (ord(key[0].upper()), "" if modifiers else key))
            about = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
            kind = "keyDown" if text else "rawKeyDown"
            await self.call("Input.dispatchKeyEvent", type=kind, text=text, **about)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **about)
            if key == "Escape":
                await asyncio.sleep(ESCAPE_SECONDS)  # else it is Alt and the next key

    async def write(self, words: str) -> None:
        await self.press(*words)

    async def paste(self, words: str) -> None:
        """An ordinary paste, by Ctrl+V, of what another program has put on the clipboard."""
        await self.script(f"navigator.clipboard.writeText({json.dumps(words)})")
        about = {"key": "v", "code": "KeyV", "windowsVirtualKeyCode": 86, "modifiers": _CONTROL}
        await self.call("Input.dispatchKeyEvent", type="rawKeyDown", commands=["paste"], **about)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    async def click(self, words: str) -> None:
        """Click in the middle of `words` on the terminal."""
        await self.sees(words)
        await self._still()
        row, line = next(
            (row, line) for row, line in enumerate(self.drawn.text.split("\n")) if words in line
        )
        column = line.index(words) + len(words) // 2
        left, top, width, height = await self.script(CELL)
        where = {"x": left + (column + 0.5) * width, "y": top + (row + 0.5) * height}
        await self.call("Input.dispatchMouseEvent", type="mouseMoved", **where)
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **where
            )


# The upper left corner of the terminal and the size of a cell, in pixels. A row of the hidden text
# layer is as high as a row that is drawn.
CELL = """
(() => {
  const screen = document.querySelector(".xterm-screen").getBoundingClientRect();
  const [columns, rows] = [window.cells.cols, window.cells.rows];
  return [screen.left, screen.top, screen.width / columns, screen.height / rows];
})()
"""
# Notes how large the page said it is.
NOTE_SIZE = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  const message = JSON.parse(data);
  if (message[0] === "resize") window.cells = {cols: message[1].width, rows: message[1].height};
  return send.call(this, data);
};
"""


@asynccontextmanager
async def browser(folder: Path, downloads: Path) -> AsyncIterator[Page]:
    """A browser with one empty tab; its profile is a folder of its own and goes with it."""
    assert BROWSER is not None
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            *(BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--remote-debugging-port=0", f"--user-data-dir={profile}", "--window-size=1200,800"),
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with ClientSession() as session, _tab(session, Path(profile)) as page:
                await _prepare(page, downloads)
                yield page
        finally:
            process.kill()
            await process.wait()


@asynccontextmanager
async def _tab(session: ClientSession, profile: Path) -> AsyncIterator[Page]:
    port_file = profile / "DevToolsActivePort"
    while not port_file.exists() or "\n" not in port_file.read_text():
        await asyncio.sleep(0.02)
    port = port_file.read_text().split("\n")[0]
    async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
        (target,) = [one for one in await answer.json() if one["type"] == "page"]
    async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
        page = Page(socket)
        listening = asyncio.create_task(page.listen())
        try:
            yield page
        finally:
            listening.cancel()


async def _prepare(page: Page, downloads: Path) -> None:
    for domain in ("Page", "Network", "Runtime", "Log"):
        await page.call(f"{domain}.enable")
    await page.call("Page.addScriptToEvaluateOnNewDocument", source=NOTE_SIZE)
    await page.call(
        "Browser.setDownloadBehavior",
        behavior="allow",
        downloadPath=str(downloads),
        eventsEnabled=True,
    )
    permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    await page.call("Browser.grantPermissions", permissions=permissions)
