"""What the closing says on Today: what is done of it, what to be proud of, and what comes next."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, one_line
from cxreset.programme.calendar import LENGTH, long_day
from cxreset.reset.ending.closing import LOOKS, Closing, OpenThing
from cxreset.reset.today import TodayPage
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.digits import large
from cxreset.tui.widgets.layout.card import CardButton, CardWords

SECTION = "bold $text-muted"
COLUMN = 25
"""Cells for a figure with its words."""


def _next() -> CardButton:
    return CardButton("next_thirty", _("Begin the next thirty"), KEYS.name("next_thirty", "n"))


def head(page: TodayPage, closing: Closing, name: str) -> Content:
    """The day in large digits, and beside it how far the closing has come."""
    done, total = closing.steps
    whose = f", {one_line(name, 24)}" if name.strip() else ""
    first = _("The thirty days come to their end{name}.").format(name=whose)
    if closing.done == closing.total:
        first = _("The thirty days are done{name}.").format(name=whose)
    spare = ""
    if closing.spare_used:
        spare = _(" {spare_days} used, and you came back.").format(
            spare_days=count(closing.spare_used, "spare day")
        )
    words = (
        Content.styled(first, "bold"),
        Content.styled(
            _("{done} of {steps} ticked.{spare}").format(
                done=done, steps=count(total, "step"), spare=spare
            ),
            "$text-muted",
        ),
        Content.styled(
            _("{day} · closing: {done} of {total} done").format(
                day=whole_day(page.on), done=closing.done, total=closing.total
            ),
            "$text-muted",
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
        return Content(_("You gave your customers thirty days of attention."))
    first = [(f"{figure:<{COLUMN}}", "bold") for figure, _ in closing.proud_of]
    second = [
        (f"{one_line(words, COLUMN):<{COLUMN}}", "$text-muted") for _, words in closing.proud_of
    ]
    return Content("\n").join([Content.assemble(*first), Content.assemble(*second)])


def card(closing: Closing) -> CardWords:
    """The next thing to do of it; once all is done, to begin again or to rest first."""
    aside = _("{done} of {total} done").format(done=closing.done, total=closing.total)
    marked, decided, story, shared = closing.parts
    if closing.look_due:
        return _look(closing)
    if not marked:
        text = _(
            "{marked} of {statements} statements are marked. Day 1 is shown beside them afterwards."
        ).format(marked=closing.marked, statements=closing.statements)
        mark = (CardButton("checkup", _("Check-up"), on_enter=True),)
        return CardWords("CLOSING", aside, _("Mark the five habits once more"), text, mark)
    if not decided:
        text = _(
            "Each step and action below: {key:decide.let_go=x} lets it go, {key:decide.along=g} "
            "takes it along. No reason is asked for."
        ).format(key=KEYS)
        through = (CardButton("decide", _("Go through them"), on_enter=True),)
        title = _("{things} still open: what goes along?").format(
            things=count(closing.undecided, "thing")
        )
        return CardWords("CLOSING", aside, title, text, through)
    if not story:
        text = _("It is drafted: what you heard, changed, measured and learned.")
        look = (CardButton("story", _("Open the story"), on_enter=True),)
        return CardWords("CLOSING", aside, _("Look at your story"), text, look)
    if not shared:
        return _telling(closing, aside)
    return _put_down(closing)


def _look(closing: Closing) -> CardWords:
    text = _("Count the pilot's figure once more: it is set beside the end of the pilot.")
    held = (CardButton("held", _("Note the figure"), on_enter=True), _next())
    return CardWords(
        _("DAY {look}").format(look=closing.look), _("5 min"), _("Has the result held?"), text, held
    )


def _telling(closing: Closing, aside: str) -> CardWords:
    untold = count(closing.untold, "finished action")
    text = (
        _("The customers behind {untold} have heard nothing yet.").format(untold=untold)
        if closing.untold
        else _("Note in 4.5 who has heard the story, so that the plan can say it.")
    )
    who = CardButton("who", _("Who was told"), on_enter=True)
    enough = CardButton("enough", _("That is enough"), KEYS.name("enough", "y"))
    return CardWords(_("LAST"), aside, _("Tell those who spoke"), text, (who, enough))


def _put_down(closing: Closing) -> CardWords:
    if closing.rests:
        text = look_text(closing) or _("All looks at the result are behind you.")
        buttons = (
            _next()._replace(on_enter=True),
            CardButton("share", _("Share the plan"), KEYS.name("go.share", "e")),
        )
        return CardWords(_("AT REST"), "", _("Nothing has to be done today."), text, buttons)
    text = _(
        "The next thirty days begin with what you take along. A pause before them is fine too."
    )
    buttons = (
        _next()._replace(on_enter=True),
        CardButton("rest", _("Rest first"), KEYS.name("rest", "f")),
    )
    return CardWords(_("DONE"), "", _("Begin the next thirty days, or rest first."), text, buttons)


def row(thing: OpenThing, today: date, width: int) -> Content:
    """`○ A4   Show where the refund is    Priya · 16 Oct`; what goes along has a full sign."""
    late = (today - thing.due_on).days if thing.due_on else 0
    when = day_month(thing.due_on) if thing.due_on else ""
    if late > 0:
        when = ngettext("{days} day late", "{days} days late", late).format(days=late)
    who = " · ".join(filter(None, (one_line(thing.owner, 16), when)))
    sign = "! " if late > 0 else ""
    right = _("goes along") if thing.along else f"{sign}{who}"
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
    lines = [Content.styled(_("HAS IT HELD?"), SECTION)]
    for day in LOOKS:
        on = date.fromordinal(first.toordinal() + day - 1)
        past = closing.look is None or day < closing.look
        sign = ("✓ ", "$success") if past else ("○ ", "$text-muted")
        lines.append(
            Content.assemble(
                sign,
                f"{whole_day(on, short=True):<12}",
                (_("  day {day}: look again").format(day=day), "$text-muted"),
            )
        )
    return Content("\n").join(lines)


def look_text(closing: Closing) -> str:
    """The next look at the result, in one sentence; empty where none is left."""
    if closing.look_on is None:
        return ""
    return _("On day {look}, {day}, you look whether it has held.").format(
        look=closing.look, day=long_day(closing.look_on)
    )
