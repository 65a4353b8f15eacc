"""What an import would make of a file, as plain values: the proposal and its first rows."""

from __future__ import annotations

import re
from collections.abc import Mapping as Counts
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from cxreset.base.channels import channel_cell
from cxreset.base.errors import CxresetError, IntakeError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line, shown
from cxreset.intake.columns.scales import bounds
from cxreset.intake.outcome import Item
from cxreset.intake.read import Mapping, Options, Preview, look, read
from cxreset.reset.importing import PERSONAL_ROWS, personal_in
from cxreset.tui.commands.key_names import KEYS

SAMPLE_ROWS = 3
NO_WORDS = N_("No column reads like a customer's words by itself. Choose it above, beside Words.")
NO_CUSTOMER = N_("Who of those who speak is the customer? Tick them above, beside Customers.")
HOW = N_(
    "CSV, Excel, JSON, a chat, mail or text. Type or paste its path and press Enter, or pick it "
    "below. The file itself is never changed."
)
ASK_SCALE = N_(
    "Are the ratings out of 5, of 10 or of something else? Choose their scale above, "
    "or press Import again to leave it open."
)
_CONTROLS = (
    (
        N_(r"Say which with --date-order day-first or month-first"),
        N_("Say which beside Order"),
    ),
    (
        N_(r"name a column with --text-column, more than once if need be"),
        N_("tick it at Words too"),
    ),
    (
        N_(r"Name one with --text-column; there are: .*"),
        N_("Choose one beside Words."),
    ),
    (N_(r"--encoding names another"), N_("Encoding, below, names another")),
    (
        N_(r"name the character with --delimiter"),
        N_("choose the character beside Split by"),
    ),
    (N_(r"Name another with --sheet; there are: .*"), N_("Choose another beside Sheet.")),
    (
        N_(r"Say it with --customer NAME, more than once for several"),
        N_("Tick them at Customers"),
    ),
    (N_(r" with --[\w-]+(?: [A-Z]+)?"), ""),
    (N_("Leave the encoding out, or name another"), N_("Choose another Encoding")),
)
"""What a sentence says of the command line -> what the screen has instead; both as patterns in the
language of the sentence."""


class Proposed(NamedTuple):
    """A file as it would be read. `options` are what was asked; `unsure`: no column reads like
    words, one must be chosen.

    `personal` counts what was found in the first PERSONAL_ROWS rows, by kind.
    """

    preview: Preview
    options: Options
    sample: tuple[Item, ...]
    personal: Counts[str, int]
    unsure: bool


def propose(path: Path, options: Options) -> Proposed:
    """Look at a file as the leader wishes; raises as `intake.read.look` and `read` do."""
    unsure = False
    try:
        preview = look(path, options)
    except IntakeError as error:
        if options.columns is not None:
            raise
        try:  # perhaps only the column of words was not found: let it be chosen
            preview, unsure = look(path, replace(options, named=Mapping(text="1"))), True
        except CxresetError:
            raise error from None
    rows = [row for row in islice(read(preview), PERSONAL_ROWS) if isinstance(row, Item)]
    return Proposed(
        preview=preview,
        options=options,
        sample=tuple(rows[:SAMPLE_ROWS]),
        personal=personal_in(rows),
        unsure=unsure,
    )


def way_back() -> str:
    """How what was imported is taken out again."""
    return _("The key {key:undo=u} in 1.1 takes this import back, whole.").format(key=KEYS)


def understood(preview: Preview) -> str:
    """What kind of file it is, and how much there is to be known about it, in one line."""
    how = preview.lines()[0].partition(": ")[2]
    number = len(preview.notes)
    notes = _(" · {notes}, n opens them").format(notes=count(number, "note")) if number > 1 else ""
    return shown(f"{one_line(preview.file_name, 40)}: {how}{notes}")


def notes_of(preview: Preview) -> str:
    """What is to be known about the file, a line each, with the names of this screen's lists."""
    return shown("\n".join(f"• {on_screen(note)}" for note in preview.notes))


def on_screen(sentence: str) -> str:
    """A sentence that names an option of the command line, with the list of the screen instead."""
    for option, control in _CONTROLS:
        sentence = re.sub(_(option), _(control), sentence)
    return sentence


def sample_lines(proposed: Proposed) -> Content:
    """The first comments as they will be stored: day, channel, rating, words, who and what.

    A question instead while it is not settled who of those who speak is the customer.
    """
    if proposed.preview.unsettled:
        return Content(_(NO_CUSTOMER))
    return Content("\n").join([_line(item, proposed.preview) for item in proposed.sample])


def _line(item: Item, preview: Preview) -> Content:
    on = item.received_on.isoformat() if item.received_on else _("no date   ")
    mark = "≈" if item.approximate else " "
    rating = "" if item.rating is None else _rating(item.rating, preview.scale)
    aside = " · ".join(one_line(name, 24) for name in (item.customer, item.category) if name)
    title = one_line(item.title, 40) if item.title and item.title != item.text else ""
    return Content.assemble(
        (f"{on}{mark}{channel_cell(item.channel)}{rating:<6}", "$text-muted"),
        (f"{title}  " if title else "", "bold"),
        one_line(item.text, 120),
        (f"  {aside}" if aside else "", "$text-muted"),
    )


def _rating(rating: float, scale: str) -> str:
    """`4/5`, or `4` where the scale is open."""
    ends = bounds(scale)
    return f"{rating:g}/{ends[1]}" if ends and ends[1] else f"{rating:g}"


def so_far(stored: int, *, grouping: bool) -> str:
    """How many comments are taken; `grouping`: all are, and those that say the same are found."""
    then = _("; finding those that say the same.") if grouping else _(" so far")
    return _("{stored} comments taken{then}").format(stored=whole(stored), then=then)
