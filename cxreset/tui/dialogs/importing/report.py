"""What an import would make of a file, as plain values: the proposal and its first rows."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Counts
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from cxreset.base.errors import CxresetError, IntakeError
from cxreset.base.text import one_line, shown
from cxreset.intake.columns.scales import bounds
from cxreset.intake.outcome import Item
from cxreset.intake.read import Mapping, Options, Preview, Report, look, new_report, read
from cxreset.reset.importing import PERSONAL_ROWS, personal_in

SAMPLE_ROWS = 3
_ASKED_EVERY = 1_000  # rows


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


def counted(preview: Preview, go_on: Callable[[], bool]) -> Report | None:
    """The account of the whole file; None when `go_on`, asked now and then, says no.

    Raises IntakeError as `read` does.
    """
    report = new_report(preview)
    for position, _ in enumerate(report.counting(read(preview, report))):
        if position % _ASKED_EVERY == 0 and not go_on():
            return None
    return report


def understood(preview: Preview) -> str:
    """What kind of file it is, in one line, and what is to be known about it, in another."""
    how = preview.lines()[0].partition(": ")[2]
    first = f"{preview.file_name}: {how}"
    return shown("\n".join(line for line in (first, " ".join(preview.notes)) if line))


def sample_lines(proposed: Proposed) -> Content:
    """The first comments as they will be stored: day, channel, rating, words, who and what."""
    return Content("\n").join([_line(item, proposed.preview.scale) for item in proposed.sample])


def _line(item: Item, scale: str) -> Content:
    on = item.received_on.isoformat() if item.received_on else "no date   "
    rating = "" if item.rating is None else _rating(item.rating, scale)
    aside = " · ".join(one_line(name, 24) for name in (item.customer, item.category) if name)
    title = one_line(item.title, 40) if item.title and item.title != item.text else ""
    return Content.assemble(
        (f"{on} {item.channel:<7}{rating:<6}", "$text-muted"),
        (f"{title}  " if title else "", "bold"),
        one_line(item.text, 120),
        (f"  {aside}" if aside else "", "$text-muted"),
    )


def _rating(rating: float, scale: str) -> str:
    """`4/5`, or `4` where the scale is open."""
    ends = bounds(scale)
    return f"{rating:g}/{ends[1]}" if ends and ends[1] else f"{rating:g}"
