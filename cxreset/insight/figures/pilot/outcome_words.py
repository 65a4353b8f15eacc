"""The outcomes of a verdict in words: their names and signs, what to do next, and doubts."""

from __future__ import annotations

from typing import Final

from cxreset.base.language.words import N_
from cxreset.insight.figures.pilot.verdict import Doubt

LEADS: Final = {
    "met": N_("Met"),
    "partly met": N_("Partly met"),
    "not met": N_("Not met"),
    "better": N_("Better"),
    "worse": N_("Worse"),
    "cannot tell": N_("Cannot tell yet"),
    "too early": N_("Too early to call"),
    "direction only": N_("Direction only"),
}
SIGNS: Final = {
    "met": "▲",
    "partly met": "▲",
    "not met": "▽",
    "better": "▲",
    "worse": "▽",
    "cannot tell": "=",
    "too early": "…",
    "direction only": "≈",
}
NEXT: Final = {
    "met": N_("Spread it: write down how it is done, and name who keeps it going."),
    "partly met": N_(
        "Adjust it: it helps, but less than expected; change one thing and try again."
    ),
    "better": N_("Spread it, or adjust it first: say which result would have been enough."),
    "not met": N_("Stop it, or try something else: a clear no is a good result too."),
    "worse": N_("Stop it: it went the other way."),
    "cannot tell": N_(
        "Do not make this pilot longer because it was not enough: plan a second one with a fresh "
        "baseline, or try a larger change."
    ),
    "too early": N_("Keep counting until the next planned look."),
    "direction only": N_("Take it as a hint, and plan a pilot that can show it."),
}
ASSUMED: Final = N_(
    "This assumes different people before and after, whole weeks, and a survey that stayed the "
    "same."
)
DOUBTS: Final[dict[Doubt, str]] = {
    "few": N_("that is too few to be sure"),
    "thin": N_("one of the four counts has fewer than five answers of a kind, too few to be sure"),
    "alike": N_("answers all alike have no spread, so that how sure this is cannot be told"),
}
