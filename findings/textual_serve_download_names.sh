#!/usr/bin/env bash
# textual-serve (Textual apps in a browser): a download's name is cut at a semicolon and loses what is no Latin letter.
#
# Expected: a file that the app hands over keeps its name in the browser, quoted and encoded as RFC 6266 says.
# Seen: the name is put into Content-Disposition as it is. "Plan; north.html" is read as "Plan", and a name in another
#   script is sent as raw UTF-8 bytes, which a reader of headers takes for Latin-1.
# Why it matters: exports are named after companies and teams. "Plan; north.html" arrives without its ending, and no
#   program opens it.
# Version: textual-serve 1.1.3, aiohttp 3.12.15. Upstream: https://github.com/Textualize/textual-serve
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet textual-serve==1.1.3 aiohttp==3.12.15
env/bin/python - <<'PY'
import asyncio
from email.message import Message
from types import SimpleNamespace

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from textual_serve.server import Server

NAMES = {
    "Plan.html": "Plan.html",
    "Plan; north.html": "Plan",
    "План.html": "План.html".encode().decode("latin-1"),
}


class Downloads:
    """Stands for the app that hands a file over."""

    name = ""

    async def get_download_metadata(self, key):
        return SimpleNamespace(
            file_name=self.name, mime_type="text/html", encoding="", open_method="download"
        )

    async def download(self, key):
        yield b"<p>An invented plan.</p>"


async def main():
    server = Server("true")
    server.download_manager = downloads = Downloads()
    app = web.Application()
    app.add_routes([web.get("/download/{key}", server.handle_download)])
    async with TestClient(TestServer(app)) as client:
        for name, expected in NAMES.items():
            downloads.name = name
            answer = await client.get("/download/k")
            raw = dict(answer.raw_headers)[b"Content-Disposition"].decode("latin-1")
            header = Message()
            header["Content-Disposition"] = raw
            read = header.get_filename()
            print(f"{name!r} is sent as {raw!r} and read as {read!r}")
            assert read == expected, read


asyncio.run(main())
PY
