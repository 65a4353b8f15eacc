#!/usr/bin/env bash
# babel: a message that gets a plural loses its translation in the compiled catalogue, although guessing is turned off.
#
# Expected: update(template, no_fuzzy_matching=True) leaves words as they are, or leaves a new plural empty.
# Seen: a singular that becomes a pair keeps its words, with an empty plural, and is marked fuzzy. What is fuzzy is left out
#   when the catalogue is compiled, so that the singular is English from then on, too, also once the plural is filled in.
# Why it matters: "1 Kommentar" becomes "1 comment" in a program that was wholly translated, on the day somebody writes the
#   plural properly. Only a test that refuses fuzzy entries finds it.
# Version: babel 2.17.0. Upstream: https://github.com/python-babel/babel
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet babel==2.17.0
env/bin/python - <<'PY'
import gettext
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo


def spoken(catalog):
    """What a program says for one comment with this catalogue."""
    file = BytesIO()
    write_mo(file, catalog)
    return gettext.GNUTranslations(BytesIO(file.getvalue())).gettext("comment")


german = Catalog(locale="de")
german.add("comment", "Kommentar")
template = Catalog()
template.add(("comment", "comments"))
before = spoken(german)
german.update(template, no_fuzzy_matching=True)
message = german["comment"]
print("the entry:", message.id, message.string, "fuzzy" if message.fuzzy else "")
assert message.fuzzy and message.string == ("Kommentar", "")
message.string = ("Kommentar", "Kommentare")
after = spoken(german)
print("before:", before, "after, both written:", after)
assert (before, after) == ("Kommentar", "comment")
PY
