"""Which column is taken for what, on the headers leaders have on their desks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import UsageError
from cxreset.intake.columns.find import find_column
from cxreset.intake.columns.guess import Mapping, guess_columns
from cxreset.intake.columns.names import is_reply
from cxreset.intake.read import Item, Options, look, read

EXPORTS: dict[str, tuple[str, Mapping, str]] = {
    "zendesk": (
        "Id,Requester,Requester email,Subject,Tags,Status,Priority,Via,Ticket type,Created at,"
        "Updated at,Solved at,Satisfaction Score\n"
        "1,Ann,a@b.co,Where is my parcel,late,open,high,Web form,Incident,"
        "2024-03-04 10:11,2024-03-05 10:00,2024-03-06 10:00,Good\n"
        "2,Ed,e@b.co,Refund is late,refund,open,high,Chat,Question,"
        "2024-03-04 10:11,2024-03-05 10:00,,Offered\n",
        Mapping(
            *("Subject", None, "Created at", "Via", "Satisfaction Score", "Requester email", "Tags")
        ),
        "ticket",
    ),
    "google": (
        "Package Name,Reviewer Language,Review Submit Date and Time,Star Rating,Review Title,"
        "Review Text,Developer Reply Date and Time,Developer Reply Text,Review Link\n"
        "com.x,en,2024-01-02T03:04:05Z,1,Bad,It crashes,2024-01-03T03:04:05Z,"
        "Thank you so much for this long and thoughtful note to us,http://x.co/1\n"
        "com.x,de,2024-01-02T03:04:05Z,5,,,2024-01-03T03:04:05Z,"
        "We are sorry to hear of the trouble you had with the app,http://x.co/2\n",
        Mapping("Review Text", "Review Title", "Review Submit Date and Time", None, "Star Rating"),
        "review",
    ),
    "typeform": (
        "#,What went wrong?,Start Date (UTC),Submit Date (UTC),Network ID\n"
        "a1,The box came half empty,2024-01-02 10:00:00,2024-01-02 10:01:00,ff\n"
        "a2,No one answered my mail,2024-01-02 10:00:00,2024-01-02 10:01:00,fg\n",
        Mapping("What went wrong?", None, "Submit Date (UTC)"),
        "survey",
    ),
    "intercom": (
        "Conversation ID,Conversation started at (America/New_York),Conversation rating,"
        "Conversation rating remark,Current conversation state,Agent reply\n"
        "1,2024-01-02 10:00,5,great help,closed,You are most welcome and thank you\n"
        "2,2024-01-02 10:00,1,nobody answered,closed,We are truly sorry for the long wait\n",
        Mapping(
            "Conversation rating remark",
            None,
            "Conversation started at (America/New_York)",
            None,
            "Conversation rating",
        ),
        "chat",
    ),
    "trustpilot": (
        "Review Id,Review Created (UTC),Review Username,Review Title,Review Content,Review Stars,"
        "Company Reply\n1,2024-01-02T10:00:00Z,Ann,Bad,It never came,1,So very sorry to hear it\n",
        Mapping(
            "Review Content",
            "Review Title",
            "Review Created (UTC)",
            None,
            "Review Stars",
            "Review Username",
        ),
        "review",
    ),
    "german": (
        "Kundennummer;Eingangsdatum;Kanal;Beschwerdetext;Kategorie;Antwort an Kunden\n"
        "17;03.04.2024;Telefon;Viel zu spät;Lieferung;Wir bitten um Entschuldigung dafür sehr\n"
        "18;05.04.2024;Brief;Schrank kaputt;Ware;Wir schicken Ihnen gerne ein neues Teil zu\n",
        Mapping(
            "Beschwerdetext", None, "Eingangsdatum", "Kanal", None, "Kundennummer", "Kategorie"
        ),
        "other",
    ),
    "french": (
        "Client;Date de création;Commentaire;Étoiles;Réponse de l'agent\n"
        "Luc;03/04/2024;Livré trop tard;2;Nous sommes vraiment désolés pour ce retard\n",
        Mapping("Commentaire", None, "Date de création", None, "Étoiles", "Client"),
        "other",
    ),
    "spanish": (
        "Cliente,Fecha,Comentarios,Puntuación\nAna,13/04/2024,Llegó tarde,2\n",
        Mapping("Comentarios", None, "Fecha", None, "Puntuación", "Cliente"),
        "other",
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_known_headers(tmp_path: Path, name: str) -> None:
    content, mapping, channel = EXPORTS[name]
    for written in (
        content,
        "\n".join([content.split("\n")[0].upper(), content.split("\n", 1)[1]]),
    ):
        path = tmp_path / "export.csv"
        path.write_text(written, encoding="utf-8")
        preview = look(path)
        found = {role: given.casefold() for role, given in preview.mapping.roles().items()}
        assert found == {role: given.casefold() for role, given in mapping.roles().items()}
        assert preview.channel == channel
        assert set(preview.reasons) == {role for role, given in mapping._asdict().items() if given}


def test_the_longest_and_most_varied_words_where_no_name_tells() -> None:
    header = ["a", "b", "c", "d"]
    rows = [
        [str(number), "standard wording that never ever changes", f"it broke {number} times", "yes"]
        for number in range(50)
    ]
    guess = guess_columns(header, rows)
    assert guess.mapping == Mapping(text="c")
    assert guess.reasons == {"text": "the longest and most varied words"}


def test_a_named_text_column_wins_though_most_rows_are_empty() -> None:
    rows = [["Standard greeting number one of our firm", ""] for _ in range(98)]
    rows += [["x y z", "the lift was broken"], ["x", "cold soup"]]
    assert guess_columns(["greeting", "Comments"], rows).mapping.text == "Comments"


def test_the_companys_words_are_never_the_text() -> None:
    for name in ("Developer Reply Text", "agent reply", "Company response", "Owner answer"):
        rows = [[str(number), f"We are so sorry about case {number} here"] for number in range(20)]
        assert guess_columns(["id", name], rows).mapping.text is None
    # but they can be asked for
    asked = guess_columns(["id", "Reply"], [["1", "no"]], named=Mapping(text="2"))
    assert asked.mapping.text == "Reply"


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("Developer Reply Text", True),
        ("Response from the owner", True),
        ("Company public response", True),
        ("Agent comment", True),
        ("Antwort an Kunden", True),
        ("Réponse du vendeur", True),
        ("Response", False),
        ("Réponse", False),
        ("Customer reply", False),
        ("Comments about our staff", False),
        ("Any message for the support team?", False),
        ("Business text", True),
    ],
)
def test_whose_words_a_column_holds(name: str, reply: bool) -> None:
    assert is_reply(name) == reply


def test_a_column_by_name_case_or_number() -> None:
    header = ("Id", "Comment", "comment", "Date", "2", "Q1: How was it?")
    assert find_column(header, "Comment") == "Comment"
    assert find_column(header, "comment") == "comment"
    assert find_column(header, "DATE") == "Date"
    assert find_column(header, "2") == "2"
    assert find_column(header, "3") == "comment"
    assert find_column(header, "q1") == "Q1: How was it?"
    with pytest.raises(UsageError, match='fits "Comment" and "comment"'):
        find_column(header, "COMMENT")
    for wrong in ("nope", "0", "7", "-1", "", "²", "9" * 5000):
        with pytest.raises(UsageError, match="The columns are: 1 Id, 2 Comment, 3 comment, 4 Date"):
            find_column(header, wrong)


def test_overrides_and_row_values(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text(
        "Id,Title,Body,Opened,Shipped on,Via,Stars\n"
        "1,Late,It  never\tcame ,13/04/2024,01/02/2024,Phone,4/5\n"
        "2,Broken,,05/04/2024,01/02/2024,Pigeon,\n"
        "3,,Torn,,,,\n"
    )
    preview = look(path, Options(Mapping(date="opened")))
    assert preview.reasons["date"] == "you named it"
    first, second, third = (row for row in read(preview) if isinstance(row, Item))
    assert first[:8] == (1, "It never came", "Late", date(2024, 4, 13), "call", 4.0, "", "")
    assert first.raw["Body"] == "It  never\tcame "
    assert second[:6] == (2, "Broken", "Broken", date(2024, 4, 5), "other", None)
    assert third[:6] == (3, "Torn", "", None, "ticket", None)
    fixed = look(path, Options(channel="Survey"))
    assert [row.channel for row in read(fixed) if isinstance(row, Item)] == ["survey"] * 3
    with pytest.raises(UsageError, match="Choose survey, review"):
        look(path, Options(channel="pigeon"))
    with pytest.raises(UsageError, match="The columns are: 1 Id"):
        look(path, Options(Mapping(text="words")))


def test_unclear_dates_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Comment,Date\nlate,01/02/2024\nlost,03/04/2024\n")
    preview = look(path)
    assert any("could be day or month first" in note for note in preview.notes)
    assert [row.received_on for row in read(preview) if isinstance(row, Item)] == [None, None]


def test_the_proposal_in_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Comment;Date\nlate;2024-02-01\nlost;2024-02-02\n")
    assert look(path).lines() == [
        "a.csv: columns split by semicolon",
        "  text      Comment (its name says so)",
        "  date      Date (its name says so)",
        "  channel   other for every row",
    ]


def test_what_is_not_plain_is_told_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "months.csv"
    rows = ["Kommentar,Monat,Kanal", *(f"Zu sp\xe4t {n},2026-0{n},Filiale" for n in range(1, 6))]
    path.write_bytes("\n".join(rows).encode("cp1252"))
    preview = look(path, Options(named=Mapping(date="Monat", channel="Kanal")))
    assert preview.lines()[0] == (
        "months.csv: columns split by comma, Windows-1252, Western Europe"
    )
    assert (
        '  "Monat" does not always say the day: the first of the month, quarter or week stands '
        "for it, marked as approximate." in preview.lines()
    )
    assert "  Channels: Filiale counts as other." in preview.lines()
    path.write_text("Text,Date,Channel\nlate,2026-05-01,email\nlost,1 May 2026,Internet\n")
    assert look(path).notes == ("Channels: email counts as ticket; Internet as other.",)


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("评价内容,追评内容,商家回复", 2),
        ("Review,Follow-up,Seller response", 2),
        ("Review,Updated review,Owner response", 2),
        ("Review,Customer reply,Shop reply", 2),
        ("Comment,Reply to follow-up question,Internal note", 2),
        ("Bewertung,Nachtrag,Antwort des Händlers", 2),
        ("Отзыв,Дополнение к отзыву,Ответ продавца", 2),
        ("レビュー,追記,ショップからのコメント", 2),
        ("리뷰 내용,한달사용리뷰,사장님 댓글", 2),
        ("Comment,Reply to customer,Agent reply", 1),
        ("Comment,Internal follow-up comment,Follow-up notes", 1),
    ],
)
def test_what_a_customer_wrote_later_is_theirs_and_the_reply_is_not(
    header: str, own: int, tmp_path: Path
) -> None:
    path = tmp_path / "shop.csv"
    rows = [f"The parcel came {n} days late,It broke on day {n},We are sorry {n}" for n in range(6)]
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    assert look(path).mapping.texts == tuple(header.split(",")[:own])


def test_likes_of_a_nested_name_are_no_rating(tmp_path: Path) -> None:
    path = tmp_path / "videos.csv"
    top = "snippet.topLevelComment.snippet"
    header = f"{top}.textOriginal,{top}.authorDisplayName,{top}.likeCount"
    rows = [f"The lamp came broken on day {n},@mara{n},{n % 4}" for n in range(8)]
    path.write_text("\n".join([header, *rows]))
    mapping = look(path).mapping
    assert (mapping.rating, mapping.customer) == (None, f"{top}.authorDisplayName")
