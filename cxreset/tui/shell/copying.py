"""Ctrl+C: what is selected, else what the focus is on, to wherever one can paste from."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, TextArea

from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.tui.shell import desktop
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.pick_one import PickOne
from cxreset.tui.widgets.page.page import Page
from cxreset.tui.widgets.reading_list import ReadingList


async def copy_here(app: App[Any]) -> None:
    """Copy it, and say how much and by which way; or that there is nothing."""
    text = text_here(app.screen)
    if not text.strip():
        app.notify(_("There is nothing here to copy."), markup=False)
        return
    by = await desktop.copy(app, text)
    app.notify(f"{count(len(text), 'character')}. {by}", markup=False)


def text_here(screen: Screen[Any]) -> str:
    """The selection; else all of the field, or the whole line, that has the focus."""
    focused = screen.focused
    selected = focused.selected_text if isinstance(focused, Input | TextArea) else ""
    return selected or screen.get_selected_text() or _of(focused)


def _of(widget: Widget | None) -> str:
    """What a widget holds, or the line of it that its cursor is on."""
    match widget:
        case Input():
            return widget.value
        case TextArea():
            return widget.text
        case ReadingList():
            return widget.current.text if widget.current is not None else ""
        case DataTable():
            return _row(widget)
        case OptionList():
            return _option(widget)
        case Choice() | PickOne():
            return widget.text
        case Page():
            return widget.plain
    return ""


def _row(table: DataTable[Any]) -> str:
    """The cells of the chosen row, with tabs between, as a spreadsheet takes them."""
    if not 0 <= table.cursor_row < table.row_count:
        return ""
    cells = table.get_row_at(table.cursor_row)
    return "\t".join(str(cell).strip() for cell in cells if str(cell).strip())


def _option(options: OptionList) -> str:
    if options.highlighted is None:
        return ""
    return str(options.get_option_at_index(options.highlighted).prompt).strip()
