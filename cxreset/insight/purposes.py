"""What a plan's actions do: recover one customer, remove a cause, join up teams, or learn."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.base.language.words import _

RECOVER = "recover"
ONLY_RECOVERY = (
    "Every action here makes up for something that went wrong; none removes a cause yet. "
    "Recovery pleases, and prevention keeps it from happening again."
)


def only_recovery(purposes: Sequence[str | None]) -> str:
    """The sentence for a plan of nothing but recovery, else ''; one purpose an action, or None.

    While an action does not say what it does, nothing is concluded from the others.
    """
    return _(ONLY_RECOVERY) if purposes and all(one == RECOVER for one in purposes) else ""
