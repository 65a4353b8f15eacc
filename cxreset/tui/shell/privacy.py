"""Personal details hidden on the screen, for when others look on: kept until it is turned off."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.insight.personal import mask
from cxreset.reset.reset import Reset
from cxreset.workbook.choices import hide_personal, personal_hidden


def is_hidden(reset: Reset) -> bool:
    """Are personal details to be hidden on the screen?"""
    return personal_hidden(reset.file)


def hide(reset: Reset, hidden: bool) -> None:
    """Hide them from now on, or show them again; raises as any write does."""
    hide_personal(reset.file, hidden)


def masker(reset: Reset) -> Callable[[str], str]:
    """What every text from a customer goes through before it is shown."""
    return mask if is_hidden(reset) else str
