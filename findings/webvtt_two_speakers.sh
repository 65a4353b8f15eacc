#!/usr/bin/env bash
# webvtt-py: in a caption with two speakers, the second one's words are given to the first.
#
# Expected: both voices of a cue (the format allows several <v> spans in one), or no voice where it is not unique.
# Seen: .voice names the first only, .text joins both speakers' words without a mark between them. Only .raw_text still
#   holds the second name.
# Why it matters: in an interview the interviewer asks and the customer answers, often in one cue. "Two days late." is
#   filed as said by the interviewer; a filter on the customer's voice finds nothing, and a verbatim is lost.
# Version: webvtt-py 0.6.0. Upstream: https://github.com/glut23/webvtt-py
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet webvtt-py==0.6.0
env/bin/python - <<'PY'
import webvtt

TEXT = """WEBVTT

00:01.000 --> 00:04.000
<v Interviewer>How was the delivery?</v>
<v Customer>Two days late.</v>

00:05.000 --> 00:08.000
<v Customer>It was raining.</v>
"""
captions = list(webvtt.from_string(TEXT))
for caption in captions:
    print(repr(caption.voice), repr(caption.text))
asked, answered = captions
assert asked.voice == "Interviewer" and asked.text == "How was the delivery?\nTwo days late."
assert "Customer" in asked.raw_text
of_customer = [caption.text for caption in captions if caption.voice == "Customer"]
print("by the customer:", of_customer)
assert of_customer == ["It was raining."]
PY
