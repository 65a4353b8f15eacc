"""What a field can be tied to: (name, number) of the records there are."""

from __future__ import annotations

from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Action, Fix, Gap, Measurement, Pain, Pilot, Touchpoint

Options = list[tuple[str, int]]


def pains(book: Workbook) -> Options:
    """Pain points, the chosen ones first."""
    return [
        (f"{'★ ' if pain.chosen else ''}{pain.ref}  {pain.title}", pain.key)
        for pain in book.rows(Pain, "-chosen", "id")
    ]


def touchpoints(book: Workbook) -> Options:
    """Touchpoints, the widest gap first."""
    return [(f"{row.ref}  {row.name}", row.key) for row in book.rows(Touchpoint, "-width", "id")]


def gaps(book: Workbook) -> Options:
    return [(f"{row.ref}  {row.title}", row.key) for row in book.rows(Gap)]


def fixes(book: Workbook) -> Options:
    return [(f"{row.ref}  {row.title}", row.key) for row in book.rows(Fix)]


def actions(book: Workbook) -> Options:
    return [(f"{row.ref}  {row.title}", row.key) for row in book.rows(Action)]


def pilots(book: Workbook) -> Options:
    return [(f"{row.ref}  {row.title or row.hypothesis}", row.key) for row in book.rows(Pilot)]


def measurements(book: Workbook) -> Options:
    return [(f"{row.ref}  {row.name}", row.key) for row in book.rows(Measurement)]
