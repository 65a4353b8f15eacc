"""axe-core finds nothing to mend in the page, in a real browser, in light and in dark."""

from __future__ import annotations

import html as entities
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.meeting_pack import build_meeting_pack
from cxreset.sharing.documents.model import Document
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages import html
from tests.sharing.full_plan import FULL
from tests.sharing.pages.test_html import NOTED
from tests.sharing.sharing_samples import EMPTY

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
AXE = find_spec("axe_core_python")

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine to run axe-core in"),
    pytest.mark.skipif(AXE is None, reason="axe-core-python (a development extra) is missing"),
]

RUN = """
axe.run(document).then((found) => parent.postMessage({
  name: document.location.pathname.split("/").pop(),
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  passes: found.passes.length,
  violations: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]),
}, "*"));
"""

GATHER = """
const found = [];
addEventListener("message", (message) => {
  found.push(message.data);
  if (found.length < document.querySelectorAll("iframe").length) return;
  const text = document.createElement("pre");
  text.id = "axe";
  text.textContent = JSON.stringify(found);
  document.body.append(text);
});
"""


class Finding(NamedTuple):
    """What axe-core says of a page."""

    dark: bool
    passes: int
    violations: list[tuple[str, list[str]]]
    """The rule, and the elements that break it."""


def poor_page() -> str:
    """The plan with what axe-core should find: no language, words too pale."""
    page = html.render(build_plan(FULL)).replace("--quiet: #55615c", "--quiet: #d0d0d0")
    return page.replace('<html lang="en">', "<html>")


def light_pages() -> dict[str, str]:
    (slip, *_) = build_slips(FULL).values()
    pages = {name: html.render(build(FULL)) for name, build in BUILDERS.items()}
    pages["empty plan"] = html.render(build_plan(EMPTY))
    return pages | {"notes": html.render(NOTED), "slip": html.render(slip), "poor": poor_page()}


def dark_pages() -> dict[str, str]:
    pages = {name: html.render(build(EMPTY)) for name, build in BUILDERS.items()}
    pages["full plan"] = html.render(build_plan(FULL))
    return pages | {"notes": html.render(NOTED)}


BUILDERS: dict[str, Callable[[PlanFacts], Document]] = {
    "plan": build_plan,
    "meeting": build_meeting_pack,
    "pilot": build_pilot_page,
    "story": build_story,
    "procedure": build_procedure,
}
LIGHT = (*BUILDERS, "empty plan", "notes", "slip")
DARK = (*BUILDERS, "full plan", "notes")


def examine(pages: dict[str, str], folder: Path, *, dark: bool) -> dict[str, Finding]:
    """What axe-core says of each page, all of them in one browser, each in a frame of its own.

    The policy forbids scripts, so the copies go without it.
    """
    assert AXE is not None and AXE.origin is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text("utf-8")
    frames = ""
    for number, page in enumerate(pages.values()):
        bare, found = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        assert found == 1
        scripts = f"<script>{axe}</script><script>{RUN}</script></body>"
        (folder / f"{number}").with_suffix(".html").write_text(
            bare.replace("</body>", scripts), "utf-8"
        )
        frames += f'<iframe src="{number}.html" width="800" height="600"></iframe>'
    whole = folder / "all.html"
    whole.write_text(f"<body><script>{GATHER}</script>{frames}</body>", "utf-8")
    results = {each.pop("name"): Finding(**each) for each in browsed(whole, dark=dark)}
    return {name: results[f"{number}.html"] for number, name in enumerate(pages)}


def browsed(page: Path, *, dark: bool) -> list[dict[str, Any]]:
    """What the page gathers in a real browser."""
    assert BROWSER is not None
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            f"--user-data-dir={page.parent / 'profile'}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            *("--virtual-time-budget=60000", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    text = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.DOTALL)
    assert text, f"axe did not run: {done.stderr[-500:]}"
    results: list[dict[str, Any]] = json.loads(entities.unescape(text[1]))
    return results


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    return examine(light_pages(), tmp_path_factory.mktemp("light"), dark=False)


@pytest.fixture(scope="module")
def dark(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    return examine(dark_pages(), tmp_path_factory.mktemp("dark"), dark=True)


@pytest.mark.parametrize("name", LIGHT)
def test_axe_finds_nothing_in_light(name: str, light: dict[str, Finding]) -> None:
    assert not light[name].dark
    assert light[name].violations == []
    assert light[name].passes > 15


@pytest.mark.parametrize("name", DARK)
def test_axe_finds_nothing_in_dark(name: str, dark: dict[str, Finding]) -> None:
    assert dark[name].dark
    assert dark[name].violations == []
    assert dark[name].passes > 15


def test_axe_would_find_something(light: dict[str, Finding]) -> None:
    assert {"html-has-lang", "color-contrast"} <= {rule for rule, _ in light["poor"].violations}


def test_no_page_is_left_out() -> None:
    assert {*LIGHT, "poor"} == set(light_pages()) and set(DARK) == set(dark_pages())
