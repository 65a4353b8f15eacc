"""What the leader says about how a file is to be read; whatever is left out is guessed."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.intake.columns.guess import Mapping
from cxreset.intake.values.dates import Order

DATE_ORDERS = ("day-first", "month-first")


@dataclass(frozen=True)
class Options:
    """Columns are given by name or 1-based number.

    The roles that `named` names are settled, the others guessed. `columns` settles every role at
    once: nothing is guessed, and None leaves a role out. `sheet` is a workbook's, by name or
    1-based number, or `all` for those that are alike; `scale` is what the ratings are of, such as
    `1-5`, or `6-1` where 1 is best. `date_order` is one of DATE_ORDERS. `customers` are those
    speakers of a conversation whose words are the customer's. An option that a kind of file has no
    use for (a sheet of a CSV) is passed over.
    """

    named: Mapping = field(default_factory=Mapping)
    columns: Mapping | None = None
    channel: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    scale: str | None = None
    date_order: str | None = None
    customers: tuple[str, ...] = ()

    def asked_texts(self) -> tuple[str, ...]:
        """The columns of words that were named, as they were written."""
        return (*self.named.texts, *(() if self.columns is None else self.columns.texts))

    def order(self) -> Order | None:
        """The order asked for. Raises UsageError for what is none."""
        asked = (self.date_order or "").strip().lower().replace(" ", "-").replace("_", "-")
        if not asked:
            return None
        if asked in ("day-first", "dmy", "day"):
            return "day first"
        if asked in ("month-first", "mdy", "month"):
            return "month first"
        raise UsageError(
            _('"{asked}" is no order of dates. Write day-first or month-first.').format(
                asked=one_line(asked, 20)
            )
        )
