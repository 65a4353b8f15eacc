"""The places one can go to, each with its key: the one list for the bar, the keys and Help."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from cxreset.base.text import one_line
from cxreset.programme.model import Pack
from cxreset.tui.commands.command import command

WEEK = "week-"
"""How the name of a week's place begins; the week's id follows."""
WEEK_ACTION = "week("
"""How the action that leads to a week begins; its number follows."""
WEEK_KEYS = ("1", "2", "3", "4")


class Place(NamedTuple):
    """A screen that the bar, a key and the palette lead to."""

    name: str
    """What the app calls it: the name of a Textual mode."""
    key: str
    label: str
    meaning: str = ""
    """One sentence on what is there, for the palette and Help."""
    in_footer: bool = False


TODAY = Place("today", "t", "Today", "Go to Today: what to do next.")
OTHERS = (
    Place("actions", "a", "Actions", "See every action, owner and date."),
    Place("scoreboard", "y", "Scores", "Every figure by week, before and after."),
    Place("practices", "h", "Practices", "Practices and the habits check-up."),
    Place("journal", "j", "Journal", "Wins, fires averted, reflections, hard moments."),
    Place("share", "e", "Share", "Look at the plan and write it to a file.", in_footer=True),
)
HELP = Place("help", "question_mark", "Help", "What all this is.", in_footer=True)


def places(pack: Pack) -> list[Place]:
    """Every place of a reset by this pack, in the bar's order."""
    weeks = [
        Place(f"{WEEK}{week.id}", str(week.number), one_line(week.short, 9)) for week in pack.weeks
    ]
    return [TODAY, *weeks, *OTHERS, HELP]


def place_commands() -> list[Binding]:
    """The keys that lead to every place but Help, whichever pack is used."""
    weeks = [
        command(f"{key},alt+{key}", f"week({key})", f"Week {key}", f"Go to week {key}.",
                footer=False)
        for key in WEEK_KEYS
    ]  # fmt: skip
    return [_command(TODAY), *weeks, *(_command(place) for place in OTHERS)]


def help_commands() -> list[Binding]:
    """The keys that lead to Help: `?`, and where that would be typed, F1."""
    action = f"go('{HELP.name}')"
    return [
        command(HELP.key, action, HELP.label, HELP.meaning, shown_as="?"),
        command("f1", action, HELP.label, HELP.meaning, shown_as="F1"),
    ]


def _command(place: Place) -> Binding:
    return command(
        place.key, f"go('{place.name}')", place.label, place.meaning, footer=place.in_footer
    )
