#!/usr/bin/env bash
# Textual: a ticked and an unticked entry of a SelectionList are the same letters, and differ in colour alone.
#
# Expected: what is ticked has a sign of its own, as a Checkbox or RadioButton of a form on paper.
# Seen: both show the same cross in the same half blocks. In a terminal without colours, in a picture printed in grey, and as a
#   screen reader of the terminal hears it, the list says nothing about what is chosen.
# Why it matters: what is carried over into the next thirty days, and what becomes of an agenda's items, is chosen in such a
#   list. One entry too many is not seen.
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
from textual.widgets import SelectionList


class Choosing(App):
    """A list of two, the first of them ticked."""

    def compose(self):
        yield SelectionList(("Late delivery", 1, True), ("Lost refund", 2, False))


async def lines():
    """The two entries as letters, and the styles of their signs."""
    app = Choosing()
    async with app.run_test() as pilot:
        await pilot.pause()
        rows = [app.query_one(SelectionList).render_line(number) for number in (0, 1)]
        signs = [[str(segment.style) for segment in row if "X" in segment.text] for row in rows]
        return [row.text.split("L")[0].strip() for row in rows], signs


(ticked, unticked), (of_ticked, of_unticked) = asyncio.run(lines())
print(f"ticked {ticked!r} in {of_ticked}, unticked {unticked!r} in {of_unticked}")
assert ticked == unticked != "" and of_ticked != of_unticked
PY
