#!/usr/bin/env bash
# Textual: of two updates of one text, the second keeps the width of the first if another text was laid out between them.
#
# Expected: Static.update() asks for a layout each time, so a text with `width: auto` becomes as wide as its words.
# Seen: while a widget's handler waits for something, its first update is laid out at once when another widget changes.
#   The second is not: "one two three" is shown in three cells, as "one", and stays so until something else about the
#   widget changes. Widget.refresh(layout=True) counts a request only when none is open, and the width is kept by that count.
# Why it matters: a label that counts comments while they are read ends up cut off, without an error, on some machines and
#   Python releases and not on others, for it depends on who comes first.
# Version: textual 8.2.8. Upstream: https://github.com/Textualize/textual
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet textual==8.2.8
env/bin/python - <<'PY'
import asyncio

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Row(App[None]):
    CSS = "Static { width: auto; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("a", id="busy")
            yield Static("b", id="other")


async def width(with_another: bool) -> int:
    """Cells of "one two three" after two updates, with or without one of its neighbour between."""
    free = asyncio.Event()
    app = Row()
    async with app.run_test() as pilot:
        busy = app.query_one("#busy", Static)
        busy.call_later(free.wait)  # a handler that waits, as one does that reads a file
        await asyncio.sleep(0.2)
        busy.update("one")
        if with_another:
            app.query_one("#other", Static).update("c")
            await asyncio.sleep(0.3)
        busy.update("one two three")
        free.set()
        await pilot.pause(0.3)
        return busy.size.width


alone, between = asyncio.run(width(False)), asyncio.run(width(True))
print(f"two updates: {alone} cells; with another widget laid out between them: {between} cells")
assert (alone, between) == (13, 3)
PY
