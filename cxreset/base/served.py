"""Is this process the one behind a page of `cxreset serve`?

Only `os` is imported here: the gate that asks for a terminal is on the way of every start.
"""

from __future__ import annotations

import os

SERVED = "CXRESET_SERVED"
"""Set by `cxreset serve` for the program that draws on its page."""


def served() -> bool:
    """Is there a page of the browser in place of a terminal?"""
    return SERVED in os.environ
