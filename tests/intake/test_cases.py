"""Small files of real shapes that once lost something: each is read to its right value.

`fixtures/cases` holds them; words are invented. What a whole kind needs is tested beside its rule.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from cxreset.base.errors import IntakeError
from cxreset.intake.decode.hunger import is_hungry
from cxreset.intake.read import Item, Options, Report, account, look, read
from cxreset.intake.readers import workbooks
from cxreset.intake.report import Unread

CASES = Path(__file__).parent / "fixtures" / "cases"


def items(name: str, options: Options | None = None) -> list[Item]:
    return [row for row in read(look(CASES / name, options)) if isinstance(row, Item)]


def counts(name: str) -> tuple[int, int, dict[str, int]]:
    report = account(look(CASES / name))
    assert report.read == report.rows_taken + report.without_words + report.refused
    assert not report.refused
    return (
        report.read,
        report.stored,
        {str(reason): number for reason, number in report.passed.items()},
    )


# name -> rows read, comments, rows passed over and why
ACCOUNTS: dict[str, tuple[int, int, dict[str, int]]] = {
    "call-zoom.vtt": (4, 2, {"company": 2}),
    "chat-named-agents.csv": (3, 3, {}),
    "date-ambiguous.csv": (12, 12, {}),
    "dates-half-lost.csv": (30, 30, {}),
    "email-thread.csv": (2, 2, {}),
    "enc-el-cp1253.csv": (4, 4, {}),
    "epoch-seconds.json": (4, 4, {}),
    "header-repeated.csv": (5, 4, {"header": 1}),
    "html-in-text.csv": (4, 3, {"empty": 1}),
    "intercom-api.json": (3, 2, {"company": 1}),
    "json-in-cell.csv": (3, 3, {}),
    "lang-pt.csv": (4, 4, {}),
    "long-it.csv": (24, 24, {}),
    "mail.eml": (1, 1, {}),
    "mixed-encodings.csv": (6, 6, {}),
    "no-words.csv": (12, 2, {"no answer": 10}),
    "quote-two-strays.csv": (40, 40, {}),
    "reply-in-cell.csv": (3, 3, {}),
    "report-merged-total.xlsx": (5, 4, {"total": 1}),
    "satisfaction-words.csv": (24, 24, {}),
    "short-repeated-answers.csv": (28, 20, {"no answer": 8}),
    "spaces-after-comma.csv": (2, 2, {}),
    "star-and-ago.csv": (24, 24, {}),
    "themes-tr.csv": (240, 240, {}),
    "ticket-owner.csv": (3, 3, {}),
    "two-word-columns.csv": (5, 5, {"empty": 1}),
    "whatsapp-iphone.txt": (6, 2, {"company": 3, "notice": 1}),
    "zendesk-api.json": (4, 2, {"company": 2}),
}
TEXTS: dict[str, list[str]] = {
    "call-zoom.vtt": [
        "My router drops the line every evening and I have called three times already",
        "Nobody ever calls me back",
    ],
    "chat-named-agents.csv": [
        "My voucher code is refused\nSPRING",
        "The app logs me out all the time",
        "Where is my parcel?",
    ],
    "email-thread.csv": [
        "I am still waiting for the money.\n\nKind regards\nKim",
        "The invoice shows the old address",
    ],
    "header-repeated.csv": [
        "The parcel is a week late",
        "Wrong colour again",
        "All good this time",
        "Quick and easy",
    ],
    "html-in-text.csv": [
        "I'm still waiting for my refund & nobody answers.\n\nOrder 4711",
        "The reset mail never arrives",
        "a < b and 3 > 2, still fine – thanks",
    ],
    "intercom-api.json": ["I was charged twice", "It happened last month too"],
    "json-in-cell.csv": [
        "The breaker trips every night",
        "Display shows nothing",
        "The handle is stuck",
    ],
    "mail.eml": [
        "I sent the kettle back in February, and I am still waiting for the money you promised."
    ],
    "mixed-encodings.csv": ["Das Gerät ist zu spät gekommen"] * 3 + ["Die Tür schließt nicht"] * 3,
    "no-words.csv": ["The app logs me out every hour", "Please add a night line"],
    "reply-in-cell.csv": [
        "Waited an hour for cold soup.",
        "Lovely evening",
        "Waiter ignored us.",
    ],
    "spaces-after-comma.csv": ["Late, again and cold", "Fine, thanks"],
    "two-word-columns.csv": [
        "The breakfast was lovely",
        "The lift was out of order all week",
        "Friendly reception",
        "The room smelled of paint",
        "Quiet street",
    ],
    "whatsapp-iphone.txt": [
        "Good morning, my lamp arrived broken\nThe shade is cracked\nand one screw is missing",
        "Still no answer after two weeks",
    ],
    "zendesk-api.json": ["My parcel is a week late", "Still nothing after ten days"],
}


def test_every_case_has_its_account() -> None:
    assert {path.name for path in CASES.iterdir()} == {*ACCOUNTS, "codebook-beside-numbers.xlsx"}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_account_adds_up(name: str) -> None:
    assert counts(name) == ACCOUNTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_the_customers_words_and_no_others(name: str) -> None:
    assert [item.text for item in items(name)] == TEXTS[name]


def days(name: str, options: Options | None = None) -> list[str]:
    return [
        item.received_on.isoformat() if item.received_on else "" for item in items(name, options)
    ]


def test_days() -> None:
    assert days("epoch-seconds.json") == ["2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"]
    assert days("lang-pt.csv") == ["2024-03-03", "2024-09-14", "2024-10-05", "2024-12-30"]
    assert days("long-it.csv")[:4] == ["2024-03-03", "2024-04-14", "2024-05-05", "2024-06-30"]
    assert days("intercom-api.json") == ["2025-03-03"] * 2
    assert days("whatsapp-iphone.txt") == ["2025-04-03", "2025-04-17"]
    assert days("mail.eml") == ["2025-04-07"]
    assert days("date-ambiguous.csv").count("") == 8 + 2
    first = days("date-ambiguous.csv", Options(date_order="day-first"))
    assert first[:3] == ["2025-01-01", "2025-03-02", "2025-05-03"]
    other = days("date-ambiguous.csv", Options(date_order="month-first"))
    assert other[:3] == ["2025-01-01", "2025-02-03", "2025-03-05"]


def test_days_told_from_today_are_counted_back_and_said() -> None:
    for name, number in (("dates-half-lost.csv", 10), ("star-and-ago.csv", 18)):
        preview = look(CASES / name)
        report = account(preview)
        assert report.approximate == number
        assert any(f"{number} of" in note and "told from today" in note for note in preview.notes)
        assert any("approximate" in line for line in report.would_lines())


def test_ratings() -> None:
    assert [item.rating for item in items("star-and-ago.csv")][:5] == [1, 2, 3, 4, 5]
    assert [item.rating for item in items("lang-pt.csv")] == [1, 2, 5, 2]
    preview = look(CASES / "satisfaction-words.csv")
    assert (preview.mapping.rating, preview.scale) == ("Satisfaction Score", "0-1")
    assert [item.rating for item in items("satisfaction-words.csv")][:4] == [0, 1, None, None]
    assert account(preview).ratings == Unread("Satisfaction Score", read=12)


def test_who_and_what_about() -> None:
    assert [item.customer for item in items("ticket-owner.csv")] == [
        *("kim@mail.example", "lee@mail.example", "max@mail.example")
    ]
    assert items("ticket-owner.csv")[0].title == "Late parcel"
    assert items("mail.eml")[0].title == "Rücksendung never refunded"
    assert items("mail.eml")[0].customer == "one@example.org"
    assert [item.title for item in items("two-word-columns.csv")][:2] == [
        *("Positive review", "Negative review")
    ]


def test_a_sheet_that_explains_another_holds_no_comments() -> None:
    with pytest.raises(IntakeError, match="No column of codebook-beside-numbers"):
        look(CASES / "codebook-beside-numbers.xlsx")


def test_a_sheet_a_month_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "months.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for month in ("Jan", "Feb", "Mar"):
        sheet = book.add_worksheet(month)
        for at, row in enumerate((["Id", "Comment"], [1, f"Late in {month}"], [2, "Cold soup"])):
            sheet.write_row(at, 0, row)
    book.close()
    preview = look(path)
    found = [row for row in read(preview) if isinstance(row, Item)]
    assert [item.text for item in found][::2] == ["Late in Jan", "Late in Feb", "Late in Mar"]
    assert [item.row_number for item in found] == [1, 2, 3, 4, 5, 6]
    assert [item.raw["Sheet"] for item in found] == ["Jan", "Jan", "Feb", "Feb", "Mar", "Mar"]
    assert preview.sheet == "all of Jan, Feb, Mar"
    assert account(look(path, Options(sheet="Feb"))).stored == 2
    assert account(look(path, Options(sheet=preview.sheet))).stored == 6


def test_a_small_file_that_asks_for_all_memory_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    book.add_worksheet().write_column(0, 0, ["Comment", "x" * 32_000])
    book.close()
    path = tmp_path / "hungry.xlsx"
    row = '<row r="{0}"><c r="A{0}" t="s"><v>1</v></c></row>'
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part).decode()
            if part.endswith("sheet1.xml"):
                begin, end = content.index("<sheetData>") + 11, content.index("</sheetData>")
                rows = "".join(row.format(number) for number in range(1, 100_001))
                content = content[:begin] + rows + content[end:]
            new.writestr(part, content)
    monkeypatch.setattr(workbooks, "read_sheets", None)  # it is told before anything reads it
    with pytest.raises(IntakeError, match=r"hungry.xlsx would take more memory.*as CSV"):
        look(path)
    cell = '<table:table-cell table:number-columns-repeated="9">{0}</table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="99999">{cell.format("x" * 999)}'
    document = f'<a><table:table table:name="S">{rows}</table:table-row></table:table></a>'.encode()
    assert is_hungry("content.xml", document, [])
    assert not is_hungry("content.xml", document.replace(b"99999", b"9"), [])


def test_nothing_is_said_of_an_account_without_faults() -> None:
    report = Report(file_name="a.csv", dates=Unread("Date"), ratings=Unread("Rating"))
    assert report.would_lines() == ["a.csv: of 0 rows 0 comments would be taken."]
