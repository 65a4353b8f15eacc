"""Build the docs site: gather the pages, make some of them from the code, run mkdocs.

    python -m scripts.docs_site

The pages are gathered in build/docs and the site is in build/site, which can be read from the disk.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from itertools import count
from pathlib import Path

from textual.binding import Binding

from cxreset.base.paths import content_dir
from cxreset.cli.describe.spec import Command, spec
from cxreset.cli.parser import build_parser
from cxreset.programme.model import Pack, Week
from cxreset.programme.pack import load_pack
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets import SHEETS
from scripts.source_pages import samples, source_page, sources_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GATHERED = ROOT / "build" / "docs"
SITE = ROOT / "build" / "site"
SCREENS = ("today", "week", "actions", "scoreboard", "practices", "journal", "share", "help")


def gather(to: Path) -> None:
    """All pages, in one folder."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(DOCS, to, ignore=shutil.ignore_patterns("site"))
    shutil.copytree(DOCS / "site" / "pages", to, dirs_exist_ok=True)
    pack = load_pack(content_dir(None), None)
    pages = {f"weeks/week-{week.number}.md": week_page(pack, week) for week in pack.weeks}
    pages["reference/commands.md"] = commands_page()
    pages["reference/keys.md"] = keys_page()
    found = samples()
    pages |= {f"sources/{name}.md": source_page(name, sample) for name, sample in found.items()}
    pages["sources/index.md"] = sources_page(list(found))
    for name, text in pages.items():
        page = to / name
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")


def week_page(pack: Pack, week: Week) -> str:
    """A week of the method: what it is for, and each step with why, how and when it is done."""
    names = pack.headings
    parts = [f"# Week {week.number}: {week.title}", week.objective, week.text]
    for step in pack.steps:
        if step.week == week.id:
            parts += [f"## {step.number} {step.title}", f"{step.minutes} minutes. {step.summary}"]
            for name, text in ((names.why, step.why), (names.how, step.how)):
                parts += [f"**{name}**", text]
            parts += [f"**{names.done}**", step.done]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def commands_page() -> str:
    """Every command with what it takes, from the parser."""
    whole = spec(build_parser())
    lines = ["# Commands", whole["command"]["help"], *_command(whole["command"])]
    lines += ["## Exit codes", "| Code | Meaning |\n|---|---|"]
    codes = [f"| {code} | {meaning} |" for code, meaning in whole["exit_codes"].items()]
    return "\n\n".join(lines) + "\n" + "\n".join(codes) + "\n"


def _command(command: Command) -> Iterator[str]:
    if command["name"]:
        yield f"## cxreset {command['name']}"
        yield command["help"]
    arguments = [one for one in command["arguments"] if "--help" not in one["names"]]
    if arguments:
        rows = ["| Word | Meaning |", "|---|---|"]
        for one in arguments:
            value = "" if one["kind"] == "flag" else one["name"]
            word = " ".join(filter(None, (", ".join(one["names"]), value)))
            rows.append(f"| `{_cell(word)}` | {_cell(one['help'])} |")
        yield "\n".join(rows)
    for inner in command["commands"]:
        yield from _command(inner)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def keys_page() -> str:
    """The keys of every screen and worksheet, from the commands' one definition."""
    clicked = "Every command can also be clicked, or found by its name with `Ctrl+P`."
    parts = ["# Keys", f"{clicked} A capital letter is typed with Shift; `⏎` is Enter."]
    parts += ["## Everywhere", _keys(CxresetApp)]
    for name in SCREENS:
        module = import_module(f"cxreset.tui.screens.{name}.screen")
        parts += _of_module(name.title(), module.__name__)
    for name, where in SHEETS.items():
        parts += _of_module(f"Worksheet: {name}", f"cxreset.tui.worksheets.{where.split(':')[0]}")
    return "\n\n".join(parts) + "\n"


def _of_module(title: str, name: str) -> list[str]:
    module = import_module(name)
    tables = [
        _keys(found)
        for found in vars(module).values()
        if inspect.isclass(found) and found.__module__ == name and "BINDINGS" in vars(found)
    ]
    tables = [table for table in tables if table]
    return [f"## {title}", *tables] if tables else []


def _keys(owner: type) -> str:
    """A table of an owner's commands, its own first, then those of every place like it; empty when
    it has none that are explained."""
    ours = [base for base in owner.__mro__ if base.__module__.startswith("cxreset.")]
    explained = {
        binding.key: binding
        for base in reversed(ours)
        for binding in reversed(vars(base).get("BINDINGS", ()))
        if isinstance(binding, Binding) and binding.tooltip
    }
    rows = [
        f"| `{_cell(binding.key_display or binding.key.partition(',')[0])}` "
        f"| {_cell(binding.description)} | {_cell(binding.tooltip)} |"
        for binding in reversed(explained.values())
    ]
    return "\n".join(["| Key | Name | Does |", "|---|---|---|", *rows]) if rows else ""


def build(gathered: Path = GATHERED, site: Path = SITE) -> None:
    """Build the site; raises CalledProcessError where mkdocs finds a link that leads nowhere."""
    gather(gathered)
    config = DOCS / "site" / "mkdocs.yml"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config, "-d", site],
        env={**os.environ, "CXRESET_GATHERED_DOCS": str(gathered)},
        check=True,
    )
    for page in site.rglob("*.html"):
        page.write_text(_reachable(page.read_text(encoding="utf-8")), encoding="utf-8")


def _reachable(html: str) -> str:
    """Wide tables and code scroll by themselves, also by the keyboard, and say what they are."""
    numbers = count(1)

    def scrolling(table: re.Match[str]) -> str:
        label = f'role="region" aria-label="Table {next(numbers)}" tabindex="0"'
        return f'<div class="wide" {label}>{table.group()}</div>'

    html = re.sub(r"<table>.*?</table>", scrolling, html, flags=re.DOTALL)
    html = html.replace("<th></th>", "<td></td>")
    return html.replace("<pre>", '<pre tabindex="0">')


def commands_in(text: str) -> list[str]:
    """The calls of cxreset that stand in a page's code, one a line."""
    blocks = re.findall(r"<pre[^>]*>(.*?)</pre>", text, flags=re.DOTALL)
    plain = unescape(re.sub(r"<[^>]+>", "", "\n".join(blocks)))
    return [line.strip() for line in plain.splitlines() if line.strip().startswith("cxreset")]


if __name__ == "__main__":
    build()
    print(SITE / "index.html")
