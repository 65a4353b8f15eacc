"""What the leader should know about a file's columns before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxreset.base.channels import Channel
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.intake.columns import names
from cxreset.intake.columns.facts import Facts
from cxreset.intake.columns.guess import Guess
from cxreset.intake.columns.scales import Scale, unread
from cxreset.intake.speakers.turns import own_words
from cxreset.intake.values.cells import row_channel
from cxreset.intake.values.date_columns import Form, day_reader, is_ambiguous
from cxreset.intake.values.dates import Order, names_no_day, parse_date
from cxreset.intake.values.ratings import RatingForm, in_words_of
from cxreset.intake.values.relative import days_ago

_SAMPLES = 3
_NAMED = 6  # columns in a sentence
_CUT = 255  # characters at which some programs end every cell
_CUT_CELLS = 3


def quoted(name: str) -> str:
    """The column's name in a sentence."""
    return f'"{one_line(name, 40)}"'


def about_dates(
    name: str, cells: Sequence[str], form: Form, order: Order, file_day: date
) -> list[str]:
    """Which days cannot be read, are told from today, or name only a month."""
    filled = [cell for cell in cells if cell.strip()]
    read = day_reader(form, order, file_day)
    missed = [cell for cell in filled if read(cell) is None]
    notes: list[str] = []
    where = quoted(name)
    ambiguous = [cell for cell in missed if is_ambiguous(cell)]
    if ambiguous:
        which = (
            _("Most dates")
            if len(ambiguous) * 2 > len(filled)
            else _("{ambiguous} dates").format(ambiguous=whole(len(ambiguous)))
        )
        notes.append(
            _(
                "{which} in {where} could be day or month first, so they are left out. "
                "Say which with --date-order day-first or month-first."
            ).format(which=which, where=where)
        )
        missed = [cell for cell in missed if cell not in set(ambiguous)]
    if missed and len(missed) == len(filled):
        notes.append(
            _("The cells in {where} are no dates: {samples}.").format(
                where=where, samples=samples(missed)
            )
        )
    elif missed:
        notes.append(
            _("{missed} of {dates} in {where} cannot be read: {samples}.").format(
                missed=whole(len(missed)),
                dates=count(len(filled), "date"),
                where=where,
                samples=samples(missed),
            )
        )
    stated = [cell for cell in filled if days_ago(cell) is not None and parse_date(cell) is None]
    if stated:
        notes.append(
            _(
                '{stated} of {dates} in {where} are told from today ("{stated_2}"): they '
                "are counted back from the file's own date, {file_day}, so they are "
                "approximate."
            ).format(
                stated=whole(len(stated)),
                dates=count(len(filled), "date"),
                where=where,
                stated_2=one_line(stated[0], 24),
                file_day=file_day.isoformat(),
            )
        )
    elif form == "written" and any(map(names_no_day, filled)):
        notes.append(
            _(
                "{where} does not always say the day: the first of the month, quarter or "
                "week stands for it, marked as approximate."
            ).format(where=where)
        )
    if form != "written":
        what = (
            _("days as a spreadsheet counts them")
            if form == "serial"
            else _("{form} since 1970").format(form=form)
        )
        notes.append(_("{where} holds {what}.").format(where=where, what=what))
    return notes


def samples(cells: Sequence[str]) -> str:
    """`6 days ago, soon, …`"""
    kinds = list(dict.fromkeys(one_line(cell, 24) for cell in cells))
    return ", ".join(kinds[:_SAMPLES]) + (", …" if len(kinds) > _SAMPLES else "")


def about_ratings(name: str, cells: Sequence[str], scale: Scale, form: RatingForm) -> list[str]:
    """Which cells hold no rating, and how words or tens are counted."""
    notes: list[str] = []
    if form.words:
        best = ", ".join(one_line(word, 24) for word in in_words_of(form, cells))
        notes.append(
            _("{name} says its ratings in words; from the best: {best}.").format(
                name=quoted(name), best=best
            )
        )
    if form.divided:
        notes.append(
            _("{name} counts in tens: 10 to 50 are read as 1 to 5.").format(name=quoted(name))
        )
    missed, found = unread(cells, scale.name if scale.sure else "")
    if missed and not found:
        notes.append(
            _("No rating can be read in {name}: its cells hold no number of the scale.").format(
                name=quoted(name)
            )
        )
    elif missed:
        notes.append(
            _("In {name} {missed} of {ratings} ratings cannot be read.").format(
                name=quoted(name), missed=whole(missed), ratings=whole(missed + found)
            )
        )
    return notes


def about_channels(cells: Sequence[str]) -> list[str]:
    """Which words of the file count as which channel, where they are not the channel's own."""
    words: dict[Channel, list[str]] = {}
    for cell in dict.fromkeys(one_line(cell, 24) for cell in cells):
        if cell and cell.lower() != (channel := row_channel(cell, "other")):
            words.setdefault(channel, []).append(cell)
    if not words:
        return []
    parts: list[str] = []
    for channel, named in words.items():
        rest = len(named) - 4
        several = listed([*named[:4], _("{rest} more").format(rest=rest)] if rest > 0 else named)
        sentence = _("{several} as {channel}")
        if not parts:
            sentence = ngettext(
                "{several} counts as {channel}", "{several} count as {channel}", len(named)
            )
        parts.append(sentence.format(several=several, channel=channel))
    return [_("Channels: {parts}.").format(parts="; ".join(parts))]


def about_speakers(speaker: str | None, chat_log: bool, cells: Sequence[str]) -> list[str]:
    """What to tell of conversations: only the customer's side is taken."""
    if speaker is not None:
        return [
            _("{speaker} says who speaks: only the customer's rows are taken.").format(
                speaker=quoted(speaker)
            )
        ]
    if chat_log or any("\n" in cell and own_words(cell) != cell for cell in cells):
        return [_("In conversations only the customer's lines are taken.")]
    return []


def about_unused(guess: Guess) -> list[str]:
    """Columns that look like words, a date, a rating or a customer, and have no part in it."""
    used = {*guess.mapping.roles().values(), *guess.mapping.more}
    left = [quoted(name) for name in guess.words if name not in used]
    notes: list[str] = []
    if left:
        more = _(" and {left} more").format(left=len(left) - _NAMED) if len(left) > _NAMED else ""
        words = ngettext(
            "{columns} reads like words too but is not taken; name a column with --text-column, "
            "more than once if need be.",
            "{columns} read like words too but are not taken; name a column with --text-column, "
            "more than once if need be.",
            len(left),
        )
        notes.append(words.format(columns=listed(left[:_NAMED]) + more))
    wasted = [
        f"{quoted(column.name)} ({role}, {samples_of(column)})"
        for column in guess.facts
        if column.name not in used and (role := _wasted(column, guess))
    ]
    if wasted:
        notes.append(
            _("Called so, but cannot be read as such: {wasted}.").format(
                wasted=listed(wasted[:_NAMED])
            )
        )
    return notes


def samples_of(column: Facts) -> str:
    """How much of a column is filled."""
    return (
        "empty"
        if not column.filled
        else _("{filled}% filled").format(filled=decimal(100 * column.filled, 0))
    )


def _wasted(column: Facts, guess: Guess) -> str:
    """The role that a column's name claims while nothing plays it."""
    if not column.filled:
        return ""
    roles = guess.mapping.roles()
    for role in ("date", "rating"):
        if role not in roles and names.rank(role, column.name) is not None:
            return role
    return ""


def about_cut_cells(name: str, cells: Sequence[str]) -> list[str]:
    """Some programs end every cell at 255 characters, and say nothing."""
    longest = max(map(len, cells), default=0)
    if longest != _CUT or sum(len(cell) == _CUT for cell in cells) < _CUT_CELLS:
        return []
    return [
        _(
            "The longest cells of {name} all end at {CUT} characters: the program that "
            "wrote the file has cut them. Export it again as XLSX or CSV to have them "
            "whole."
        ).format(name=quoted(name), CUT=_CUT)
    ]
