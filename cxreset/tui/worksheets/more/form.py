"""A worksheet made of labelled fields, as a content pack describes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.base.text import one_line, shown
from cxreset.insight import money
from cxreset.programme.model import PromptSheet, SheetField
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.fields.field import Field, LineField
from cxreset.tui.widgets.fields.pick_fields import TextField
from cxreset.tui.worksheets.parts.base import Worksheet


class FigureField(LineField):
    """A figure, kept as it was typed; one that the pack brought is said to be an assumption."""

    def __init__(self, default: str, *, id: str | None = None) -> None:
        super().__init__("", hint=_("a figure"), id=id)
        self._default = default

    def _read(self) -> str:
        text = self._text().strip()
        money.number(text)
        return text

    def _say(self, value: Any) -> str:
        if not value:
            return ""
        if value == self._default:
            return _("an assumption to start from")
        amount = money.amount(money.number(str(value)) or 0.0)
        return amount if amount != value else ""

    def _set_text(self, value: Any, draft: str | None) -> None:
        super()._set_text(value, draft)
        if draft is None:
            self.call_after_refresh(self._note, self._say(value))


class PromptSheetForm(Worksheet):
    """Label, field and a word of help for each; answers are kept under the worksheet's id."""

    def __init__(self, reset: Reset, sheet: PromptSheet) -> None:
        super().__init__(reset)
        self.sheet = sheet

    def compose(self) -> ComposeResult:
        for index, asked in enumerate(self.sheet.fields):
            yield Static(one_line(asked.label), classes="asked", markup=False)
            if asked.help:
                yield Static(shown(asked.help), classes="help", markup=False)
            if asked.kind == "number":
                yield FigureField(asked.default, id=f"field-{index}")
            else:
                yield TextField("", hint="write here", id=f"field-{index}")

    def on_mount(self) -> None:
        written = self.reset.daily.answers(self.sheet.id)
        for index, asked in enumerate(self.sheet.fields):
            name = f"{self.sheet.id}.{asked.key}"
            value = written.get(asked.key, asked.default)
            slot = self.slot(name, value, self._keeper(asked))
            self.query_one(f"#field-{index}", Field).bind_slot(slot)

    def _keeper(self, asked: SheetField) -> Callable[[str], None]:
        def keep(text: str) -> None:
            self.reset.daily.answer(self.sheet.id, asked.key, text)

        return keep
