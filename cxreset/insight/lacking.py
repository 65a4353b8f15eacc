"""What lines of a worksheet lack, in words: `P1 and P3 have no gap yet.` On every start's way."""

from __future__ import annotations

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import listed
from cxreset.insight.progress import WANTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PAINS: Final = (
    N_("None of the three pains is chosen yet."),
    N_("One of three pains chosen so far."),
    N_("Two of three pains chosen so far."),
    N_("{number} pains are chosen: three are enough to finish in thirty days."),
)
GAPS: Final = (
    N_("None of the three gaps is chosen yet."),
    N_("One of three gaps chosen so far."),
    N_("Two of three gaps chosen so far."),
    "",
)


def of_three(chosen: int, words: tuple[str, str, str, str]) -> str:
    """How many of the three are chosen; `words` for none, one, two, and more than three."""
    if chosen == WANTED:
        return ""
    return _(words[min(chosen, WANTED)]).format(number=whole(chosen))


def lack(refs: tuple[str, ...], one: str, many: str) -> str:
    """`P1 and P3 have no gap yet.`; empty for no refs."""
    return ngettext(one, many, len(refs)).format(refs=refs_in_words(refs)) if refs else ""


def refs_in_words(refs: tuple[str, ...]) -> str:
    """`P1 and P3`; of many, the first three and how many more."""
    if len(refs) <= 4:
        return listed(list(refs))
    some = ", ".join(refs[:3])
    return _("{some} and {number} more").format(some=some, number=len(refs) - 3)
