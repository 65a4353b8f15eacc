"""Who gets to see the page, and who does not."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError

from cxreset.cli.parser import parse
from cxreset.cli.web.gate import Gate
from cxreset.cli.web.server import Server, _cells
from cxreset.cli.web.session import Session
from tests.cli.running import Run, refused

# Stands for the program: says what it hears, after the line by which the server knows it.
ECHO = """
import os, sys
os.write(1, b"__GANGLION__\\n")
while head := os.read(0, 5):
    text = head[:1] + os.read(0, int.from_bytes(head[1:], "big"))
    os.write(1, b"D" + len(text).to_bytes(4, "big") + text)
    if b'"quit"' in text:
        break
"""


@asynccontextmanager
async def opened(command: list[str]) -> AsyncIterator[tuple[ClientSession, str]]:
    """A server with that program, and a browser that knows no address of it yet."""
    session = Session(command, lambda: None, stay=60)
    await session.start()
    server = Server(session)
    address = await server.start(0)
    try:
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
            yield client, address
    finally:
        await server.stop()
        await session.close()


@pytest.fixture
def echo(tmp_path: Path) -> list[str]:
    program = tmp_path / "echo.py"
    program.write_text(ECHO, encoding="utf-8")
    return [sys.executable, str(program)]


def test_the_address_works_once_and_for_its_own_page_alone(echo: list[str]) -> None:
    async def walk() -> None:
        async with opened(echo) as (client, address):
            origin = address.partition("/?")[0]

            async def status(path: str, **headers: str) -> int:
                async with client.get(f"{origin}{path}", headers=headers) as answer:
                    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                    return answer.status

            for path in ("/", "/?token=", "/?token=guess", "/page/page.js", "/download/x"):
                assert await status(path) == 403
            token = address.removeprefix(origin)
            assert await status(token, Host="elsewhere.example") == 403
            assert await status(token, Origin="http://elsewhere.example") == 403
            assert await status(token) == 200  # by way of the key
            assert await status("/") == 200
            assert await status("/page/page.js") == 200
            assert await status("/static/js/textual.js") == 200
            assert await status("/download/x") == 404
            assert await status("/", Host="localhost:1") == 403
            client.cookie_jar.clear()
            assert await status(token) == 403

    asyncio.run(walk())


def test_what_acts_must_come_from_the_page(echo: list[str]) -> None:
    async def walk() -> None:
        async with opened(echo) as (client, address):
            origin = address.partition("/?")[0]
            await client.get(address)

            async def bring_in(**headers: str) -> int:
                url = f"{origin}/files?name=..%2F..%2Fetc%2Fpass%00wd.csv"
                async with client.post(url, data=b"Comment\nLate", headers=headers) as answer:
                    return answer.status

            elsewhere = {"Origin": "http://elsewhere.example"}
            assert await bring_in() == 403
            assert await bring_in(**elsewhere) == 403
            for headers in ({}, elsewhere):
                with pytest.raises(WSServerHandshakeError, match="403"):
                    await client.ws_connect(f"{origin}/ws", headers=headers)
            own = {"Origin": origin}
            async with client.ws_connect(f"{origin}/ws?width=90&height=x", headers=own) as socket:
                hello = await socket.receive_bytes()
                assert json.loads(hello[1:]) == {"type": "attach", "width": 80, "height": 24}
                assert await bring_in(**own) == 204
                arrived = json.loads((await socket.receive_bytes())[1:])
                path = Path(arrived["path"])
                assert path.name == "etc-passwd.csv"
                assert path.read_bytes() == b"Comment\nLate"
                await socket.send_str(json.dumps(["stdin", "höre\ud83d"]))
                assert await socket.receive_bytes() == "Dhöre?".encode()
                # a page opened later takes the place of this one, and nothing is started anew
                async with client.ws_connect(f"{origin}/ws", headers=own) as later:
                    assert (await socket.receive()).type.name in ("CLOSE", "CLOSING", "CLOSED")
                    assert b"attach" in await later.receive_bytes()
        assert not path.exists()

    asyncio.run(walk())


def test_a_gate_compares_whole_names() -> None:
    gate = Gate("127.0.0.1:80")
    assert gate.refusal("127.0.0.1:8", None, acts=False)
    assert gate.refusal("127.0.0.1:80.elsewhere.example", None, acts=False)
    assert gate.refusal("127.0.0.1:80", "null", acts=True)
    assert not gate.refusal("127.0.0.1:80", "http://127.0.0.1:80", acts=True)
    assert not gate.knows("") and gate.knows(gate.key)
    assert not gate.opens("")


def test_a_page_without_a_size_has_the_usual_one() -> None:
    assert [_cells(*size) for size in (("0", "9"), ("99999", "50"), ("-1", "5"), ("²", "1"))] == [
        (1, 9), (1000, 50), (80, 24), (80, 24),
    ]  # fmt: skip


def test_without_its_extra_serve_says_how_to_get_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxreset.cli.web.serve.find_spec", lambda name: None)
    refused(run("serve"), 1, 'pip install "cxreset[web]"')


@pytest.mark.parametrize("port", ["80", "x", "65536", "-1"])
def test_a_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse(["serve", f"--port={port}"])
    assert "no port from 1024 to 65535" in capsys.readouterr().err
