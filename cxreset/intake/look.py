"""A first look at a file: which reader, which columns, and what to tell before it is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from cxreset.base.channels import CHANNELS, Channel
from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.intake import notes
from cxreset.intake.columns.find import numbered
from cxreset.intake.columns.guess import Guess, guess_columns
from cxreset.intake.columns.names import known_export, words_of
from cxreset.intake.columns.people import people_columns
from cxreset.intake.columns.scales import Scale, asked_scale, guess_scale, unread
from cxreset.intake.columns.totals import is_header_again
from cxreset.intake.columns.trials import trial_columns
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.sniff import sniff
from cxreset.intake.options import Options
from cxreset.intake.preview import Preview
from cxreset.intake.readers.open import open_table
from cxreset.intake.shape.json_cells import with_fields_apart
from cxreset.intake.shape.table import Row, Table
from cxreset.intake.shape.twice import with_letters_mended
from cxreset.intake.speakers.turns import CUSTOMER_TURNS, is_chat_log, speaker_column
from cxreset.intake.speakers.who import Speaker, customers_among, partner, side_of_name
from cxreset.intake.values.cells import parse_channel
from cxreset.intake.values.date_columns import (
    Form,
    date_order,
    is_ambiguous,
    order_of_a_log,
    stamp_form,
)
from cxreset.intake.values.dates import Order
from cxreset.intake.values.ratings import RatingForm, rating_form

SHOWN_ROWS = 8  # rows in a preview
PROBE_ROWS = 5000  # rows the columns are judged on
PROBE_CHARACTERS = 8_000_000


def look(path: Path | str, options: Options | None = None) -> Preview:
    """Propose how to read `path`.

    Raises IntakeError when the file cannot be read or holds no words, UsageError when an option
    does not fit (no such column, channel, encoding, delimiter, sheet, scale or speaker).
    """
    options = options or Options()
    fixed = channel_called(options.channel) if options.channel is not None else None
    path = Path(path)
    table = with_letters_mended(open_table(sniff(path, options.encoding), options))
    table = with_fields_apart(table, options.asked_texts())
    rows = _probe(table)
    if not rows:
        raise IntakeError(
            _(
                "{path} has no row that can be read. Check how its columns are "
                "separated, and name the character with --delimiter."
            ).format(path=name_of(path))
        )
    guess = guess_columns(
        table.header,
        rows,
        has_header=table.has_header,
        columns=options.columns,
        named=options.named,
    )
    if guess.mapping.text is None:
        raise IntakeError(
            _(
                "No column of {path} reads like a customer's words. Name one with "
                "--text-column; there are: {numbered}."
            ).format(path=name_of(path), numbered=numbered(table.header))
        )
    if fixed:
        guess.reasons.pop("channel", None)
        guess = guess._replace(mapping=guess.mapping._replace(channel=None))
    return _preview(path, table, rows, guess, options, fixed)


def _preview(
    path: Path,
    table: Table,
    rows: Sequence[list[str]],
    guess: Guess,
    options: Options,
    fixed: Channel | None,
) -> Preview:
    columns = _Columns(table, rows)
    mapping = guess.mapping
    text = mapping.text or ""
    source = table.source
    file_day = datetime.fromtimestamp(source.changed_ns / 1e9, UTC).date()
    days = columns.dates(mapping.date, options.order(), file_day)
    rated = columns.ratings(mapping.rating, options.scale)
    speaker, chat_log = table.speaker or columns.speaker(text), columns.is_chat_log(text)
    speakers, customers = _who_speaks(table, options)
    export = known_export(table.header)
    stated = list(table.notes)
    stated += [*days.notes, *rated.notes]
    if mapping.channel is not None:
        stated += notes.about_channels(columns.cells(mapping.channel))
    if not table.speaker:
        stated += notes.about_speakers(speaker, chat_log, columns.cells(text))
    stated += notes.about_unused(guess)
    for name in mapping.texts:
        stated += notes.about_cut_cells(name, columns.cells(name))
    if export:
        stated.insert(0, _("It looks like an export from {export}.").format(export=export[0]))
    talk = chat_log or bool(table.speaker)
    usual = table.channel or _usual_channel(export, text, path, table.sheet, talk)
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
        reasons=guess.reasons,
        channel=fixed or usual,
        channel_fixed=fixed is not None,
        date_order=days.order,
        notes=tuple(stated),
        table=table,
        kind=table.kind,
        sheet=table.sheet,
        sheets=table.sheets,
        scale=rated.scale.name,
        scale_sure=rated.scale.sure,
        file_day=file_day,
        order_open=days.open,
        date_form=days.form,
        rating_form=rated.form,
        speaker=speaker or None,
        speakers=speakers,
        customers=customers,
        people=people_columns(table.header, rows),
        chat_log=chat_log,
        conversation=bool(table.speaker),
        trials=trial_columns(export, table.header),
    )


@dataclass(frozen=True)
class _Days:
    """How a column of dates is read, and what to tell of it."""

    order: Order = "unclear"
    form: Form = "written"
    open: bool = False
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class _Rated:
    """How a column of ratings is read, and what to tell of it."""

    scale: Scale
    form: RatingForm
    notes: Sequence[str] = ()


class _Columns:
    """The first rows of a table, column by column."""

    def __init__(self, table: Table, rows: Sequence[list[str]]) -> None:
        self._table, self._rows = table, rows

    def cells(self, name: str) -> list[str]:
        at = self._table.header.index(name)
        return [row[at] for row in self._rows]

    def dates(self, name: str | None, asked: Order | None, file_day: date) -> _Days:
        if name is None:
            return _Days()
        filled = [cell for cell in self.cells(name) if cell.strip()]
        order = asked or date_order(filled)
        if order == "unclear" and self._table.speaker:
            order = order_of_a_log(filled)
        form = stamp_form(filled)
        stated = notes.about_dates(name, filled, form, order, file_day)
        either = order == "unclear" and any(map(is_ambiguous, filled))
        return _Days(order, form, either, stated)

    def ratings(self, name: str | None, asked: str | None) -> _Rated:
        settled = Scale(asked_scale(asked), True) if asked is not None else None
        if name is None:
            return _Rated(Scale("", True), RatingForm())
        cells = self.cells(name)
        form = rating_form(cells)
        scale = settled or guess_scale(name, cells)
        stated = notes.about_ratings(name, cells, scale, form)
        if not scale.name and not unread(cells, "")[1]:
            scale = Scale("", True)  # nothing to ask
        return _Rated(scale, form, stated)

    def speaker(self, text: str) -> str | None:
        found = speaker_column(self._table.header, self._rows)
        return None if found == text else found

    def is_chat_log(self, text: str) -> bool:
        return not self._table.speaker and is_chat_log(self.cells(text))


def _who_speaks(
    table: Table, options: Options
) -> tuple[tuple[Speaker, ...], frozenset[str] | None]:
    """The speakers of a conversation, the most talkative first, and which are the customer."""
    if not table.speaker:
        return (), None
    at = table.header.index(table.speaker)
    turns = Counter(row.cells[at] for row in table.rows() if isinstance(row, Row))
    speakers = tuple(
        Speaker(name, number, side_of_name(name)) for name, number in turns.most_common() if name
    )
    if table.customers and not options.customers:
        return speakers, table.customers
    hint = partner(table.source.path.stem)
    return speakers, customers_among(speakers, options.customers, hint)


def _probe(table: Table) -> list[list[str]]:
    """The first rows, as many as it takes to judge the columns and as fit in little memory."""
    rows: list[list[str]] = []
    room = PROBE_CHARACTERS
    for row in islice(table.rows(), PROBE_ROWS):
        if isinstance(row, Row) and not is_header_again(row.cells, table.header):
            rows.append(row.cells)
            room -= sum(map(len, row.cells))
        if room < 0:
            break
    return rows


def channel_called(asked: str) -> Channel:
    """The channel of that name. Raises UsageError, which lists them."""
    for channel in CHANNELS:
        if asked.strip().lower() == channel:
            return channel
    raise UsageError(
        _('"{asked}" is no channel. Choose {channels} or {last}.').format(
            asked=one_line(asked, 40), channels=", ".join(CHANNELS[:-1]), last=CHANNELS[-1]
        )
    )


def _usual_channel(
    export: tuple[str, str] | None, text_column: str, path: Path, sheet: str, chat_log: bool
) -> Channel:
    """From the product the export comes from, else a word in the column's, sheet's or file's
    name.
    """
    if export:
        return channel_called(export[1])
    for name in (text_column, sheet, path.stem):
        short = len(words_of(name)) <= 5
        if short and (named := parse_channel(name)):
            return named
    return "chat" if chat_log or text_column.endswith(CUSTOMER_TURNS) else "other"
