"""Personal details hidden on the screen, for when others look on: kept until it is turned off."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.insight.personal import mask
from cxreset.reset.reset import Reset

_KEPT_AS = "screen.hide-personal"  # beside the drafts: no change of the leader's words, so no undo


def is_hidden(reset: Reset) -> bool:
    """Are personal details to be hidden on the screen?"""
    return reset.daily.draft(_KEPT_AS) is not None


def hide(reset: Reset, hidden: bool) -> None:
    """Hide them from now on, or show them again; raises as any write does."""
    reset.daily.keep_draft(_KEPT_AS, "yes" if hidden else None)


def masker(reset: Reset) -> Callable[[str], str]:
    """What every text from a customer goes through before it is shown."""
    return mask if is_hidden(reset) else str
