"""The quotes of a pain complain of that pain, and the same workbook always quotes the same."""

from __future__ import annotations

from datetime import date

from cxreset.reset.evidence.quoting import LOOKED_AT, Quotes
from cxreset.reset.reset import Reset
from cxreset.workbook import suggestions
from cxreset.workbook.tables import Feedback, ImportBatch, Pain

WAITED = "I waited forty minutes at the counter and nobody even looked up from the screen."


def batch(reset: Reset, scale: str) -> int:
    row = ImportBatch(
        file_name="export.csv",
        sha256="0" * 64,
        imported_on=date(2026, 9, 7),
        channel="survey",
        text_column="text",
        rows_read=1,
        stored=1,
        empty=0,
        refused=0,
        scale=scale,
    )
    return reset.book.add(row).key


def pain_of(reset: Reset, *texts: str, chosen: bool = True) -> tuple[int, list[int]]:
    """A pain with these comments tied: its number and theirs."""
    pain = reset.book.add(Pain(title="Waiting", chosen=chosen)).key
    comments = [reset.book.add(Feedback(text=text)).key for text in texts]
    reset.book.tie(pain, comments)
    return pain, comments


def test_a_comment_that_praises_or_is_rated_well_is_never_quoted(reset: Reset) -> None:
    stars, steps = batch(reset, "1-5"), batch(reset, "0-10")
    pain, (praise, complaint) = pain_of(
        reset,
        "The staff were wonderful, very friendly and helpful, queues were only 3 minutes, thanks!",
        WAITED,
    )
    rated = [
        reset.book.add(Feedback(text=f"Waiting at the desk, {n}.", rating=rating, batch_id=scale))
        for n, (rating, scale) in enumerate(((5, stars), (4, stars), (2, stars), (9, steps)))
    ]
    reset.book.tie(pain, [row.key for row in rated])
    found = Quotes(reset.book).of(pain)
    assert set(found) == {complaint, rated[2].key}
    assert praise not in found


def test_none_is_quoted_where_none_complains(reset: Reset) -> None:
    pain, _ = pain_of(reset, "Great service, thank you!", "Excellent, friendly and quick.")
    assert Quotes(reset.book).of(pain) == []


def test_the_words_of_the_accepted_theme_come_first(reset: Reset) -> None:
    off = "The colour of the sofa was wrong and the second cushion had a hole right in the middle."
    pain, comments = pain_of(
        reset,
        off,
        "My suitcase: they lost the blue bag between two flights and offered nothing at all.",
        "They did not lose my bag this time but the seat was broken and the crew was rude to us.",
    )
    suggestions.accept(reset.file, "phrase:lost bag", pain)
    assert Quotes(reset.book).of(pain)[0] == comments[1]
    suggestions.put(reset.file, "phrase:lost bag", suggestions.OPEN)
    suggestions.accept(reset.file, "driver:late", pain)
    late = reset.book.add(Feedback(text="Delayed by an hour again.")).key
    reset.book.tie(pain, [late])
    assert Quotes(reset.book).of(pain)[0] == late, "short, but it names the theme"


def test_two_chosen_pains_do_not_begin_with_the_same_words(reset: Reset) -> None:
    first, (best, *_) = pain_of(reset, WAITED, "Nobody answers.")
    second = reset.book.add(Pain(title="Counter", chosen=True)).key
    other = reset.book.add(Feedback(text="The counter is closed at noon, and no sign says so."))
    reset.book.tie(second, [best, other.key])
    quotes = Quotes(reset.book)
    assert quotes.of(second) == [other.key, best]
    assert quotes.of(first)[0] == best
    reset.book.set(Pain, first, chosen=False)
    assert Quotes(reset.book).of(second)[0] == best, "what is not in the plan takes nothing"


def test_the_same_comments_in_any_order_quote_the_same(reset: Reset) -> None:
    texts = [
        WAITED,
        "No reply in three weeks, although I wrote four times and called twice.",
        "The parcel was left in the rain and everything in it was ruined by the water.",
        "It only…",
    ]
    here, there = (pain_of(reset, *order, chosen=False)[0] for order in (texts, texts[::-1]))

    def words(pain: int) -> list[str]:
        return [comment.text for comment in reset.comments.page(Quotes(reset.book).of(pain))]

    assert words(here) == words(there)
    assert words(here)[-1] == "It only…", "cut off and short"


def test_a_complaint_behind_hundreds_of_happy_ones_is_found(reset: Reset) -> None:
    happy = [f"Wonderful and friendly service, thank you so much {'x' * 60} {n}." for n in range(5)]
    pain, _ = pain_of(reset, *(text for text in happy for _ in range(LOOKED_AT // 5)))
    bad = reset.book.add(Feedback(text="Bad.")).key
    reset.book.tie(pain, [bad])
    assert Quotes(reset.book).of(pain) == [bad]


def test_the_leaders_own_choice_stands_while_it_is_tied(reset: Reset) -> None:
    pain, (best, second, third) = pain_of(reset, WAITED, "Nobody answers.", "It is always late.")
    assert Quotes(reset.book).of(pain)[0] == best
    reset.book.set(Pain, pain, quote_id=third)
    assert Quotes(reset.book).of(pain) == [third, best, second]
    reset.book.untie(pain, [third])
    assert Quotes(reset.book).of(pain) == [best, second]
