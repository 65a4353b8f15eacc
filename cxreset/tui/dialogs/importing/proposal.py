"""How a file would be read, each part correctable, with its first rows as they will be stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Select, Static

from cxreset.base.channels import CHANNELS, channel_name
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line, shown
from cxreset.intake.columns.scales import in_words
from cxreset.intake.decode.code_pages import label_of
from cxreset.intake.read import Options, Preview, Report
from cxreset.intake.readers.delimited import DELIMITER_NAMES
from cxreset.reset.importing import personal_line
from cxreset.tui.dialogs.importing.choices import ENCODINGS, Ticks, date_orders, delimiters
from cxreset.tui.dialogs.importing.report import (
    NO_CUSTOMER,
    NO_WORDS,
    Proposed,
    notes_of,
    sample_lines,
    understood,
)

SCALES = ("1-5", "0-10", "1-10", "1-7", "1-6", "1-4", "1-3", "0-100", "5-1", "6-1", "4-1")
KEEP, DROP = "keep", "drop"
_EVERY, _COLUMN = "every:", "column:"
_ROWS = (
    (("text", N_("Words")), ("title", N_("Title"))),
    (("date", N_("Date")), ("channel", N_("Channel"))),
    (("rating", N_("Rating")), ("scale", N_("Scale"))),
    (("customer", N_("Customer")), ("category", N_("Category"))),
)
_FILE = ("sheet", "encoding", "delimiter")
_ORDERS = (N_("as the dates tell"), N_("day or month first?"))  # by whether that has to be said
_PLAIN = ("text", "title", "date", "rating", "customer", "category")  # roles that name a column


class Proposal(Vertical):
    """Shows a `Proposed`; posts `Corrected` when the leader changes how to read the file."""

    class Corrected(Message):
        """Look at the file again, so."""

        def __init__(self, options: Options) -> None:
            super().__init__()
            self.options = options

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.proposed: Proposed | None = None
        self._scale_chosen = False

    def compose(self) -> ComposeResult:
        yield Static("", id="understood", markup=False)
        with VerticalScroll(id="notes"):
            yield Static("", id="note-lines", markup=False)
        with Horizontal(classes="row", id="sheet-row"):
            yield Static(_("Sheet"), classes="label", markup=False)
            yield Select[str]([("", "")], compact=True, allow_blank=False, id="sheet")
        with Horizontal(classes="row", id="text-row"):
            yield Static(_("Encoding"), classes="label", markup=False)
            yield Select[str](ENCODINGS, compact=True, id="encoding")
            yield Static(_("Split by"), classes="label", markup=False)
            yield Select[str](delimiters(), compact=True, id="delimiter")
        for pair in _ROWS:
            with Horizontal(classes="row"):
                for role, label in pair:
                    yield Static(_(label), classes="label", markup=False)
                    yield Select[str]([], prompt=_("none"), compact=True, id=f"role-{role}")
        with Horizontal(classes="row"):
            yield Static(_("Words too"), classes="label of-table", markup=False)
            yield Ticks(id="more", classes="of-table")
            yield Static(_("Customers"), classes="label of-talk", markup=False)
            yield Ticks(id="speakers", classes="of-talk")
            yield Static(_("Order"), classes="label", markup=False)
            yield Select[str](date_orders(), prompt=_(_ORDERS[0]), compact=True, id="date-order")
        with Horizontal(classes="row"):
            yield Static(_("Personal"), classes="label", markup=False)
            yield Select[str](
                [
                    (_("details are kept here, masked on shares and exports"), KEEP),
                    (_("details are dropped now, for good; so is the customer"), DROP),
                ],
                allow_blank=False, compact=True, id="personal",
            )  # fmt: skip
        yield Static("", id="sample", markup=False)
        with VerticalScroll(id="account-box"):
            yield Static("", id="account", markup=False)
            yield Static("", id="found", markup=False)

    # -- what the leader has settled

    @property
    def drop_personal(self) -> bool:
        """Are personal details to be masked before anything is stored?"""
        return self.picked("personal") == DROP

    @property
    def ready(self) -> bool:
        """Is there a column of words?"""
        return self.picked("role-text") is not None

    @property
    def missing(self) -> str:
        """What the leader has to say before anything can be stored; empty for nothing."""
        if self.proposed is None or not self.ready:
            return _("Choose the column that holds the customer's words first.")
        return _(NO_CUSTOMER) if self.proposed.preview.unsettled else ""

    @property
    def asks(self) -> str:
        """The list that must be chosen from before all others; empty for none."""
        if self.proposed is None:
            return ""
        if self.proposed.unsure:
            return "#role-text"
        return "#speakers" if self.proposed.preview.unsettled else ""

    @property
    def scale_open(self) -> bool:
        """Is there a rating whose scale neither the file nor the leader has said?"""
        preview = self.proposed and self.proposed.preview
        if not preview or self._scale_chosen:
            return False
        return preview.mapping.rating is not None and not preview.scale_sure

    def picked(self, name: str) -> str | None:
        """What is chosen in a list, None for nothing."""
        value = self.query_one(f"#{name}", Select).value
        return value if isinstance(value, str) else None

    # -- showing

    def show(self, proposed: Proposed, *, fresh: bool) -> None:
        """Show a proposal; `fresh`: of a file or sheet not shown before."""
        self.proposed, preview = proposed, proposed.preview
        if fresh:
            self._scale_chosen = False
        self.query_one("#understood", Static).update(understood(preview))
        self.query_one("#note-lines", Static).update(notes_of(preview))
        self.query_one("#notes").display = bool(preview.notes)
        columns = [(Text(one_line(name, 50)), name) for name in preview.header]
        with self.prevent(Select.Changed):
            for role in _PLAIN:
                column = getattr(preview.mapping, role)
                self._fill(role, columns, None if proposed.unsure else column)
            self._fill_channel(preview)
            self._fill_scale(preview)
            sheets = [(Text(one_line(name, 50)), name) for name in preview.sheets]
            sheet: Select[str] = self.query_one("#sheet", Select)
            sheet.set_options(sheets or [(Text(""), "")])
            if preview.sheet in preview.sheets:
                sheet.value = preview.sheet
            self._fill_text(proposed)
            self._fill_several(preview)
        self.query_one("#sheet-row").display = len(preview.sheets) > 1
        self.query_one("#text-row").display = bool(preview.encoding)
        self.set_class(len(preview.sheets) > 1, "-sheets")
        self.set_class(bool(preview.speakers), "-talk")
        self.query_one("#sample", Static).update(self._first_rows(proposed))
        self.query_one("#account", Static).update("" if self.missing else _("Counting the rows."))
        self.query_one("#found", Static).update(personal_line(proposed.personal))

    def count(self, report: Report) -> None:
        """Show the account of the whole file, in which every row appears."""
        self.query_one("#account", Static).update(shown("\n".join(report.would_lines())))

    def _first_rows(self, proposed: Proposed) -> Content | str:
        return _(NO_WORDS) if proposed.unsure else sample_lines(proposed)

    def _fill_text(self, proposed: Proposed) -> None:
        """How the text was decoded and split, and in which order its days are read."""
        preview, options = proposed.preview, proposed.options
        name = "UTF-8" if preview.encoding.startswith("utf-8") else label_of(preview.encoding)
        name += _(" and older") if preview.mixed else ""
        split = _(DELIMITER_NAMES.get(preview.delimiter, preview.delimiter))
        for list_name, value, prompt in (
            ("encoding", options.encoding, _("{name}, as found").format(name=name)),
            ("delimiter", options.delimiter, _("{split}, as found").format(split=split)),
            ("date-order", options.date_order, _(_ORDERS[preview.order_open])),
        ):
            select: Select[str] = self.query_one(f"#{list_name}", Select)
            select.prompt = prompt
            select.value = Select.NULL if value is None else value

    def _fill_several(self, preview: Preview) -> None:
        """Further columns of words; in a conversation, those of the speakers who are customers."""
        others = [(name, name) for name in preview.header if name != preview.mapping.text]
        self.query_one("#more", Ticks).offer(others, preview.mapping.more, _("none"))
        speakers = [(f"{each.name} ({whole(each.turns)})", each.name) for each in preview.speakers]
        ticked = sorted(preview.customers or ())
        self.query_one("#speakers", Ticks).offer(speakers, ticked, _("who? choose"))

    def _fill(self, role: str, options: Iterable[tuple[Text, str]], value: str | None) -> None:
        select: Select[str] = self.query_one(f"#role-{role}", Select)
        options = list(options)
        select.set_options(options)
        select.value = value if value in {given for _, given in options} else Select.NULL

    def _fill_channel(self, preview: Preview) -> None:
        """Either a column says it row by row, or one channel is given to every row."""
        every, says = _("{name}, every row"), _("as “{name}” says")
        options = [(Text(every.format(name=channel_name(c))), _EVERY + c) for c in CHANNELS]
        options += [
            (Text(says.format(name=one_line(name, 40))), _COLUMN + name) for name in preview.header
        ]
        column = preview.mapping.channel
        self._fill("channel", options, f"{_COLUMN}{column}" if column else _EVERY + preview.channel)

    def _fill_scale(self, preview: Preview) -> None:
        scales = list(SCALES)
        if preview.scale and preview.scale not in scales:
            scales.insert(0, preview.scale)
        select = self.query_one("#role-scale", Select)
        rated = preview.mapping.rating is not None
        sure = preview.scale_sure or self._scale_chosen
        options = [(Text(in_words(name)), name) for name in scales] if rated else []
        self._fill("scale", options, preview.scale if sure else None)
        select.prompt = _("of how many? choose") if rated else _("no rating")

    # -- reading the notes

    def open_notes(self) -> None:
        """Open the notes, and close them again."""
        notes = self.query_one("#notes")
        if notes.has_focus:
            self.screen.focus_next()
        elif notes.display:
            notes.focus()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _room_for_notes(self) -> None:
        """What is read stands where the first rows and the account stood."""
        self.set_class(self.query_one("#notes").has_focus, "-notes")

    # -- correcting

    @on(Select.Changed)
    def _corrected(self, event: Select.Changed) -> None:
        event.stop()
        if self.proposed is None or event.select.id == "personal":
            return
        if event.select.id in _FILE:
            options = self._file_options(self.proposed)
            if options is not None:
                self.post_message(self.Corrected(options))
            return
        if event.select.id == "role-scale":
            self._scale_chosen = self.picked("role-scale") is not None
        if event.select.id == "role-rating":
            self._scale_chosen = False
        if self.ready:
            self.post_message(self.Corrected(self._column_options(self.proposed)))

    def _file_options(self, proposed: Proposed) -> Options | None:
        """The file read in another way, its columns guessed anew; None when nothing changed."""
        sheet = self.picked("sheet") if proposed.preview.sheets else None
        before = proposed.options
        options = Options(
            sheet=before.sheet if sheet == proposed.preview.sheet else sheet,
            encoding=self.picked("encoding"),
            delimiter=self.picked("delimiter"),
            date_order=before.date_order,
        )
        now = (options.sheet, options.encoding, options.delimiter)
        return None if now == (before.sheet, before.encoding, before.delimiter) else options

    def _column_options(self, proposed: Proposed) -> Options:
        """The same reading of the file with the columns, the speakers and the rest as chosen."""
        preview = proposed.preview
        found = {role: self.picked(f"role-{role}") for role in _PLAIN}
        channel = self.picked("role-channel") or _EVERY + "other"
        by_column = channel.startswith(_COLUMN)
        more = self.query_one("#more", Ticks).toggled()
        columns = preview.mapping._replace(
            **found,
            channel=channel.removeprefix(_COLUMN) if by_column else None,
            more=tuple(name for name in more if name != found["text"]),
        )
        return replace(
            proposed.options,
            sheet=preview.sheet or None,
            columns=columns,
            channel=None if by_column else channel.removeprefix(_EVERY),
            scale=self.picked("role-scale") if self._scale_chosen else None,
            date_order=self.picked("date-order"),
            customers=self.query_one("#speakers", Ticks).toggled(),
        )
