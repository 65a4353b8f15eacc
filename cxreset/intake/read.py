"""Feedback out of a file, in two steps: `look` proposes how to read it, `read` yields every row.

    preview = look(Path("complaints.csv"))
    report = Report(preview.file_name)
    for outcome in report.counting(read(preview)):
        if isinstance(outcome, Item):
            ...

`look` goes over the bytes once (for the SHA-256 and the encoding) and parses only the start. `read`
holds one row at a time, so a million rows of CSV take no more memory than ten; a workbook or a
JSON document is held whole, within the bounds of its reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.text import listed, one_line
from cxreset.intake.columns.guess import Mapping, guess_columns, numbered
from cxreset.intake.columns.names import known_export, words_of
from cxreset.intake.columns.scales import Scale, asked_scale, bounds, guess_scale, unread
from cxreset.intake.columns.trials import is_trial, trial_columns
from cxreset.intake.decode.sniff import name_of, sniff
from cxreset.intake.outcome import Company, Empty, Item, Outcome, Report, Trial
from cxreset.intake.preview import ROLES, Preview
from cxreset.intake.readers.delimited import open_delimited
from cxreset.intake.readers.jsonfile import open_json
from cxreset.intake.readers.prose import TABLE_SUFFIXES, open_prose
from cxreset.intake.readers.workbooks import open_workbook
from cxreset.intake.shape.table import Refusal, Row, Table
from cxreset.intake.speakers.turns import (
    CUSTOMER_TURNS,
    is_chat_log,
    own_words,
    side_of,
    speaker_column,
)
from cxreset.intake.values.cells import (
    CHANNELS,
    Channel,
    Met,
    Order,
    clean_text,
    date_order,
    only_a_month,
    parse_channel,
    parse_date,
    parse_rating,
)

__all__ = [
    "ROLES",
    "Company",
    "Empty",
    "Item",
    "Mapping",
    "Outcome",
    "Preview",
    "Refusal",
    "Report",
    "Trial",
    "look",
    "read",
]

SHOWN_ROWS = 8  # rows in a preview
PROBE_ROWS = 5000  # rows the columns are judged on
PROBE_CHARACTERS = 8_000_000


def look(
    path: Path | str,
    *,
    text_column: str | None = None,
    date_column: str | None = None,
    channel: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    columns: Mapping | None = None,
    scale: str | None = None,
    named: Mapping | None = None,
) -> Preview:
    """Propose how to read `path`. Columns are given by name or 1-based number.

    The roles that `named` names are settled, the others guessed; `text_column` and `date_column`
    are the same for one role. `columns` settles every role at once: nothing is guessed, and None
    leaves a role out. `sheet` is a workbook's, by name or 1-based number; `scale` is what the
    ratings are of, such as `1-5`, or `6-1` where 1 is best. An option that a kind of file has no
    use for (a sheet of a CSV) is passed over.

    Raises IntakeError when the file cannot be read or holds no words, UsageError when an option
    does not fit (no such column, channel, encoding, delimiter, sheet or scale).
    """
    fixed = _channel(channel) if channel is not None else None
    told = Scale(asked_scale(scale), True) if scale is not None else None
    path = Path(path)
    table = _open_table(path, encoding, delimiter, sheet, text_column)
    rows = _probe(table)
    if not rows:
        raise IntakeError(
            f"{name_of(path)} has no row that can be read. "
            "Check how its columns are separated, and name the character with --delimiter."
        )
    guess = guess_columns(
        table.header,
        rows,
        has_header=table.has_header,
        text_column=text_column,
        date_column=date_column,
        columns=columns,
        named=named,
    )
    mapping, reasons, notes = guess.mapping, guess.reasons, list(table.notes)
    text = mapping.text
    if text is None:
        raise IntakeError(
            f"No column of {name_of(path)} reads like a customer's words. "
            f"Name one with --text-column; there are: {numbered(table.header)}."
        )
    if fixed:
        mapping = mapping._replace(channel=None)
        reasons.pop("channel", None)

    def cells_of(name: str) -> list[str]:
        at = table.header.index(name)
        return [row[at] for row in rows]

    order: Order = "unclear"
    if mapping.date is not None:
        order, note = _dates(mapping.date, cells_of(mapping.date))
        notes += note
    rated = Scale("", True)
    if mapping.rating is not None:
        scored = cells_of(mapping.rating)
        rated = told or guess_scale(mapping.rating, scored)
        notes += _ratings(mapping.rating, scored, rated)
        if not rated.name and not unread(scored, "")[1]:
            rated = Scale("", True)  # nothing to ask
    if mapping.channel is not None:
        notes += _channels(cells_of(mapping.channel))
    speaker = speaker_column(table.header, rows)
    if speaker == text:
        speaker = None
    chat_log = is_chat_log(cells_of(text))
    notes += _whose_words(speaker, chat_log, cells_of(text))
    export = known_export(table.header)
    if export:
        notes.insert(0, f"It looks like an export from {export[0]}.")
    source = table.source
    return Preview(
        path=path,
        file_name=name_of(path),
        sha256=source.sha256,
        size=source.size,
        encoding=source.encoding,
        encoding_guessed=source.guessed,
        delimiter=table.delimiter,
        header=table.header,
        has_header=table.has_header,
        rows=tuple(tuple(row) for row in rows[:SHOWN_ROWS]),
        mapping=mapping,
        reasons=reasons,
        channel=fixed or _usual_channel(export, text, path, table.sheet, chat_log),
        channel_fixed=fixed is not None,
        date_order=order,
        notes=tuple(notes),
        table=table,
        kind=table.kind,
        sheet=table.sheet,
        sheets=table.sheets,
        scale=rated.name,
        scale_sure=rated.sure,
        speaker=speaker,
        chat_log=chat_log,
        trials=trial_columns(export, table.header),
    )


def read(preview: Preview) -> Iterator[Outcome]:
    """Every row of the file as one of the outcomes, in the file's order.

    The company's turns of a conversation are no customer's words: such a row is Company. A rating
    off a scale that is sure is left out of the item; the row keeps it. Raises IntakeError in the
    middle when the file cannot be read on; whoever stores the items does so in one transaction.
    """
    header, mapping, order = preview.header, preview.mapping, preview.date_order
    at = {name: place for place, name in enumerate(header)}
    text, title, day, channel, rating, customer, category = (
        None if name is None else at[name] for name in mapping
    )
    who, chat_log = preview.speaker, preview.chat_log
    speaker = None if who is None else at[who]
    trials = [(at[name], name) for name in preview.trials]
    scale = bounds(preview.scale) if preview.scale_sure else None
    usual = preview.channel
    make = tuple.__new__  # what Item() comes to in the end, in a third of the time
    days = Met(lambda cell: parse_date(cell, order))
    ratings = Met(parse_rating)
    channels = Met(lambda cell: _row_channel(cell, usual))
    categories = Met(clean_text)
    for row in preview.table.rows():
        if isinstance(row, Refusal):
            yield row
            continue
        number, cells = row
        if speaker is not None and side_of(cells[speaker], who or "") == "company":
            yield Company(number)
            continue
        if trials and any(is_trial(cells[place], name) for place, name in trials):
            yield Trial(number)
            continue
        heading = "" if title is None else clean_text(cells[title])
        body = "" if text is None else clean_text(cells[text])
        if ":" in body and (chat_log or "\n" in body):
            own = clean_text(own_words(body, chat_log))
            if not own:  # where the company alone speaks, its subject line is no customer's either
                yield Company(number)
                continue
            body = own
        words = body or heading
        if not words:
            yield Empty(number)
            continue
        score = None if rating is None else ratings[cells[rating]]
        if scale is not None and score is not None and not scale[0] <= score <= scale[1]:
            score = None
        fields = (
            number,
            words,
            heading,
            None if day is None else days[cells[day]],
            usual if channel is None else channels[cells[channel]],
            score,
            "" if customer is None else clean_text(cells[customer]),
            "" if category is None else categories[cells[category]],
            dict(zip(header, cells, strict=True)),
        )
        yield make(Item, fields)


def _open_table(
    path: Path,
    encoding: str | None,
    delimiter: str | None,
    sheet: str | None,
    text_column: str | None,
) -> Table:
    """The reader for this kind of file, told by its content. A new kind is one more line here."""
    source = sniff(path, encoding)
    if source.packed:
        return open_workbook(source, sheet, text_column)
    if delimiter is None and (document := open_json(source)) is not None:
        return document
    table = open_delimited(source, delimiter)
    if table.delimiter or delimiter is not None or path.suffix.lower() in TABLE_SUFFIXES:
        return table
    return open_prose(source, table)


def _dates(name: str, cells: Sequence[str]) -> tuple[Order, list[str]]:
    """Which part of a numeric date is the day, and what to tell when most dates are lost."""
    days = [cell for cell in cells if cell.strip()]
    order = date_order(days)
    lost = sum(parse_date(day, order) is None for day in days)
    if lost * 2 <= len(days) or not days:
        if any(map(only_a_month, days)):
            what = f'"{one_line(name, 40)}" says only the month: '
            return order, [what + "days are taken as the first of the month."]
        return order, []
    if any(parse_date(day, "day first") for day in days):
        what = f'Most dates in "{one_line(name, 40)}" could be day or month first, '
        return order, [what + "so they are left out."]
    return order, [f'Most cells in "{one_line(name, 40)}" are no dates.']


def _ratings(name: str, cells: Sequence[str], scale: Scale) -> list[str]:
    """What to tell of cells that hold no rating."""
    missed, found = unread(cells, scale.name if scale.sure else "")
    if not missed:
        return []
    where = f'"{one_line(name, 40)}"'
    if not found:
        return [f"No rating can be read in {where}: its cells hold no number of the scale."]
    return [f"In {where} {missed:,} of {missed + found:,} ratings cannot be read."]


def _channels(cells: Sequence[str]) -> list[str]:
    """Which words of the file count as which channel, where they are not the channel's own."""
    words: dict[Channel, list[str]] = {}
    for cell in dict.fromkeys(one_line(cell, 24) for cell in cells):
        if cell and cell.lower() != (channel := _row_channel(cell, "other")):
            words.setdefault(channel, []).append(cell)
    if not words:
        return []
    parts: list[str] = []
    for channel, said in words.items():
        rest = len(said) - 4
        names = listed([*said[:4], f"{rest} more"] if rest > 0 else said)
        verb = "" if parts else "counts " if len(said) == 1 else "count "
        parts.append(f"{names} {verb}as {channel}")
    return [f"Channels: {'; '.join(parts)}."]


def _whose_words(speaker: str | None, chat_log: bool, cells: Sequence[str]) -> list[str]:
    """What to tell of conversations: only the customer's side is taken."""
    if speaker is not None:
        return [f'"{one_line(speaker, 40)}" says who speaks: only the customer\'s rows are taken.']
    if chat_log or any("\n" in cell and own_words(cell) != cell for cell in cells):
        return ["In conversations only the customer's lines are taken."]
    return []


def _probe(table: Table) -> list[list[str]]:
    """The first rows, as many as it takes to judge the columns and as fit in little memory."""
    rows: list[list[str]] = []
    room = PROBE_CHARACTERS
    for row in islice(table.rows(), PROBE_ROWS):
        if isinstance(row, Row):
            rows.append(row.cells)
            room -= sum(map(len, row.cells))
        if room < 0:
            break
    return rows


def _channel(asked: str) -> Channel:
    for channel in CHANNELS:
        if asked.strip().lower() == channel:
            return channel
    raise UsageError(
        f'"{one_line(asked, 40)}" is no channel. '
        f"Choose {', '.join(CHANNELS[:-1])} or {CHANNELS[-1]}."
    )


def _row_channel(cell: str, usual: Channel) -> Channel:
    """What the cell names, `other` for words that name no channel, `usual` where it is blank."""
    return parse_channel(cell) or ("other" if cell.strip() else usual)


def _usual_channel(
    export: tuple[str, str] | None, text_column: str, path: Path, sheet: str, chat_log: bool
) -> Channel:
    """From the product the export comes from, else a word in the column's, sheet's or file's
    name.
    """
    if export:
        return _channel(export[1])
    for name in (text_column, sheet, path.stem):
        short = len(words_of(name)) <= 5
        if short and (named := parse_channel(name)):
            return named
    return "chat" if chat_log or text_column.endswith(CUSTOMER_TURNS) else "other"
