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
from tests.sharing.pages.test_html import NOTED
from tests.sharing.sharing_samples import EMPTY, FULL

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
AXE = find_spec("axe_core_python")

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine to run axe-core in"),
    pytest.mark.skipif(AXE is None, reason="axe-core-python (a development extra) is missing"),
]

RUN = """
axe.run(document).then((found) => {
  const told = document.createElement("pre");
  told.id = "axe";
  told.textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    passes: found.passes.length,
    violations: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]),
  });
  document.body.append(told);
});
"""


def examine(page: str, folder: Path, *, dark: bool) -> dict[str, object]:
    """What axe-core says of a page. The policy forbids scripts, so the copy goes without it."""
    assert AXE is not None and AXE.origin is not None and BROWSER is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text("utf-8")
    bare, found = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert found == 1
    file = folder / "page.html"
    scripts = f"<script>{axe}</script><script>{RUN}</script></body>"
    file.write_text(bare.replace("</body>", scripts), "utf-8")
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            f"--user-data-dir={folder / 'profile'}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            *("--virtual-time-budget=10000", "--dump-dom", file.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    report = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.DOTALL)
    assert report, f"axe did not run: {done.stderr[-500:]}"
    result: dict[str, object] = json.loads(entities.unescape(report[1]))
    return result


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("facts", [FULL, EMPTY], ids=["full", "empty"])
def test_axe_finds_nothing(facts: PlanFacts, dark: bool, tmp_path: Path) -> None:
    result = examine(html.render(build_plan(facts)), tmp_path, dark=dark)
    assert result["dark"] is dark
    assert result["violations"] == []
    assert isinstance(result["passes"], int) and result["passes"] > 15


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_notes(dark: bool, tmp_path: Path) -> None:
    assert examine(html.render(NOTED), tmp_path, dark=dark)["violations"] == []


@pytest.mark.parametrize("facts", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("name", ["meeting", "pilot", "story", "procedure"])
def test_axe_finds_nothing_in_the_other_pages(name: str, facts: PlanFacts, tmp_path: Path) -> None:
    builders: dict[str, Callable[[PlanFacts], Document]] = {
        "meeting": build_meeting_pack,
        "pilot": build_pilot_page,
        "story": build_story,
        "procedure": build_procedure,
    }
    page = html.render(builders[name](facts))
    assert examine(page, tmp_path, dark=facts is EMPTY)["violations"] == []


def test_axe_finds_nothing_in_a_slip(tmp_path: Path) -> None:
    (slip, *_) = build_slips(FULL).values()
    assert examine(html.render(slip), tmp_path, dark=False)["violations"] == []


def test_axe_would_find_something(tmp_path: Path) -> None:
    page = html.render(build_plan(FULL)).replace("--quiet: #55615c", "--quiet: #d0d0d0")
    page = page.replace('<html lang="en">', "<html>")
    violations = examine(page, tmp_path, dark=False)["violations"]
    assert isinstance(violations, list)
    assert {"html-has-lang", "color-contrast"} <= {name for name, _ in violations}
