"""The docs site: whole, of this computer alone, with calls that the program knows."""

from __future__ import annotations

import asyncio
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from cxreset.cli.parser import parse
from scripts.docs_site import build, commands_in

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        find_spec("mkdocs") is None, reason="mkdocs (a development extra) is missing"
    ),
]
NARROW = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built in a folder of its own; a link that leads nowhere fails here."""
    folder = tmp_path_factory.mktemp("site")
    build(folder / "docs", folder / "site")
    return folder / "site"


def test_every_page_is_there_and_asks_nothing_of_elsewhere(site: Path) -> None:
    pages = {page.relative_to(site).as_posix(): page.read_text() for page in site.rglob("*.html")}
    assert {"index.html", "weeks/week-4.html", "reference/keys.html"} <= pages.keys()
    assert "cxreset serve" in pages["reference/commands.html"]
    assert "Write the file" in pages["reference/keys.html"]
    for name, text in pages.items():
        assert not re.search(r'(?:src|srcset)="(?:https?:)?//', text), name
        assert not re.search(r'<link[^>]+href="(?:https?:)?//', text), name
        assert "@import" not in text and "<script" not in text, name


def test_the_calls_on_the_pages_are_calls(site: Path) -> None:
    calls = [call for page in site.rglob("*.html") for call in commands_in(page.read_text())]
    assert len(calls) > 10
    for call in calls:
        parse(shlex.split(call, comments=True)[1:])  # ends the test where a word is off


def test_in_a_browser_nothing_is_amiss_and_narrow_is_wide_enough(
    site: Path, tmp_path: Path
) -> None:
    chromium = pytest.importorskip("tests.cli.web.chromium")
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core is missing")
    if chromium.BROWSER is None:
        pytest.skip("no Chromium on this machine to look at the pages in")
    rules = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    wide: dict[str, int] = {}

    async def look() -> None:
        async with chromium.browser(tmp_path, tmp_path) as page:
            await page.call("Emulation.setDeviceMetricsOverride", **NARROW)
            for path in sorted(site.rglob("*.html")):
                await page.go(path.as_uri())
                await page.script(LOADED)
                await page.script(rules)
                name = path.relative_to(site).as_posix()
                found[name] = await page.script(BROKEN)
                wide[name] = await page.script("document.documentElement.scrollWidth")

    asyncio.run(look())
    assert len(found) > 20
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert {name: width for name, width in wide.items() if width > NARROW["width"]} == {}


LOADED = """
new Promise((resolve) => {
  if (document.readyState === "complete") resolve(1);
  addEventListener("load", resolve);
})
"""
BROKEN = """
axe.run(document).then((found) => found.violations.map(
  (one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`))
"""
