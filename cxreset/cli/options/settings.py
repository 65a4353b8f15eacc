"""What `cxreset settings` takes."""

from __future__ import annotations

import argparse

from cxreset.base.language.words import _


def add_options(settings: argparse.ArgumentParser) -> None:
    """Add its words and options."""
    settings.add_argument(
        "verb", nargs="?", choices=("get", "set"), help=_("lists them unless said")
    )
    settings.add_argument("name", nargs="?", metavar="NAME", help=_("such as first-day or theme"))
    settings.add_argument("value", nargs="?", metavar="VALUE", help=_("what it is to be"))
    settings.add_argument("--check", action="store_true", help=_("is the file understood?"))
    settings.add_argument("--yes", action="store_true", help=_("move the days; else only said"))
    settings.add_argument("--json", action="store_true", help=_("for scripts"))
