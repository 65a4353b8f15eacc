"""The lists of the proposal: how a text is decoded and split, and several of a list ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.widgets import Select

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.intake.decode.code_pages import label_of
from cxreset.intake.readers.delimited import DELIMITER_NAMES

_CODECS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8-r", "cp866", "iso-8859-2", "cp850", "mac-roman"),
    *("shift_jis", "euc-jp", "euc-kr", "gb18030", "big5", "utf-16"),
)
ENCODINGS = (("UTF-8", "utf-8"), *((label_of(codec), codec) for codec in _CODECS))
DELIMITERS = tuple((name, name) for name in DELIMITER_NAMES.values())
DATE_ORDERS = ((N_("day first: 31/12"), "day-first"), (N_("month first: 12/31"), "month-first"))


def date_orders() -> list[tuple[str, str]]:
    """(label, value) of the orders that a day may be written in."""
    return [(_(label), value) for label, value in DATE_ORDERS]


def delimiters() -> list[tuple[str, str]]:
    """(label, value) of what may stand between the columns."""
    return [(_(label), value) for label, value in DELIMITERS]


_SHOWN = 40  # characters of a name in a list


class Ticks(Select[str]):
    """A list of one line in which several may be ticked: choosing one ticks it, or unticks it."""

    def __init__(self, *, id: str, classes: str) -> None:
        super().__init__([], prompt=_("none"), compact=True, id=id, classes=classes)
        self.ticked: tuple[str, ...] = ()

    def offer(self, options: Iterable[tuple[str, str]], ticked: Sequence[str], none: str) -> None:
        """Show (label, value) pairs with those ticked; `none` is shown where none is."""
        options = list(options)
        self.ticked = tuple(value for _, value in options if value in ticked)
        self.set_options(
            (Text(f"{'✓' if value in ticked else ' '} {one_line(label, _SHOWN)}"), value)
            for label, value in options
        )
        self.value = Select.NULL
        labels = [one_line(label, _SHOWN) for label, value in options if value in ticked]
        self.prompt = "; ".join(labels) if labels else none

    def toggled(self) -> tuple[str, ...]:
        """The ticked values once the one just chosen has changed sides."""
        if not isinstance(self.value, str):
            return self.ticked
        if self.value in self.ticked:
            return tuple(value for value in self.ticked if value != self.value)
        return (*self.ticked, self.value)
