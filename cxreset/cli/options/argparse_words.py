"""What `argparse` itself says, in the language of the program."""

from __future__ import annotations

import argparse

from cxreset.base.language.words import N_, _, language, ngettext

WORDS = (
    *(N_("usage: "), N_("positional arguments"), N_("options"), N_("commands")),
    *(N_("show this help message and exit"), N_("show program's version number and exit")),
    *(N_("%(prog)s: error: %(message)s\n"), N_("argument %(argument_name)s: %(message)s")),
    *(N_("unrecognized arguments: %s"), N_("the following arguments are required: %s")),
    *(N_("not allowed with argument %s"), N_("ignored explicit argument %r")),
    *(N_("expected one argument"), N_("expected at most one argument")),
    *(N_("expected at least one argument"), N_("one of the arguments %s is required")),
    *(N_("ambiguous option: %(option)s could match %(matches)s"),),
    *(N_("invalid %(type)s value: %(value)r"),),
    *(N_("invalid choice: %(value)r (choose from %(choices)s)"),),
)
"""Its sentences that a wrong call can meet, as it looks them up."""


def speak() -> None:
    """Let argparse look its words up here: it asks the system's catalogues, which have none."""
    if language():
        vars(argparse).update(_=_, ngettext=ngettext)
