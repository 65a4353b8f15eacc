"""Light stems, to count `delays` with `delay`: endings taken off, nothing looked up."""

from __future__ import annotations

_SHORTEST = 4  # letters that are left


def _without(word: str, *endings: str) -> str:
    """The word without the first of the endings that it has, if enough of it is left."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def english(word: str) -> str:
    """`delays`, `delayed` and `delaying` are `delay`."""
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        shortest = 3 if ending == "s" else _SHORTEST
        if not word.endswith(ending) or word.endswith(("ss", "us")):
            continue
        if len(word) - len(ending) < shortest:
            continue
        word = word[: -len(ending)]
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
            word = word[:-1]
        break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def german(word: str) -> str:
    """`Verspätungen` is `Verspätung`."""
    if word.endswith("ungen") and len(word) > 8:
        return word[:-2]
    return _without(word, "en", "er", "es", "em", "e", "n", "s")


def french(word: str) -> str:
    """`livrées` is `livre`."""
    return _without(word, "es", "s", "e", "x")


def spanish(word: str) -> str:
    """`retrasos` and `retraso` are one, as are `cobrado` and `cobrada`."""
    return _without(word, "es", "os", "as", "s", "o", "a", "e")


def italian(word: str) -> str:
    """`ritardi` and `ritardo` are one."""
    return _without(word, "i", "o", "a", "e")


def dutch(word: str) -> str:
    """`kamers` is `kamer`, `tafels` `tafel`, `kosten` `kost`."""
    return _without(word, "en", "s", "e")


def portuguese(word: str) -> str:
    """`atrasos` and `atraso` are one, as are `cobranças` and `cobrança`."""
    return _without(word, "oes", "ao", "es", "os", "as", "s", "o", "a", "e")


def turkish(word: str) -> str:
    """`kargolar` is `kargo`: the plural and the commonest cases."""
    return _without(
        word, "larin", "lerin", "lari", "leri", "lar", "ler", "dan", "den", "da", "de", "yi", "i"
    )


def polish(word: str) -> str:
    """`paczki` and `paczka` are one."""
    return _without(word, "ami", "ach", "ego", "emu", "owi", "ow", "om", "em", "a", "e", "i", "y")
