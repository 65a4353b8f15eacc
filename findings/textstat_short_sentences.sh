#!/usr/bin/env bash
# textstat: a sentence of one or two words is not counted as a sentence, its words are.
#
# Expected: "Call back. Say sorry. Check stock." counts as three sentences, and splitting text into shorter
#   sentences makes it read as easier.
# Seen: it counts as one. Splitting two sentences into four short ones therefore raises the grade (here the automated
#   readability index, from 2.4 to 4.1) where it ought to fall.
# Why it matters: steps of a plan are short imperatives. A readability gate built on textstat punishes the
#   clearest of them, and grades of lists cannot be compared with grades of paragraphs.
# Version: textstat 0.7.13, English.
#   Upstream: https://github.com/textstat/textstat
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet textstat==0.7.13
env/bin/python - <<'PY'
import textstat

steps = "Call back. Say sorry. Check stock. Write it down. Thank them."
joined = "Call the customer and say sorry. Check the stock and thank them."
split = "Call the customer. Say sorry. Check the stock. Thank them."

for text in (steps, joined, split):
    print(
        textstat.sentence_count(text),
        "sentences,",
        textstat.words_per_sentence(text),
        "words each, automated readability index",
        round(textstat.automated_readability_index(text), 1),
        "|",
        text,
    )
assert textstat.sentence_count(steps) == 1, "five sentences are written"
assert textstat.sentence_count(split) == 2, "four sentences are written"
assert textstat.sentence_count(joined) == 2
assert textstat.automated_readability_index(split) > textstat.automated_readability_index(joined)
PY
