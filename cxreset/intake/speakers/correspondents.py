"""Who a mail is from and whom it goes to, as its headers name them.

Read by what every form of a header has in common, not by the standard library: since 2024 its
parser refuses a whole header for a bracket, a semicolon or an "@" in a name, and takes an empty
one for somebody; before, it took the parts of such a name for addresses.
"""

from __future__ import annotations

import re

_SIGN = r"[^\s<>()\[\],;:\"@]"
_ADDRESS = re.compile(rf"{_SIGN}{{1,64}}@{_SIGN}{{1,255}}")
_ANGLED = re.compile(rf"<\s?({_SIGN}{{1,64}}@{_SIGN}{{1,255}})\s?>")
_COMMENT = re.compile(r"\(([^()]{0,200})\)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"")
_ESCAPED = re.compile(r"\\(.)")
_PART = re.compile(r"[^,;]+")
_MOST = 4000
"""Signs of a header that are read: enough for a hundred people, and for any writer."""


def writer_of(header: str) -> tuple[str, str]:
    """(name, address in lower case) of the first whom a header names; empty where it has none."""
    header = header[:_MOST]
    bare = _without_quotes(header)
    for part in _PART.finditer(bare):
        if angled := _ANGLED.search(bare, *part.span()):
            return _name(header[: angled.start()]), angled[1].lower()
        if address := _ADDRESS.search(bare, *part.span()):
            comment = _COMMENT.search(header, address.end())
            return _name(comment[1]) if comment else "", address[0].lower()
    return _name(header), ""


def addresses_in(header: str) -> list[str]:
    """Every address of a header, in lower case and in order; what stands in names is none."""
    bare = _without_quotes(header[:_MOST])
    found = []
    for part in _PART.finditer(bare):
        if angled := _ANGLED.search(bare, *part.span()):
            found.append(angled[1].lower())
        elif address := _ADDRESS.search(bare, *part.span()):
            found.append(address[0].lower())
    return found


def _without_quotes(header: str) -> str:
    """The header with blanks where a name stands in quotes, every other sign in its place."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), header)


def _name(text: str) -> str:
    bare = text.strip(" \t,;")
    if _QUOTED.fullmatch(bare):
        return _ESCAPED.sub(r"\1", bare[1:-1]).strip()
    return bare.strip("'\" ")
