"""A formatted text on the clipboard, with its plain lines beside it where the platform allows.

Word processors and mail programs take the formatted one, terminals and plain fields the other.
macOS, Windows and X11 hold both; the programs of Wayland and X11 that hold one alone are asked for
the formatted one; else plain text goes the usual way (`desktop`). What happened is said.
"""

from __future__ import annotations

import asyncio
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from textual.app import App

from cxreset.base.language.words import _
from cxreset.base.platforms.clipboard import takers_of_formatted_text
from cxreset.sharing.rich import Rich
from cxreset.tui.shell import desktop

SECONDS = 6.0
"""How long a program may take: PowerShell is slow to start."""
X11 = Path(__file__).with_name("x11_selection.py")
# It reads JSON, since the text could be longer than a command line may be; the HTML is ASCII.
_POWERSHELL = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms
$read = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$given = $read.ReadToEnd() | ConvertFrom-Json
$data = New-Object Windows.Forms.DataObject
$bytes = [Text.Encoding]::ASCII.GetBytes($given.html)
$data.SetData('HTML Format', (New-Object IO.MemoryStream(,$bytes)))
$data.SetData([Windows.Forms.DataFormats]::UnicodeText, $given.plain)
[Windows.Forms.Clipboard]::SetDataObject($data, $true)
"""

_CF_HEAD = "Version:0.9\r\n" + "".join(
    f"{name}:{{:010}}\r\n" for name in ("StartHTML", "EndHTML", "StartFragment", "EndFragment")
)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"


class Way(NamedTuple):
    """A program with its options, what it reads, whether it holds plain text too.

    One that `stays` holds the clipboard until another program takes it, and says when it does.
    """

    command: tuple[str, ...]
    given: bytes
    both: bool = True
    stays: bool = False


async def copy_rich(app: App[Any], rich: Rich) -> str:
    """Put it on the clipboard by the best way there is; says which forms went, and by which."""
    way = await asyncio.to_thread(taken_by, rich)
    if way is None:
        by = await desktop.copy(app, rich.plain)
        return _("No program here takes a formatted text, so it went as plain text.") + f" {by}"
    if way.both:
        return _("Copied with its formatting, and as plain text for where there is none.")
    return _(
        "Copied with its formatting. Where only plain text can be pasted, copy it as text instead."
    )


def taken_by(rich: Rich) -> Way | None:
    """The first way that took it; None when none did."""
    for way in ways(rich):
        program = shutil.which(way.command[0])
        if program is None:
            continue
        command = [program, *way.command[1:]]
        if _held(command, way.given) if way.stays else _run(command, way.given):
            return way
    return None


def _run(command: list[str], given: bytes) -> bool:
    try:
        subprocess.run(
            command,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _held(command: list[str], given: bytes) -> bool:
    """Start it and leave it running once it has said that it holds the clipboard."""
    program = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    if program.stdin is None or program.stdout is None:
        return False
    with suppress(BrokenPipeError), program.stdin:
        program.stdin.write(given)
    with program.stdout:
        answers, _beyond, _broken = select.select([program.stdout], [], [], SECONDS)
        ready = bool(answers) and bool(program.stdout.readline())
    if not ready:
        program.kill()
        program.wait()
    return ready


def ways(rich: Rich) -> Iterator[Way]:
    """The ways of this system, in this order; none where there is no display."""
    both = json.dumps(rich._asdict()).encode()
    takers = takers_of_formatted_text()
    if "AppleScript" in takers:
        yield Way(("osascript", "-"), applescript(rich).encode("utf-8", "replace"))
    if "PowerShell" in takers:
        windows = json.dumps(rich._replace(html=cf_html(rich.html))._asdict()).encode()
        options = ("-NoProfile", "-NonInteractive", "-STA", "-Command", _POWERSHELL)
        yield Way(("powershell.exe", *options), windows)
    if "display" not in takers:
        return
    html = rich.html.encode()
    if os.environ.get("DISPLAY") and find_spec("tkinter") is not None:
        yield Way((sys.executable, "-I", str(X11)), both, stays=True)
    if os.environ.get("WAYLAND_DISPLAY"):
        yield Way(("wl-copy", "--type", "text/html"), html, both=False)
    if os.environ.get("DISPLAY"):
        yield Way(("xclip", "-selection", "clipboard", "-t", "text/html"), html, both=False)


def applescript(rich: Rich) -> str:
    """The script that sets both on macOS."""
    quoted = rich.plain.replace("\\", "\\\\").replace('"', '\\"')
    hexes = rich.html.encode().hex().upper()
    return f'set the clipboard to {{«class HTML»:«data HTML{hexes}», string:"{quoted}"}}\n'


def cf_html(html: str) -> str:
    """HTML as Windows wants it on the clipboard: offsets in bytes before it, and marks inside."""
    body = html.replace("<body>", f"<body>{_START}", 1).replace("</body>", f"{_END}</body>", 1)
    before = len(_CF_HEAD.format(0, 0, 0, 0))
    start = before + body.index(_START) + len(_START)
    end = before + body.index(_END)
    return _CF_HEAD.format(before, before + len(body), start, end) + body
