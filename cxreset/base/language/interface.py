"""The languages that the program speaks: those that something is shipped in.

A language is a folder: `content-de` beside `content` for the programme, `locale/de` for the
program's own words. Nothing here names one.
"""

from __future__ import annotations

from pathlib import Path

from cxreset.base.day_words import LANGUAGES
from cxreset.base.locations import CATALOGUES
from cxreset.base.paths import shipped_dir

ENGLISH = "en"


def interface_languages() -> dict[str, str]:
    """Code -> the language's name in itself, English first."""
    english = shipped_dir()
    packs = english.parent.glob(f"{english.name}-*/pack.md")
    codes = {pack.parent.name.removeprefix(f"{english.name}-") for pack in packs}
    codes.update(path.name for path in Path(CATALOGUES).glob("*") if path.is_dir())
    plain = sorted(code for code in codes if code.isalpha() and code.islower())
    return {code: LANGUAGES.get(code, code) for code in (ENGLISH, *plain)}
