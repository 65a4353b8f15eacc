#!/usr/bin/env bash
# VADER: praise in German is among the worst there is, because "die" is an article there and "war" means "was".
#
# Expected: a word list for English finds nothing in other languages, so that German comments come out neutral.
# Seen: "Die Lieferung war die beste" (the delivery was the best) has a compound of -0.91 on a scale from -1 to 1, "Alles war
#   gut" (all was well) -0.60: two of the most frequent German words are read as English. A complaint without them is 0.
# Why it matters: a shop that sells abroad has both languages in one export. Averages by country then compare how often
#   customers used an article; what stands on top of the list of angriest comments may be the happiest.
# Version: vaderSentiment 3.3.2. Upstream: https://github.com/cjhutto/vaderSentiment
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet vaderSentiment==3.3.2
env/bin/python - <<'PY'
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

analyser = SentimentIntensityAnalyzer()


def compound(comment):
    """What the list makes of one comment, from -1 to 1."""
    value = analyser.polarity_scores(comment)["compound"]
    print(f"{value:+.2f}  {comment}")
    return value


best = compound("Die Lieferung war die beste")
well = compound("Alles war gut")
complaint = compound("Der Fahrer kam zu spät und unfreundlich")
english = compound("The delivery was the best")
assert best < -0.9 and well < -0.5 and complaint == 0 and english > 0.6
PY
