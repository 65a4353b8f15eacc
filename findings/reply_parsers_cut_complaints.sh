#!/usr/bin/env bash
# mail-parser-reply and email-reply-parser: a complaint ends where the customer lists what went wrong, or quotes somebody.
#
# Expected: the libraries take away the quoted mail below an answer and the signature; what the customer wrote stays.
# Seen: mail-parser-reply takes the first line that begins with "-late …" for a signature, so of a list of complaints only
#   "three things went wrong:" is left. Both take "On Monday he wrote:" inside the text, with no mail quoted after it, for the
#   head of a quotation and leave out the rest: here, that nobody came.
# Why it matters: these are the two small libraries for answers that came by mail. What they cut is the complaint itself, and
#   the number of comments does not show it.
# Versions: mail-parser-reply 1.33, email-reply-parser 0.5.12.
# Upstream: https://github.com/alfonsrv/mail-parser-reply, https://github.com/zapier/email-reply-parser
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet mail-parser-reply==1.33 email-reply-parser==0.5.12
env/bin/python - <<'PY'
import mailparser_reply
import email_reply_parser

LISTED = "Hello,\n\nthree things went wrong:\n-late by four days\n-the box was wet\n-no answer since\n\nAnn"
QUOTING = "Hello,\n\non the phone he was friendly.\n\nOn Monday he wrote:\nwe come tomorrow.\nNobody came.\n\nAnn"


def by_mail_parser_reply(text):
    """What is left of a mail: its first reply."""
    return mailparser_reply.EmailReplyParser(languages=["en"]).read(text=text).replies[0].body


def by_email_reply_parser(text):
    """What is left of a mail: its visible parts."""
    return email_reply_parser.EmailReplyParser.parse_reply(text)


for name, read in (("mail-parser-reply", by_mail_parser_reply), ("email-reply-parser", by_email_reply_parser)):
    for text in (LISTED, QUOTING):
        print(f"{name}: {read(text)!r}")

assert "wet" not in by_mail_parser_reply(LISTED) and "wet" in by_email_reply_parser(LISTED)
assert "Nobody came" not in by_email_reply_parser(QUOTING)
assert "Nobody came" not in by_mail_parser_reply(QUOTING)
PY
