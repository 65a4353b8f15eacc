#!/usr/bin/env bash
# Textual: letters typed right behind the key that opens a field never reach the field.
#
# Expected: keys act in the order in which they were typed: "n" opens a field and puts the cursor into it, "hello" stands there.
# Seen: when the keys come at once, as from a paste, a slow line or a fast hand, the field has the focus and is empty. A key is
#   handed to what has the focus when it arrives; the app's own binding runs only once its key has come up from there. The
#   letters behind it are with the list by then, where each may be a command. With a pause between the keys all is well.
# Why it matters: "n" for a new line and then the sentence is how notes are taken in a meeting. The first letters of a sentence
#   are lost, or do something.
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
from textual.events import Key
from textual.widgets import Input, Label, ListItem, ListView


class Notes(App):
    """A list, and a key that opens a field."""

    BINDINGS = [("n", "new", "New")]

    def compose(self):
        yield ListView(ListItem(Label("first")), ListItem(Label("second")))

    def action_new(self):
        field = Input()
        self.mount(field)
        field.focus()


async def typed(*, at_once):
    """What the field holds after "n" and "hello"."""
    app = Notes()
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in "nhello":
            app.post_message(Key(key, key))
            if not at_once:
                await pilot.pause()
        for _ in range(5):
            await pilot.pause()
        field = app.query_one(Input)
        assert app.focused is field
        return field.value


slowly = asyncio.run(typed(at_once=False))
at_once = asyncio.run(typed(at_once=True))
print(f"slowly: {slowly!r}; at once: {at_once!r}")
assert slowly == "hello" and at_once == ""
PY
