"""What the leader should know about a file's columns before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxreset.base.channels import Channel
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
        which = "Most dates" if len(ambiguous) * 2 > len(filled) else f"{len(ambiguous):,} dates"
        notes.append(
            f"{which} in {where} could be day or month first, so they are left out. "
            "Say which with --date-order day-first or month-first."
        )
        missed = [cell for cell in missed if cell not in set(ambiguous)]
    if missed and len(missed) == len(filled):
        notes.append(f"The cells in {where} are no dates: {samples(missed)}.")
    elif missed:
        notes.append(
            f"{len(missed):,} of {count(len(filled), 'date')} in {where} cannot be read: "
            f"{samples(missed)}."
        )
    stated = [cell for cell in filled if days_ago(cell) is not None and parse_date(cell) is None]
    if stated:
        notes.append(
            f"{len(stated):,} of {count(len(filled), 'date')} in {where} are told from today "
            f'("{one_line(stated[0], 24)}"): they are counted back from the file\'s own date, '
            f"{file_day.isoformat()}, so they are approximate."
        )
    elif form == "written" and any(map(names_no_day, filled)):
        notes.append(
            f"{where} does not always say the day: the first of the month, quarter or week stands "
            "for it, marked as approximate."
        )
    if form != "written":
        what = "days as a spreadsheet counts them" if form == "serial" else f"{form} since 1970"
        notes.append(f"{where} holds {what}.")
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
        notes.append(f"{quoted(name)} says its ratings in words; from the best: {best}.")
    if form.divided:
        notes.append(f"{quoted(name)} counts in tens: 10 to 50 are read as 1 to 5.")
    missed, found = unread(cells, scale.name if scale.sure else "")
    if missed and not found:
        notes.append(
            f"No rating can be read in {quoted(name)}: its cells hold no number of the scale."
        )
    elif missed:
        notes.append(f"In {quoted(name)} {missed:,} of {missed + found:,} ratings cannot be read.")
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
        several = listed([*named[:4], f"{rest} more"] if rest > 0 else named)
        verb = "counts" if len(named) == 1 else "count"
        parts.append(f"{several} as {channel}" if parts else f"{several} {verb} as {channel}")
    return [f"Channels: {'; '.join(parts)}."]


def about_speakers(speaker: str | None, chat_log: bool, cells: Sequence[str]) -> list[str]:
    """What to tell of conversations: only the customer's side is taken."""
    if speaker is not None:
        return [f"{quoted(speaker)} says who speaks: only the customer's rows are taken."]
    if chat_log or any("\n" in cell and own_words(cell) != cell for cell in cells):
        return ["In conversations only the customer's lines are taken."]
    return []


def about_unused(guess: Guess) -> list[str]:
    """Columns that look like words, a date, a rating or a customer, and have no part in it."""
    used = {*guess.mapping.roles().values(), *guess.mapping.more}
    left = [quoted(name) for name in guess.words if name not in used]
    notes: list[str] = []
    if left:
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        they = "reads like words" if len(left) == 1 else "read like words"
        notes.append(
            f"{listed(left[:_NAMED])}{more} {they} too but {'is' if len(left) == 1 else 'are'} "
            "not taken; name a column with --text-column, more than once if need be."
        )
    wasted = [
        f"{quoted(column.name)} ({role}, {samples_of(column)})"
        for column in guess.facts
        if column.name not in used and (role := _wasted(column, guess))
    ]
    if wasted:
        notes.append(f"Called so, but cannot be read as such: {listed(wasted[:_NAMED])}.")
    return notes


def samples_of(column: Facts) -> str:
    """How much of a column is filled."""
    return "empty" if not column.filled else f"{column.filled:.0%} filled"


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
        f"The longest cells of {quoted(name)} all end at {_CUT} characters: the program that wrote "
        "the file has cut them. Export it again as XLSX or CSV to have them whole."
    ]
