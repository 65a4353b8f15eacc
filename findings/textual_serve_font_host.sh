#!/usr/bin/env bash
# textual-serve: the page of an app on one's own computer asks a font host on the internet, beside the font it brings.
#
# Expected: a page served by and for one computer loads everything from there; the package holds Roboto Mono itself.
# Seen: the template's first link is a stylesheet of fonts.googleapis.com for the same face. Without a network the page
#   waits for it; with one, each opening tells another company that the app is in use.
# Why it matters: a workbook of customers' words that promises "nothing leaves this computer" cannot use the stock page.
# Version: textual-serve 1.1.3. Upstream: https://github.com/Textualize/textual-serve
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet textual-serve==1.1.3
env/bin/python - <<'PY'
import re
from importlib.resources import files

package = files("textual_serve")
(page,) = (one for one in (package / "templates").iterdir() if one.name.endswith(".html"))
asked = re.findall(r'href="(https?://[^"]+)"', page.read_text())
brought = sorted(one.name for one in (package / "static" / "fonts").iterdir())
print("asks:", asked)
print("brings:", brought)
assert asked == ["https://fonts.googleapis.com/css?family=Roboto%20Mono"]
assert "RobotoMono-VariableFont_wght.ttf" in brought
PY
