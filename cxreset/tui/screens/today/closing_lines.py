"""What the closing says on Today: what is done of it, what to be proud of, and what comes next."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.text import count, one_line
from cxreset.programme.calendar import LENGTH, long_day
from cxreset.reset.ending.closing import LOOKS, Closing, OpenThing
from cxreset.reset.today import TodayPage
from cxreset.tui.widgets.digits import large
from cxreset.tui.widgets.layout.card import CardButton, CardWords

SECTION = "bold $text-muted"
COLUMN = 25
"""Cells for a figure with its words."""

_NEXT = CardButton("next_thirty", "Begin the next thirty", "n")


def head(page: TodayPage, closing: Closing, name: str) -> Content:
    """The day in large digits, and beside it how far the closing has come."""
    done, total = closing.steps
    whose = f", {one_line(name, 24)}" if name.strip() else ""
    first = (
        f"The thirty days are done{whose}."
        if closing.done == closing.total
        else f"The thirty days come to their end{whose}."
    )
    spare = ""
    if closing.spare_used:
        spare = f" {count(closing.spare_used, 'spare day')} used, and you came back."
    words = (
        Content.styled(first, "bold"),
        Content.styled(f"{done} of {count(total, 'step')} ticked.{spare}", "$text-muted"),
        Content.styled(
            f"{whole_day(page.on)} · closing: {closing.done} of {closing.total} done", "$text-muted"
        ),
    )
    rows = [
        Content.assemble((row, "bold $primary"), "   ", text)
        for row, text in zip(large(str(page.day or LENGTH)), words, strict=True)
    ]
    if page.greeting:
        rows.append(Content.styled(page.greeting, "$text-muted"))
    return Content("\n").join(rows)


def figures(closing: Closing) -> Content:
    """A moment of pride: three figures, each over its words."""
    if not closing.proud_of:
        return Content("You gave your customers thirty days of attention.")
    first = [(f"{figure:<{COLUMN}}", "bold") for figure, _ in closing.proud_of]
    second = [
        (f"{one_line(words, COLUMN):<{COLUMN}}", "$text-muted") for _, words in closing.proud_of
    ]
    return Content("\n").join([Content.assemble(*first), Content.assemble(*second)])


def card(closing: Closing) -> CardWords:
    """The next thing to do of it; once all is done, to begin again or to rest first."""
    aside = f"{closing.done} of {closing.total} done"
    marked, decided, story, shared = closing.parts
    if closing.look_due:
        return _look(closing)
    if not marked:
        text = (
            f"{closing.marked} of {closing.statements} statements are marked. Day 1 is shown "
            "beside them afterwards."
        )
        mark = (CardButton("checkup", "Check-up", "enter"),)
        return CardWords("CLOSING", aside, "Mark the five habits once more", text, mark)
    if not decided:
        text = "Each step and action below: x lets it go, g takes it along. No reason is asked for."
        through = (CardButton("decide", "Go through them", "enter"),)
        title = f"{count(closing.undecided, 'thing')} still open: what goes along?"
        return CardWords("CLOSING", aside, title, text, through)
    if not story:
        text = "It is drafted: what you heard, changed, measured and learned."
        look = (CardButton("story", "Open the story", "enter"),)
        return CardWords("CLOSING", aside, "Look at your story", text, look)
    if not shared:
        return _telling(closing, aside)
    return _put_down(closing)


def _look(closing: Closing) -> CardWords:
    text = "Count the pilot's figure once more: it is set beside the end of the pilot."
    held = (CardButton("held", "Note the figure", "enter"), _NEXT)
    return CardWords(f"DAY {closing.look}", "5 min", "Has the result held?", text, held)


def _telling(closing: Closing, aside: str) -> CardWords:
    untold = count(closing.untold, "finished action")
    text = (
        f"The customers behind {untold} have heard nothing yet."
        if closing.untold
        else "Note in 4.5 who has heard the story, so that the plan can say it."
    )
    who = CardButton("who", "Who was told", "enter")
    enough = CardButton("enough", "That is enough", "y")
    return CardWords("LAST", aside, "Tell those who spoke", text, (who, enough))


def _put_down(closing: Closing) -> CardWords:
    if closing.rests:
        text = look_text(closing) or "All looks at the result are behind you."
        buttons = (_NEXT._replace(key="enter"), CardButton("share", "Share the plan", "e"))
        return CardWords("AT REST", "", "Nothing has to be done today.", text, buttons)
    text = "The next thirty days begin with what you take along. A pause before them is fine too."
    buttons = (_NEXT._replace(key="enter"), CardButton("rest", "Rest first", "f"))
    return CardWords("DONE", "", "Begin the next thirty days, or rest first.", text, buttons)


def row(thing: OpenThing, today: date, width: int) -> Content:
    """`○ A4   Show where the refund is    Priya · 16 Oct`; what goes along has a full sign."""
    late = (today - thing.due_on).days if thing.due_on else 0
    when = day_month(thing.due_on) if thing.due_on else ""
    if late > 0:
        when = f"{count(late, 'day')} late"
    who = " · ".join(filter(None, (one_line(thing.owner, 16), when)))
    sign = "! " if late > 0 else ""
    right = "goes along" if thing.along else f"{sign}{who}"
    title = one_line(thing.title, max(12, width - 12 - len(right)))
    space = max(1, width - 9 - len(title) - len(right))
    return Content.assemble(
        (" ● " if thing.along else " ○ ", "$primary" if thing.along else "$text-muted"),
        (f"{thing.ref:<5}", "bold"),
        title,
        " " * space,
        (right, "$warning" if late > 0 and not thing.along else "$text-muted"),
    )


def held(closing: Closing, first: date) -> Content:
    """When the result is looked at again."""
    lines = [Content.styled("HAS IT HELD?", SECTION)]
    for day in LOOKS:
        on = date.fromordinal(first.toordinal() + day - 1)
        past = closing.look is None or day < closing.look
        sign = ("✓ ", "$success") if past else ("○ ", "$text-muted")
        lines.append(
            Content.assemble(
                sign,
                f"{whole_day(on, short=True):<12}",
                (f"  day {day}: look again", "$text-muted"),
            )
        )
    return Content("\n").join(lines)


def look_text(closing: Closing) -> str:
    """The next look at the result, in one sentence; empty where none is left."""
    if closing.look_on is None:
        return ""
    return f"On day {closing.look}, {long_day(closing.look_on)}, you look whether it has held."
