"""Who a mail is from and whom it goes to, as its headers name them.

Read by what every form of a header has in common, not by the standard library: since 2024 its
parser refuses a whole header for a bracket, a semicolon or an "@" in a name, and takes an empty
one for somebody; before, it took the parts of such a name for addresses.
"""

from __future__ import annotations

import re

_SIGNS = r"[^\s<>()\[\],;:\"]"
_ADDRESS = re.compile(rf"{_SIGNS}+@{_SIGNS}+")
_ANGLED = re.compile(rf"<\s*({_SIGNS}+@{_SIGNS}+)\s*>")
_COMMENT = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"")
_ESCAPED = re.compile(r"\\(.)")


def writer_of(header: str) -> tuple[str, str]:
    """(name, address in lower case) of the first whom a header names; empty where it has none."""
    if angled := _ANGLED.search(header):
        return _name(header[: angled.start()]), angled[1].lower()
    if bare := _ADDRESS.search(header):
        comment = _COMMENT.search(header)
        return _name(comment[1]) if comment else "", bare[0].lower()
    return _name(header), ""


def addresses_in(header: str) -> list[str]:
    """Every address of a header, in lower case and in order; what stands in names is none."""
    found = []
    for part in re.split("[,;]", _QUOTED.sub("", header)):
        match = _ANGLED.search(part) or _ADDRESS.search(part)
        if match:
            found.append(match[match.lastindex or 0].lower())
    return found


def _name(text: str) -> str:
    bare = text.strip(" \t,;")
    if _QUOTED.fullmatch(bare):
        return _ESCAPED.sub(r"\1", bare[1:-1]).strip()
    return bare.strip("'\" ")
