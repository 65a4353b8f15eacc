"""Where one can go, each destination with its key: the one list for the bar, the keys and Help."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.model import Pack
from cxreset.tui.commands.command import command

WEEK = "week-"
"""How the mode of a week begins; the week's id follows."""
WEEK_ACTION = "week("
"""How the action that leads to a week begins; its number follows."""
WEEK_KEYS = ("1", "2", "3", "4")


class Destination(NamedTuple):
    """A screen that the bar, a key and the palette lead to."""

    mode: str
    """The name of its Textual mode."""
    key: str
    label: str
    meaning: str = ""
    """One sentence on what is there, for the palette and Help."""
    in_footer: bool = False


TODAY = Destination("today", "t", "Today", "Go to Today: what to do next.")
OTHERS = (
    Destination("actions", "a", "Actions", "See every action, owner and date."),
    Destination("scoreboard", "y", "Scores", "Every figure by week, before and after."),
    Destination("practices", "h", "Practices", "Practices and the habits check-up."),
    Destination("journal", "j", "Journal", "Wins, fires averted, reflections, hard moments."),
    Destination("share", "e", "Share", "Look at the plan and write it to a file.", in_footer=True),
)
SETTINGS = Destination(
    "settings", "f3", "Settings", "Name, first day, working days, holidays, colours, keys."
)
BESIDE_BAR = (SETTINGS,)
"""Where keys and the palette lead, and no name in the bar."""
HELP = Destination("help", "question_mark", "Help", "What all this is.", in_footer=True)


def destinations(pack: Pack) -> list[Destination]:
    """Every destination of a reset by this pack, in the bar's order."""
    weeks = [
        Destination(f"{WEEK}{week.id}", str(week.number), one_line(week.short, 9))
        for week in pack.weeks
    ]
    return [_in_words(TODAY), *weeks, *map(_in_words, OTHERS), _in_words(HELP)]


def _in_words(destination: Destination) -> Destination:
    """The same with its words in the language of the interface."""
    label, meaning = _(destination.label), _(destination.meaning)
    return destination._replace(label=label, meaning=meaning)


def destination_commands() -> list[Binding]:
    """The keys that lead to every destination but Help, whichever pack is used."""
    weeks = [
        command(f"{key},alt+{key}", f"week({key})", f"Week {key}", f"Go to week {key}.",
                footer=False)
        for key in WEEK_KEYS
    ]  # fmt: skip
    return [
        _command(TODAY),
        *weeks,
        *(_command(destination) for destination in (*OTHERS, *BESIDE_BAR)),
    ]


def help_commands() -> list[Binding]:
    """The keys that lead to Help: `?`, and where that would be typed, F1."""
    action = f"go('{HELP.mode}')"
    return [
        command(HELP.key, action, HELP.label, HELP.meaning, shown_as="?"),
        command("f1", action, HELP.label, HELP.meaning, shown_as="F1"),
    ]


def _command(destination: Destination) -> Binding:
    return command(
        destination.key,
        f"go('{destination.mode}')",
        destination.label,
        destination.meaning,
        footer=destination.in_footer,
    )
