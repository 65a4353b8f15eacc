"""The program's own words in the language of the interface: `_` and `ngettext`, by gettext.

The code holds the English, which is what is looked up, so an English start loads no catalogue and
no gettext. Whatever a catalogue does not know stays English. `make catalogue` finds the words: see
`scripts/catalogue.py` for what it looks at.
"""

from __future__ import annotations

from cxreset.base.locations import CATALOGUES, interface_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "cxreset"
_asked = False
_language = ""
_catalogue: NullTranslations | None = None


def _(text: str) -> str:
    """`text` in the language of the interface, or as it is."""
    found = _current()
    return found.gettext(text) if found is not None and text else text


def pgettext(context: str, text: str) -> str:
    """As `_`, for a word that means something else elsewhere: `context` tells the two apart."""
    found = _current()
    return found.pgettext(context, text) if found is not None else text


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many`, whichever the language uses with this number."""
    found = _current()
    if found is not None:
        return found.ngettext(one, many, number)
    return one if number == 1 else many


def N_(text: str) -> str:
    """`text` as it is: it is declared here, and put into the language where it is shown."""
    return text


def N_pair(one: str, many: str) -> tuple[str, str]:
    """As `N_`, for a noun that `base.text.count` is given as these two."""
    return one, many


def in_every_language(text: str) -> frozenset[str]:
    """`text` in each language there is: what may stand in a file that comes back."""
    from gettext import translation
    from pathlib import Path

    codes = [folder.name for folder in Path(CATALOGUES).iterdir()]
    found = (translation(DOMAIN, CATALOGUES, [code], fallback=True) for code in codes)
    return frozenset({text, *(catalogue.gettext(text) for catalogue in found)})


def language() -> str:
    """The code of the language that the program speaks; "" for English."""
    _current()
    return _language


def spoken_language() -> str:
    """The code of the language that the program speaks and its documents are in: `en`, `de`."""
    return language() or "en"


def ask_anew() -> None:
    """Look up the language once more: another may have been chosen."""
    global _asked, _language, _catalogue
    _asked, _language, _catalogue = False, "", None


def _current() -> NullTranslations | None:
    global _asked, _language, _catalogue
    if not _asked:
        _asked, _language = True, interface_language()
        if _language:
            from gettext import translation

            _catalogue = translation(DOMAIN, CATALOGUES, [_language], fallback=True)
    return _catalogue
