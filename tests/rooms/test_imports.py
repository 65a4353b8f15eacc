"""What a start loads: nothing that an everyday call or the first screen has no use for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxreset.base.paths import cache_dir
from cxreset.cli import main
from tests.paths import ROOT

LIBRARIES = ["sqlmodel", "sqlalchemy", "pydantic", "markdown_it", "mdit_py_plugins", "yaml"]
ROOMS = ["cxreset.workbook.tables", "cxreset.workbook.book", "cxreset.sharing", "cxreset.intake"]
HEAVY = LIBRARIES + ROOMS
SCREEN = ["textual", "rich"]
# Of the standard library: each of them costs as much as a tenth of a start of Python, or more.
SLOW = [
    *("argparse", "dataclasses", "difflib", "enum", "hashlib", "importlib", "inspect", "json"),
    *("logging", "pathlib", "re", "shutil", "subprocess", "tempfile", "textwrap", "typing"),
]
NOT_TO_READ = [*SLOW, "contextlib"]
REPORT = (
    f"import sys; print([n for n in {[*HEAVY, *SCREEN]!r} if n in sys.modules], file=sys.stderr)"
)


def python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=True,
    )


@pytest.fixture
def begun(home: Path) -> None:
    """A workbook, and the parsed content in the cache."""
    assert main(["start", "--name", "Dana"]) == 0
    assert list(cache_dir().rglob("pack-*"))


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["today"],
        ["today", "--on", "tomorrow"],
        ["done", "1.1"],
        ["undone", "1.1"],
        ["status"],
        ["status", "--json"],
    ],
    ids=lambda words: " ".join(words) or "no words",
)
def test_everyday_calls_stay_light(words: list[str]) -> None:
    result = python(f"from cxreset.cli import main; assert main({words!r}) == 0; {REPORT}")
    assert result.stderr.splitlines()[-1] == "[]"


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("words", "never"),
    [
        (["today"], NOT_TO_READ),
        (["status"], NOT_TO_READ),
        (["--version"], [*NOT_TO_READ, "sqlite3", "datetime"]),
        (["done", "1.1"], SLOW),
        (["undone", "1.1"], SLOW),
    ],
    ids=lambda value: " ".join(value[:2]),
)
def test_everyday_calls_ask_little_of_the_standard_library(
    words: list[str], never: list[str]
) -> None:
    if words[0] in ("done", "undone"):  # the first write of the half hour makes a backup
        assert main(["backup"]) == 0
    result = python(
        "import sys; before = set(sys.modules);"
        f"from cxreset.cli import main; assert main({words!r}) == 0;"
        f"print(sorted(set({never!r}) & set(sys.modules) - before), file=sys.stderr)"
    )
    assert result.stderr.splitlines()[-1] == "[]"


@pytest.mark.usefixtures("begun")
def test_a_heavy_call_is_seen() -> None:
    """The look at the modules above would notice."""
    result = python(
        f"from cxreset.cli import main; assert main(['export', '-o', '-']) == 0; {REPORT}"
    )
    assert "sqlmodel" in result.stderr


@pytest.mark.usefixtures("begun")
def test_the_first_screen_is_usable_before_the_heavy_rooms_load() -> None:
    # Textual is made of rich, so that one is not ours to leave out.
    result = python(
        f"""
import asyncio, sys
from datetime import date
from pathlib import Path
from cxreset.base.paths import cache_dir, content_dir, workbook_path
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import open_reset
from cxreset.tui.app import CxresetApp

pack = load_pack(content_dir(), cache_dir())
reset = open_reset(workbook_path(), pack, date.today)
app = CxresetApp(pack, reset, lambda settings: reset, today=date.today, where="here")

async def look():
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "TodayScreen", app.screen
        print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
asyncio.run(look())
"""
    )
    assert result.stderr.splitlines()[-1] == "[]"
