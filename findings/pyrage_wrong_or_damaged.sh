#!/usr/bin/env bash
# pyrage (age encryption for Python): a wrong passphrase and a damaged file are one exception, told apart by two words.
#
# Expected: a wrong passphrase, a file cut short and a file that is not encrypted at all raise different errors, so that
#   a program can say which it was.
# Seen: all raise DecryptError. Only the text differs: "Decryption failed" is the wrong passphrase, "decryption error" a
#   damaged body, "Header is invalid" no age file, "failed to fill whole buffer" an empty one.
# Why it matters: whoever restores a backup is told "wrong passphrase" for a file that a stick has spoilt, or the other
#   way round, and tries for an hour. A program that wants to be honest must name both.
# Version: pyrage 1.4.0. Upstream: https://github.com/woodruffw/pyrage
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet pyrage==1.4.0
env/bin/python - <<'PY'
import pyrage

made = pyrage.passphrase.encrypt(b"An invented backup. " * 500, "the right one")
CASES = {
    "wrong passphrase": (made, "another", "Decryption failed"),
    "cut short": (made[:-400], "the right one", "decryption error"),
    "last bytes changed": (made[:-10] + bytes(10), "the right one", "decryption error"),
    "not encrypted": (b"SQLite format 3\0" + bytes(100), "the right one", "Header is invalid"),
    "empty": (b"", "the right one", "failed to fill whole buffer"),
}
kinds = set()
for name, (data, passphrase, expected) in CASES.items():
    try:
        pyrage.passphrase.decrypt(data, passphrase)
    except Exception as error:
        kinds.add(type(error))
        print(f"{name}: {type(error).__name__}: {error}")
        assert str(error) == expected
    else:
        raise AssertionError(name)
assert kinds == {pyrage.DecryptError}
PY
