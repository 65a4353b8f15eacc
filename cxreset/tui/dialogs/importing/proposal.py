"""How a file would be read, each part correctable, with its first rows as they will be stored."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Select, Static

from cxreset.base.channels import CHANNELS
from cxreset.base.text import one_line
from cxreset.intake.columns.scales import in_words
from cxreset.intake.read import Preview
from cxreset.reset.importing import personal_line
from cxreset.tui.dialogs.importing.report import (
    Proposed,
    Wish,
    sample_lines,
    understood,
)

SCALES = ("1-5", "0-10", "1-10", "1-7", "1-6", "1-4", "1-3", "0-100", "5-1", "6-1", "4-1")
NO_WORDS = "No column reads like a customer's words by itself. Choose it above, beside Words."
KEEP, DROP = "keep", "drop"
_EVERY, _COLUMN = "every:", "column:"
_ROWS = (
    (("text", "Words"), ("title", "Title")),
    (("date", "Date"), ("channel", "Channel")),
    (("rating", "Rating"), ("scale", "Scale")),
    (("customer", "Customer"), ("category", "Category")),
)
_PLAIN = ("text", "title", "date", "rating", "customer", "category")  # roles that name a column


class Proposal(Vertical):
    """Shows a `Proposed`; posts `Corrected` when the leader changes how to read the file."""

    class Corrected(Message):
        """Look at the file again, so."""

        def __init__(self, wish: Wish) -> None:
            super().__init__()
            self.wish = wish

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.proposed: Proposed | None = None
        self._scale_chosen = False

    def compose(self) -> ComposeResult:
        yield Static("", id="understood", markup=False)
        with Horizontal(classes="row", id="sheet-row"):
            yield Static("Sheet", classes="label", markup=False)
            yield Select[str]([("", "")], compact=True, allow_blank=False, id="sheet")
        for pair in _ROWS:
            with Horizontal(classes="row"):
                for role, label in pair:
                    yield Static(label, classes="label", markup=False)
                    yield Select[str]([], prompt="none", compact=True, id=f"role-{role}")
        with Horizontal(classes="row"):
            yield Static("Personal", classes="label", markup=False)
            yield Select[str](
                [
                    ("details are kept here, masked on shares and exports", KEEP),
                    ("details are dropped now, for good; so is the customer", DROP),
                ],
                allow_blank=False, compact=True, id="personal",
            )  # fmt: skip
        yield Static("", id="sample", markup=False)
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
        self.query_one("#sheet-row").display = len(preview.sheets) > 1
        self.set_class(len(preview.sheets) > 1, "-sheets")
        self.query_one("#sample", Static).update(
            NO_WORDS if proposed.unsure else sample_lines(proposed)
        )
        self.query_one("#found", Static).update(personal_line(proposed.personal))

    def _fill(self, role: str, options: Iterable[tuple[Text, str]], value: str | None) -> None:
        select: Select[str] = self.query_one(f"#role-{role}", Select)
        options = list(options)
        select.set_options(options)
        select.value = value if value in {given for _, given in options} else Select.NULL

    def _fill_channel(self, preview: Preview) -> None:
        """Either a column says it row by row, or one channel is given to every row."""
        options = [(Text(f"{name}, every row"), _EVERY + name) for name in CHANNELS]
        options += [
            (Text(f"as “{one_line(name, 40)}” says"), _COLUMN + name) for name in preview.header
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
        select.prompt = "of how many? choose" if rated else "no rating"

    # -- correcting

    @on(Select.Changed)
    def _corrected(self, event: Select.Changed) -> None:
        event.stop()
        if self.proposed is None or event.select.id == "personal":
            return
        preview = self.proposed.preview
        if event.select.id == "sheet":
            sheet = self.picked("sheet")
            if sheet is not None and sheet != preview.sheet:
                self.post_message(self.Corrected(Wish(sheet=sheet)))
            return
        if event.select.id == "role-scale":
            self._scale_chosen = self.picked("role-scale") is not None
        if event.select.id == "role-rating":
            self._scale_chosen = False
        if self.ready:
            self.post_message(self.Corrected(self._wish(preview)))

    def _wish(self, preview: Preview) -> Wish:
        found = {role: self.picked(f"role-{role}") for role in _PLAIN}
        channel = self.picked("role-channel") or _EVERY + "other"
        by_column = channel.startswith(_COLUMN)
        same_words = found["text"] == preview.mapping.text
        columns = preview.mapping._replace(
            **found,
            channel=channel.removeprefix(_COLUMN) if by_column else None,
            more=preview.mapping.more if same_words else (),
        )
        return Wish(
            sheet=preview.sheet or None,
            columns=columns,
            channel=None if by_column else channel.removeprefix(_EVERY),
            scale=self.picked("role-scale") if self._scale_chosen else None,
        )
