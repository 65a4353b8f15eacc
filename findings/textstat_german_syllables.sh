#!/usr/bin/env bash
# textstat: German words such as "Idee", "aber", "oben" and "Abend" have one syllable, so German texts grade as easier.
#
# Expected: set_lang("de") counts the syllables of German words, as the library's formulas for German need them.
# Seen: it counts where a word may be hyphenated (by pyphen). Typography never parts off a single letter, so "A-bend",
#   "ü-ber", "o-ben", "O-ma" and "I-dee" are one syllable each, and "Ra-di-o" two.
# Why it matters: a guide in plain German is measured by these grades. The error goes one way, towards "easy enough".
# Version: textstat 0.7.13. Upstream: https://github.com/textstat/textstat
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet "setuptools<81" textstat==0.7.13
env/bin/python -W ignore - <<'PY'
import textstat

textstat.set_lang("de")
SYLLABLES = {"aber": 2, "über": 2, "oben": 2, "Abend": 2, "Idee": 2, "Oma": 2, "Radio": 3, "Antwort": 2}
counted = {word: textstat.syllable_count(word) for word in SYLLABLES}
for word, right in SYLLABLES.items():
    print(f"{word}: {right} syllables, counted {counted[word]}")
short = [word for word in SYLLABLES if counted[word] < SYLLABLES[word]]
assert short == ["aber", "über", "oben", "Abend", "Idee", "Oma", "Radio"]
PY
