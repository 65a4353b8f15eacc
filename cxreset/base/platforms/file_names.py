"""Which names a system takes. Files that we name are named so that every system takes them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

LONGEST_PATH = 259
"""Characters that Windows takes without a setting that few have switched on."""
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')


def is_device(name: str) -> bool:
    """Does Windows keep this name for a device, whatever its ending?"""
    return _DEVICE.match(name) is not None


def why_refused(path: Path) -> str:
    """Why this system cannot have a file there, in the middle of a sentence; empty where it can, or
    says so by itself. Windows would write to a device, or shorten a name, and say nothing."""
    if sys.platform != "win32":
        return ""
    name = path.name
    if is_device(name):
        return f"{name} is the name of a device on Windows"
    if _NOT_IN_NAMES.search(name):
        return f'{name} has one of < > : " | ? * in it, which Windows takes in no name'
    if name.endswith((".", " ")):
        return f"{name} ends with a dot or a blank, which Windows leaves out"
    if len(str(path.absolute())) > LONGEST_PATH:
        return f"its path is longer than the {LONGEST_PATH} characters that Windows takes"
    return ""
