"""How many examples a property is tried on: few at hand, all of them in CI.

`HYPOTHESIS_PROFILE=full` (as `.ci/run` sets it) tries every property on as many as it asks for,
each time on the same ones: what CI says of a change is about the change. To look for faults,
`HYPOTHESIS_PROFILE=search` tries as many new ones; what it finds becomes an `@example`.
"""

import os

from hypothesis import settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "few")
FEW = 25
USUAL = 100

settings.register_profile("full", max_examples=USUAL, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=USUAL, deadline=None)
settings.register_profile("few", max_examples=FEW, deadline=None)


def examples(whole: int) -> int:
    """`whole` in CI, and at hand as much less as the profile is smaller than the usual number."""
    return whole if PROFILE in ("full", "search") else max(8, whole * FEW // USUAL)
