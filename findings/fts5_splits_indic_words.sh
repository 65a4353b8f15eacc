#!/usr/bin/env bash
# SQLite FTS5: the default tokenizer, named unicode61, cuts Indic and Thai words at every vowel sign and loses the sign.
#
# Expected: a word of Hindi, Tamil or Bengali is one term, as a word of Arabic, Hebrew or Korean is.
# Seen: only letters and digits make terms. Vowel signs are combining marks (categories Mc and Mn), so each ends the
#   term: Hindi for "price" is filed as two bare consonants, and a search for "tail", which has another vowel in the
#   same place, finds it; so do all words of the same consonants. The option categories 'L* N* Co Mn Mc' mends it.
# Why it matters: search over verbatims of these languages finds comments which do not hold the word, and nothing in
#   the results shows it. Counting "comments which name this pain point" by such a search overstates it.
# Version: SQLite 3.54.1 as shipped by apsw 3.54.1.0. Upstream: https://sqlite.org/fts5.html (4.3.1)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet apsw==3.54.1.0
env/bin/python - <<'PY'
import apsw

PRICE, TAIL = "दाम", "दुम"
COMMENTS = [("दाम ज़्यादा है",), ("डिलीवरी देर से हुई",)]
connection = apsw.Connection(":memory:")


def index(name: str, options: str) -> None:
    connection.execute(f"create virtual table {name} using fts5(comment, {options})")
    connection.execute(f"create virtual table {name}_terms using fts5vocab({name}, row)")


def find(table: str, word: str) -> list[str]:
    rows = connection.execute(f"select comment from {table} where {table} match ?", (f'"{word}"',))
    return [comment for (comment,) in rows]


def terms(table: str) -> list[str]:
    return [term for (term,) in connection.execute(f"select term from {table}_terms")]


index("plain", "tokenize='unicode61'")
index("mended", "tokenize=\"unicode61 categories 'L* N* Co Mn Mc'\"")
for table in ("plain", "mended"):
    connection.executemany(f"insert into {table} values (?)", COMMENTS)
    print(table, "terms:", terms(table))
    print(table, "search for price:", find(table, PRICE), "for tail:", find(table, TAIL))
assert find("plain", TAIL) == find("plain", PRICE) == [COMMENTS[0][0]]
assert find("mended", TAIL) == [] and find("mended", PRICE) == [COMMENTS[0][0]]

WORDS = {"Tamil": "தாமதம்", "Bengali": "দেরি", "Thai": "ส่งช้า", "Arabic": "تأخير", "Hebrew": "איחור", "Korean": "지연"}
for language, word in WORDS.items():
    connection.execute("delete from plain")
    connection.execute("insert into plain values (?)", (word,))
    print(f"{language}: one word, terms:", terms("plain"))
    whole = language in ("Arabic", "Hebrew", "Korean")
    assert (len(terms("plain")) == 1) is whole
PY
