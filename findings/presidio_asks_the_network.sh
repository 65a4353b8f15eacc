#!/usr/bin/env bash
# presidio-analyzer: the first e-mail address it checks makes it ask two hosts on the internet.
#
# Expected: finding personal data in a text is work on that text alone; the package runs "on premises", and its models
#   are installed before.
# Seen: the recogniser of e-mail addresses checks an address's domain with tldextract, which fetches the public suffix
#   list when it is first used: from publicsuffix.org, then from GitHub. Where both are refused the address is found all
#   the same, by the list that the package brings, after a traceback in the log. Later addresses ask nobody.
# Why it matters: whoever masks customers' words on a machine that must stay offline, or with a firewall that reports,
#   sees a connection they did not expect. `tldextract.TLDExtract(suffix_list_urls=())` would be the way without.
# Version: presidio-analyzer 2.2.360, tldextract 5.4.0. Upstream: https://github.com/microsoft/presidio
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet presidio-analyzer==2.2.360 tldextract==5.4.0
HOME="$work" TLDEXTRACT_CACHE="$work/cache" env/bin/python - <<'PY'
import logging
import socket

asked = []


def refuse(host, *rest, **named):
    asked.append(host)
    raise OSError("no network here")


socket.getaddrinfo = refuse
logging.disable(logging.CRITICAL)
from presidio_analyzer.predefined_recognizers import EmailRecognizer

recognizer = EmailRecognizer()
assert asked == [], "made without a question"
first = recognizer.analyze("Please write to eva.adler@example.org", ["EMAIL_ADDRESS"], None)
print("asked for", asked)
hosts = list(asked)
second = recognizer.analyze("or to sam.whitlock@example.com", ["EMAIL_ADDRESS"], None)
print("found", [[round(each.score, 2) for each in found] for found in (first, second)])
assert hosts == ["publicsuffix.org", "raw.githubusercontent.com"], hosts
assert asked == hosts, "later addresses ask nobody"
assert first and second, "found without the network"
PY
