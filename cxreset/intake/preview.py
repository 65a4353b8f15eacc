"""How a file would be read: the proposal to be shown, and corrected, before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxreset.base.channels import Channel, channel_name
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext, pgettext
from cxreset.base.text import listed, one_line
from cxreset.intake.columns.guess import ROLES, Mapping
from cxreset.intake.columns.people import Side
from cxreset.intake.columns.scales import in_words
from cxreset.intake.decode.code_pages import label_of
from cxreset.intake.decode.kinds import Kind, kind_name
from cxreset.intake.outcome import Item
from cxreset.intake.readers.delimited import DELIMITER_NAMES
from cxreset.intake.shape.table import Table
from cxreset.intake.speakers.who import Speaker
from cxreset.intake.values.date_columns import Form
from cxreset.intake.values.dates import Order
from cxreset.intake.values.ratings import PLAIN_NUMBERS, RatingForm

CELL_SHOWN = 60  # characters of a cell in a line


@dataclass(frozen=True)
class Preview:
    """How a file would be read, to be shown before anything is stored.

    `rows` are the first few rows' cells, `mapping` names columns of `header`, `reasons` says why
    for each role. `channel` is what a row gets unless a channel column says otherwise
    (`channel_fixed`: the user chose it, for every row). `size` is in bytes. `delimiter` is one
    character, empty for a single column and for what is no delimited file; `encoding` is empty for
    a workbook, whose `sheet` is one of `sheets`. `scale` is what the ratings are of, such as `1-5`,
    empty when there are none or it is unclear; `scale_sure` is False where it should be asked for.
    `speaker` is the column that says who speaks: `customers` are those names there that are the
    customer, None where the cells themselves name a side (or, with `speakers`, where it has to be
    asked). In a `chat_log` each cell of words begins with who speaks; in a `conversation` each
    row is a message. `people` are columns of names that stand before the lines of a transcript,
    and whom they speak for. `trials` are a survey's columns that say whether a row is a preview
    or test. `file_day` is when the file was last changed: days told from "today" are counted back
    from it. `order_open`: some days could be day or month first. `date_form` and `rating_form` say
    how these are written.
    """

    path: Path
    file_name: str
    sha256: str
    size: int
    encoding: str
    encoding_guessed: bool
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    reasons: dict[str, str]
    channel: Channel
    channel_fixed: bool
    date_order: Order
    notes: tuple[str, ...]
    table: Table
    kind: Kind
    sheet: str
    sheets: tuple[str, ...]
    scale: str
    scale_sure: bool
    file_day: date
    order_open: bool = False
    date_form: Form = "written"
    rating_form: RatingForm = PLAIN_NUMBERS
    speaker: str | None = None
    speakers: tuple[Speaker, ...] = ()
    customers: frozenset[str] | None = None
    people: tuple[tuple[str, Side], ...] = ()
    chat_log: bool = False
    conversation: bool = False
    trials: tuple[str, ...] = ()

    @property
    def unsettled(self) -> bool:
        """Must somebody say first which of the speakers is the customer?"""
        return bool(self.speakers) and self.customers is None

    @property
    def mixed(self) -> bool:
        """Are some lines UTF-8 and some in an older encoding?"""
        return self.table.source.errors not in ("", "strict", "replace")

    def lines(self) -> list[str]:
        """The proposal in plain lines, for the command line."""
        lines = [f"{self.file_name}: {self._what()}"]
        for role, name in self.mapping.roles().items():
            lines.append(f"  {_role(role):<9} {one_line(name, 50)} ({self.reasons[role]})")
            if role == "text":
                lines += [
                    _("            {more} (too)").format(more=one_line(more, 50))
                    for more in self.mapping.more
                ]
        if self.mapping.channel is None:
            lines.append(
                _("  channel   {channel} for every row").format(channel=channel_name(self.channel))
            )
        if self.mapping.rating is not None and (self.scale or not self.scale_sure):
            lines.append(_("  scale     {scale}").format(scale=self._scale()))
        return lines + [f"  {note}" for note in self.notes]

    def first_rows(self, items: Sequence[Item]) -> list[str]:
        """The first comments as they will be stored in plain lines, a heading above them."""
        if not items:
            return []
        lines = [_("The first rows") if len(items) > 1 else _("The first row")]
        for item in items:
            day, score = item.received_on, item.rating
            cells = {
                "text": item.text,
                "title": item.title,
                "date": _day(day, approximate=item.approximate),
                "channel": channel_name(item.channel),
                "rating": "" if score is None else f"{score:g}",
                "customer": item.customer,
                "category": item.category,
            }
            roles = self.mapping.roles()
            shown = [
                f"{_role(role):<9} {one_line(cells[role], CELL_SHOWN)}"
                for role in ROLES
                if cells[role] and role in roles
            ]
            row = whole(item.row_number)
            lines += [
                f"  {'' if position else row:<3}{line}" for position, line in enumerate(shown)
            ]
        return lines

    def _what(self) -> str:
        if self.sheets:
            others = [one_line(name, 40) for name in self.sheets if name != self.sheet]
            words = ngettext(" (there is also {others})", " (there are also {others})", len(others))
            more = words.format(others=listed(others[:8]))
            sheet = _('{kind}, sheet "{sheet}"').format(
                kind=kind_name(self.kind), sheet=one_line(self.sheet, 40)
            )
            return sheet + (more if others else "")
        if self.kind != "CSV":
            return f"{kind_name(self.kind)}{self._written()}"
        split = _(DELIMITER_NAMES.get(self.delimiter, self.delimiter))
        split = (
            _("columns split by {split}").format(split=split)
            if self.delimiter
            else _("a single column")
        )
        return f"{split}{self._written()}"

    def _written(self) -> str:
        """In which encoding, where it is not the usual one."""
        name = self.encoding.lower().replace("_", "-")
        if name in ("", "ascii", "utf-8", "utf-8-sig"):
            return _(", UTF-8 and an older encoding, line by line") if self.mixed else ""
        return f", {label_of(self.encoding)}"

    def _scale(self) -> str:
        if self.scale_sure:
            return in_words(self.scale)
        if self.scale:
            return _("{in_words} perhaps; say with --scale {scale}").format(
                in_words=in_words(self.scale), scale=self.scale
            )
        return _("unclear; say with --scale, such as 1-5 or 0-10")


def _role(role: str) -> str:
    """What a column holds, in at most nine letters."""
    words = {
        "text": pgettext("column", "text"),
        "title": pgettext("column", "title"),
        "date": pgettext("column", "date"),
        "channel": pgettext("column", "channel"),
        "rating": pgettext("column", "rating"),
        "customer": pgettext("column", "customer"),
        "category": pgettext("column", "category"),
    }
    return words.get(role, role)


def _day(day: date | None, *, approximate: bool) -> str:
    if day is None:
        return ""
    return _("about {day}").format(day=day.isoformat()) if approximate else day.isoformat()
