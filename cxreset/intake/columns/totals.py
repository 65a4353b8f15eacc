"""Rows that hold no customer's words: what sums a report up, and its header once more."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.intake.columns.plain import simple

_SUMS = {
    *("total", "totals", "grand total", "sum", "average", "avg", "mean", "median", "subtotal"),
    *("overall total", "total comments", "total responses", "overall average", "count"),
    *("summe", "gesamt", "gesamtsumme", "insgesamt", "durchschnitt", "mittelwert", "zwischensumme"),
    *("somme", "moyenne", "total general", "sous total", "promedio", "media", "suma", "totale"),
    *("media totale", "totaal", "gemiddelde", "razem", "srednia", "toplam", "ortalama", "итого"),
    *(
        "всего",
        "среднее",
        "合計",
        "平均",
        "总计",
        "合计",
        "平均值",
        "합계",
        "평균",
        "المجموع",
        "συνολο",
    ),
}
_PLAIN = frozenset(map(simple, _SUMS))
_LENGTH = 40


def is_total(cell: str) -> bool:
    """`Total`, `Summe:`, `Grand total (April)` as the first cell of a row."""
    if len(cell) > _LENGTH or cell[-1:].isdigit():
        return False
    # Nearly every cell is plain already, and this is asked for every row.
    return (cell.lower() if cell.isascii() and cell.isalpha() else simple(cell)) in _PLAIN


def is_header_again(cells: Sequence[str], header: Sequence[str]) -> bool:
    """A row whose cells are the names of their columns, as pasted exports have it."""
    return any(cells) and all(
        not cell.strip() or simple(cell) == simple(name)
        for cell, name in zip(cells, header, strict=True)
    )
