"""Who the customer is, by a cell: many say that it is nobody."""

from __future__ import annotations

from cxreset.intake.columns.plain import simple
from cxreset.intake.values.words import clean_text, is_no_answer

_NOBODY = {
    *("anonymous", "anonym", "anonyme", "anonimo", "anonimowy", "аноним", "guest", "unknown"),
    *("customer", "user", "a google user", "google user", "anonymous user", "anonymous customer"),
    *("amazon customer", "kindle customer", "anonymous guest", "private", "hidden", "not given"),
    *("ein google nutzer", "deleted user", "deleted", "unbekannt", "inconnu", "gast", "anoniem"),
    *(
        "匿名",
        "匿名ユーザー",
        "익명",
        "匿名用户",
        "مجهول",
        "ανωνυμος",
        "not provided",
        "not available",
    ),
}
_NOBODY_LENGTH = 30  # characters of a name that may be nobody's
_NOBODY_PLAIN = frozenset(map(simple, _NOBODY))


def customer_name(cell: str) -> str:
    """Who a cell says the customer is; empty for `anonymous`, `Guest`, `deleted user`, `匿名`."""
    name = clean_text(cell)
    if name[-1:].isdigit():
        return name
    if name and is_no_answer(name):
        return ""
    if len(name) >= _NOBODY_LENGTH:
        return name
    plain = name.lower() if name.isascii() and name.isalpha() else simple(name)
    return "" if plain in _NOBODY_PLAIN else name
