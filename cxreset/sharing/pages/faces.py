"""Which faces set a script that typst's own does not have; the first that is installed is taken.

Left to itself typst takes any face with the letters, its mathematical one for Hindi and its
typewriter's for Arabic, and says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple


class Script(NamedTuple):
    """The letters of a script as a range of a regular expression, and faces, the best first."""

    letters: str
    faces: tuple[str, ...]


def _noto(name: str, *others: str) -> tuple[str, ...]:
    return (f"Noto Serif {name}", f"Noto Sans {name}", *others)


_JAPANESE = _noto("CJK JP", "Hiragino Mincho ProN", "Yu Mincho", "MS Mincho")
_KOREAN = _noto("CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "Batang")
_CHINESE = _noto("CJK SC", "Songti SC", "PingFang SC", "SimSun", "Microsoft YaHei")

# Kana and Hangul come before the Chinese characters that Japanese and Korean share: what a text
# needs first says in whose shapes those are set.
SCRIPTS = (
    Script("\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
           ("Noto Naskh Arabic", "Geeza Pro", "Noto Sans Arabic", "Traditional Arabic", "Arial")),
    Script("\u0590-\u05ff\ufb1d-\ufb4f", _noto("Hebrew", "New Peninim MT", "David", "Arial")),
    Script("\u0900-\u097f\ua8e0-\ua8ff", _noto("Devanagari", "Kohinoor Devanagari", "Nirmala UI",
                                               "Mangal")),
    Script("\u0980-\u09ff", _noto("Bengali", "Kohinoor Bangla", "Nirmala UI")),
    Script("\u0a00-\u0a7f", _noto("Gurmukhi", "Gurmukhi MN", "Nirmala UI")),
    Script("\u0a80-\u0aff", _noto("Gujarati", "Gujarati Sangam MN", "Nirmala UI")),
    Script("\u0b80-\u0bff", _noto("Tamil", "Tamil Sangam MN", "Nirmala UI")),
    Script("\u0c00-\u0c7f", _noto("Telugu", "Telugu Sangam MN", "Nirmala UI")),
    Script("\u0c80-\u0cff", _noto("Kannada", "Kannada Sangam MN", "Nirmala UI")),
    Script("\u0d00-\u0d7f", _noto("Malayalam", "Malayalam Sangam MN", "Nirmala UI")),
    Script("\u0e00-\u0e7f", _noto("Thai", "Thonburi", "Leelawadee UI", "Tahoma")),
    Script("\u10a0-\u10ff", _noto("Georgian", "Sylfaen")),
    Script("\u0530-\u058f", _noto("Armenian", "Mshtakan", "Sylfaen")),
    Script("\u1200-\u137f", _noto("Ethiopic", "Kefa", "Ebrima")),
    Script("\u3040-\u30ff\u31f0-\u31ff", _JAPANESE),
    Script("\u1100-\u11ff\uac00-\ud7a3", _KOREAN),
    Script("\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
           _CHINESE),
    Script("\u2600-\u27bf\U0001f000-\U0001faff",
           ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")),
)  # fmt: skip


def faces_for(texts: Iterable[str], installed: Set[str]) -> list[str]:
    """The faces for these texts' scripts, each once and in the order of `SCRIPTS`."""
    letters = "".join(set("".join(texts)))
    return list(dict.fromkeys(_chosen(letters, installed)))


def _chosen(letters: str, installed: Set[str]) -> Iterator[str]:
    for script in SCRIPTS:
        if re.search(f"[{script.letters}]", letters):
            yield from [face for face in script.faces if face in installed][:1]
