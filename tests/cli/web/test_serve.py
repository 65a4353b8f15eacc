"""`cxreset serve` in a real browser: from the welcome to a plan, with keys, clicks and files."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.web.chromium import BROWSER, PATIENCE_SECONDS, Page, browser
from tests.paths import ROOT

STAY = "2"  # seconds that a closed page is waited for
FEEDBACK = """Comment,Date
"The parcel came a week late and nobody messages why",2026-08-03
"Two different arrival dates for the same sofa",2026-08-04
"Friendly fitters, lovely table",2026-08-05
"""
PAINS = ("Late without a word", "Two dates", "Nobody says why")
DROP = """
(() => {
  const files = new DataTransfer();
  files.items.add(new File([%r], "Stimmen März.csv", {type: "text/csv"}));
  const chooser = document.querySelector("#file");
  chooser.files = files.files;
  chooser.dispatchEvent(new Event("change"));
})()
"""


class Served(NamedTuple):
    process: asyncio.subprocess.Process
    address: str


@asynccontextmanager
async def serving(workbook: Path) -> AsyncIterator[Served]:
    """`cxreset serve` on a workbook; killed if it still runs."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "cxreset", "serve", "--workbook", str(workbook)),
        *("--no-browser", "--stay", STAY),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE_SECONDS)
        yield Served(process, line.decode().strip())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ended(served: Served) -> tuple[int | None, str]:
    """Its exit code and what it messages, once it has ended by itself."""
    _, messages = await asyncio.wait_for(served.process.communicate(), PATIENCE_SECONDS)
    return served.process.returncode, messages.decode()


def asked(workbook: Path, question: str) -> list[tuple[str | int, ...]]:
    connection = sqlite3.connect(workbook)
    try:
        rows: list[tuple[str | int, ...]] = connection.execute(question).fetchall()
        return rows
    finally:
        connection.close()


async def to_a_plan(page: Page, downloads: Path) -> Path:
    """Welcome, import, a pain with its proof, and the plan as a download."""
    await page.sees("Your name")
    await page.write("Dana Löw")
    await page.click("Begin")
    await page.sees("Read two hours of raw feedback")
    await page.press("Enter")
    await page.sees("Press i to import a file")
    await page.press("i")
    await page.sees("Import a file of feedback")
    await page.script(DROP % FEEDBACK)
    await page.sees("3 comments")
    await page.press("Enter")
    await page.sees("takes this import back")
    await page.press("Escape")
    await page.misses("takes this import back")
    for number, pain in enumerate(PAINS, 1):
        await page.press("n")
        await page.sees("Name a pain point")
        if number == len(PAINS):
            await page.paste(pain)  # in one piece, as from a mail
            await page.sees(pain)
        else:
            await page.write(pain)
        await page.press("Enter")
        await page.sees(f"tied to P{number}.")  # the comment in hand
        await page.press("ArrowDown")
    await page.press("e")
    await page.sees("led by Dana Löw")
    await page.press("c")
    await page.sees("As Markdown")
    copied = await page.script("navigator.clipboard.readText()")
    assert "Dana Löw" in copied
    await page.press("s")
    await page.until(lambda: bool(list(downloads.glob("*.html"))), "the plan")
    (plan,) = downloads.glob("*.html")
    await page.until(lambda: "</html>" in plan.read_text(encoding="utf-8"), "all of the plan")
    return plan


@pytest.mark.long
@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine to open the page in")
def test_the_program_on_a_page(tmp_path: Path) -> None:
    async def walk() -> None:
        workbook, downloads = tmp_path / "reset.cxreset", tmp_path / "downloads"
        downloads.mkdir()
        async with serving(workbook) as served, browser(tmp_path, downloads) as page:
            await page.go(served.address)
            plan = await to_a_plan(page, downloads)
            assert "led by Dana Löw" in plan.read_text(encoding="utf-8")
            origin = served.address.partition("/?")[0]
            assert all(one.startswith((origin, "data:", "about:")) for one in page.requests)
            assert page.trouble == []
            # loaded again, the page shows what it showed, at its new size
            await page.call(
                "Emulation.setDeviceMetricsOverride",
                width=900, height=600, deviceScaleFactor=1, mobile=False,
            )  # fmt: skip
            await page.call("Page.reload")
            await page.sees("led by Dana Löw")
            await page.press("j")
            await page.sees("Journal")
            await page.go("about:blank")
            code, messages = await ended(served)
        assert code == 0, messages
        assert "Everything written on it is stored" in messages
        assert asked(workbook, "select title from pain order by id") == [(one,) for one in PAINS]
        assert asked(workbook, "select count(*) from evidence") == [(3,)]
        assert asked(workbook, "select count(*) from feedback") == [(3,)]

    asyncio.run(walk())
