#!/usr/bin/env bash
# Textual: the first visit to a screen with CSS of its own parses every stylesheet of the application again.
#
# Expected: one new source, one parse; the stylesheet has a cache of parsed sources for this.
# Seen: Stylesheet.reparse() starts from an empty stylesheet with an empty cache, so opening a screen with one new source
#   parses that one and all earlier ones. Opening the same screen again, or one without CSS, parses none.
# Why it matters: the cost of opening the n-th screen grows with all screens opened before it. A workbook of many small
#   screens with CSS on each is slow to open for the first time; the same rules in the application's CSS are parsed once.
# Version: textual 8.2.8. Upstream: https://github.com/Textualize/textual
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet textual==8.2.8
env/bin/python - <<'PY'
import asyncio

from textual.app import App
from textual.css import stylesheet
from textual.screen import Screen

parsed: list[object] = []
parse = stylesheet.parse


def counting(scope: str, css: str, read_from: object, **options: object) -> object:
    parsed.append(read_from)
    return parse(scope, css, read_from, **options)


stylesheet.parse = counting


class Pains(Screen):
    CSS = "Pains { background: blue; }"


class Quotes(Screen):
    CSS = "Quotes { background: green; }"


class Bare(Screen):
    pass


async def visit() -> list[tuple[str, int, int, int]]:
    """For each visit: the screen, new sources, all sources, sources parsed."""
    visits = []
    app = App()
    async with app.run_test() as pilot:
        for screen in (Pains, Quotes, Bare, Pains):
            before = len(app.stylesheet.source)
            parsed.clear()
            await app.push_screen(screen())
            await pilot.pause()
            sources = len(app.stylesheet.source)
            visits.append((screen.__name__, sources - before, sources, len(parsed)))
            await app.pop_screen()
    return visits


pains, quotes, bare, again = visits = asyncio.run(visit())
for name, new, sources, count in visits:
    print(f"{name}: {new} new of {sources} sources, {count} parsed")
assert pains[1] == quotes[1] == 1, "one new source each"
assert pains[3] >= pains[2] > 1 and quotes[3] >= quotes[2] > pains[2], "all are parsed"
assert bare[3] == again[3] == 0
PY
