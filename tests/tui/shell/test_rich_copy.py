"""A formatted text on the clipboard: which programs get what, and what is said of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from cxreset.sharing.preview import Rows
from cxreset.sharing.rich import Rich, of_markdown, of_rows
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell import rich_copy
from tests.tui.shell.programs import fake

linux = pytest.mark.skipif(sys.platform != "linux", reason="the programs are those of Linux")
TEXT = """# Grüße & “Küche”

- **We heard:** 240 <b>comments</b>[^1]
- Two
  - below

1. one

| Owner | Due |
| --- | --- |
| أمل | 9 Oct |

> word for word
>
> — C1

[^1]: C3, survey — “It \\* never came” 漢字
"""
SOME = Rich("<html><body><p>a&#252;</p></body></html>", 'a\\ü "b"\n')


def test_a_markdown_text_is_formatted_html_of_ascii_and_plain_lines() -> None:
    made = of_markdown([TEXT, "Second <script>x</script> [go](javascript:x)"])
    assert made.html.isascii() and '<h1 dir="auto">Gr&#252;&#223;e &amp; ' in made.html
    assert "<b>" not in made.html and "<script" not in made.html and "href" not in made.html
    for whole in ("<strong>We heard:</strong> 240", "<sup>1</sup>", "<hr>\n<ol>\n<li><p"):
        assert whole in made.html
    assert '<table border="1" cellspacing="0"' in made.html
    assert made.plain == (
        "Grüße & “Küche”\n\n• We heard: 240 <b>comments</b>[1]\n• Two\n  • below\n\n1. one\n\n"
        "Owner\tDue\nأمل\t9 Oct\n\nword for word\n\n— C1\n\n"
        "[1] C3, survey — “It * never came” 漢字\n\n---\n\n"
        "Second <script>x</script> [go](javascript:x)\n"
    )


def test_rows_are_a_table_without_formulas() -> None:
    made = of_rows(Rows(("Title", "Owner"), (("=1+1", "<i>"),)))
    assert made.plain == "Title\tOwner\n'=1+1\t<i>\n"
    assert '<td dir="auto">&#x27;=1+1</td><td dir="auto">&lt;i&gt;</td>' in made.html


def test_windows_finds_the_piece_by_its_offsets() -> None:
    made = rich_copy.cf_html(of_markdown(["a *b*"]).html)
    offsets = dict(line.split(":") for line in made.splitlines()[1:5])
    data = made.encode()
    assert data[int(offsets["StartHTML"]) : int(offsets["EndHTML"])].startswith(b"<html>")
    assert int(offsets["EndHTML"]) == len(data)
    piece = data[int(offsets["StartFragment"]) : int(offsets["EndFragment"])]
    assert piece.strip() == b'<p dir="auto">a <em>b</em></p>'


def test_macos_sets_both_by_one_script() -> None:
    made = rich_copy.applescript(SOME)
    assert f"«data HTML{SOME.html.encode().hex().upper()}»" in made
    assert 'string:"a\\\\ü \\"b\\"\n"' in made


@pytest.mark.parametrize(
    ("platform", "programs"), [("darwin", ["osascript"]), ("win32", ["powershell.exe"])]
)
def test_each_system_has_its_own_way(
    platform: str, programs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    found = list(rich_copy.ways(SOME))
    assert [one.command[0] for one in found] == programs and found[0].both
    if platform == "win32":
        given = json.loads(found[0].given)
        assert given["plain"] == SOME.plain and given["html"].startswith("Version:0.9")


@linux
async def test_what_went_is_said(
    app: CxresetApp, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None, one that holds formatted text alone, and one that holds both."""
    monkeypatch.setattr("cxreset.tui.shell.rich_copy.find_spec", lambda _: None)
    async with app.run_test(size=(80, 24)):
        message = await rich_copy.copy_rich(app, SOME)
        assert message.startswith("No program here takes a formatted text, so it went as plain")
        assert app.clipboard == SOME.plain
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
        monkeypatch.setenv("DISPLAY", ":9")
        fake(programs, "wl-copy", "exit 1")
        fake(programs, "xclip", f'echo "$@" >"{tmp_path}/how"; /bin/cat >"{tmp_path}/got"')
        message = await rich_copy.copy_rich(app, SOME)
        assert message.startswith("Copied with its formatting. Where only plain text")
        assert (tmp_path / "how").read_text() == "-selection clipboard -t text/html\n"
        assert (tmp_path / "got").read_text() == SOME.html
        monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
        fake(programs, "powershell.exe", f'/bin/cat >"{tmp_path}/both"')
        message = await rich_copy.copy_rich(app, SOME)
        assert message.startswith("Copied with its formatting, and as plain text")
        assert json.loads((tmp_path / "both").read_text())["plain"] == SOME.plain


@linux
def test_a_program_that_cannot_hold_the_clipboard_is_left(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rich_copy, "SECONDS", 0.2)
    monkeypatch.setattr("cxreset.tui.shell.rich_copy.find_spec", lambda _: True)
    monkeypatch.setenv("DISPLAY", ":9")
    for does in ("exit 1", "exec /bin/sleep 30"):
        fake(programs, "python", does)
        monkeypatch.setattr(sys, "executable", str(programs / "python"))
        assert rich_copy.taken_by(SOME) is None


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An X11 display without a screen."""
    server, reader = shutil.which("Xvfb"), shutil.which("xclip")
    if not server or not reader or not find_spec("tkinter"):
        pytest.skip("needs Xvfb, xclip and Tk")
    read, write = os.pipe()
    running = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "320x200x24"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as file:
        monkeypatch.setenv("DISPLAY", f":{file.readline().strip()}")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    yield
    running.kill()
    running.wait()


@linux
@pytest.mark.usefixtures("display")
def test_x11_holds_both_until_another_program_takes_the_clipboard() -> None:
    text = of_markdown([TEXT * 400])  # longer than what is handed over at once
    way = rich_copy.taken_by(text)
    assert way is not None and way.stays

    def pasted(kind: str) -> bytes:
        command = ["xclip", "-selection", "clipboard", "-o", "-t", kind]
        return subprocess.run(command, check=True, capture_output=True).stdout

    assert pasted("UTF8_STRING").decode() == text.plain
    assert pasted("text/html").decode() == text.html
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"new", check=True)
    assert pasted("UTF8_STRING") == b"new"
