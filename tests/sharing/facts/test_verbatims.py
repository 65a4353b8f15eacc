"""Which of customers' own words stand behind a pain or a gap."""

from __future__ import annotations

from datetime import date

from cxreset.reset.reset import Reset
from cxreset.sharing.facts.customers import QuoteFact
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.verbatims import QUOTES, named_in
from cxreset.workbook.feedback.comments import CommentRepository
from cxreset.workbook.tables import Action, Feedback, Fix, Gap, ImportBatch, Pain, Touchpoint


def comment(reset: Reset, text: str, group: int | None = None) -> int:
    return reset.book.add(Feedback(text=text, channel="chat", group_id=group)).key


def facts_of(reset: Reset) -> PlanFacts:
    return gather(reset.book, reset.pack, reset.today)


def test_a_pain_quotes_no_two_comments_that_say_the_same(reset: Reset) -> None:
    pain = reset.book.add(Pain(title="Late", chosen=True)).key
    words = "x" * 100
    first = comment(reset, f"{words} one")
    same_group = comment(reset, f"{words} two", first)
    copy = comment(reset, f"{words}  ONE")
    other = comment(reset, f"{words} three")
    reset.book.tie(pain, [first, same_group, copy, other])
    (found,) = facts_of(reset).pains
    assert [quote.ref for quote in found.quotes] == [f"C{copy}", f"C{other}"]
    assert found.comments == 4


def test_a_pain_quotes_a_few_and_says_where_they_came_from(reset: Reset) -> None:
    batch = reset.book.add(
        ImportBatch(
            file_name="export.csv",
            sha256="0" * 64,
            imported_on=date(2026, 9, 7),
            channel="ticket",
            text_column="text",
            rows_read=1,
            stored=1,
            empty=0,
            refused=0,
        )
    ).key
    pain = reset.book.add(Pain(title="Late", chosen=True)).key
    quote = Feedback(
        text="y" * 110,
        channel="ticket",
        received_on=date(2026, 8, 3),
        batch_id=batch,
        row_number=13,
    )
    best = reset.book.add(quote).key
    others = [comment(reset, f"{number} {'z' * (number + 130)}") for number in range(9)]
    reset.book.tie(pain, [*others, best])
    (found,) = facts_of(reset).pains
    assert len(found.quotes) == QUOTES
    assert found.quotes[0] == QuoteFact(
        f"C{best}", "y" * 110, "ticket", date(2026, 8, 3), "export.csv, row 13"
    )
    assert found.quotes[1].source == "captured by hand"


def test_a_gap_stands_on_the_comments_its_proof_names_else_on_its_pains(reset: Reset) -> None:
    pain = reset.book.add(Pain(title="Late", chosen=True)).key
    one, two, three = (comment(reset, f"Comment {number}.") for number in (1, 2, 3))
    reset.book.tie(pain, [one, two])
    gone = comment(reset, "Removed again.")
    CommentRepository(reset.file).remove(gone)
    proof = f"Many say so: C{three}, C{gone} and again C{three}; also C{two}."
    point = reset.book.add(Touchpoint(name="Door", evidence=proof)).key
    reset.book.add(Gap(title="Named", touchpoint_id=point, pain_id=pain))
    reset.book.add(Gap(title="Unnamed", pain_id=pain))
    reset.book.add(Gap(title="Loose"))
    named, unnamed, loose = facts_of(reset).gaps
    assert [quote.ref for quote in named.quotes] == [f"C{three}", f"C{two}"]
    assert [quote.ref for quote in unnamed.quotes] == [f"C{one}", f"C{two}"]
    assert loose.quotes == ()
    assert [gap.comments for gap in (named, unnamed, loose)] == [2, 2, 0]


def test_fixes_and_actions_count_the_comments_behind_their_pain(reset: Reset) -> None:
    pain = reset.book.add(Pain(title="Late", chosen=True)).key
    reset.book.tie(pain, [comment(reset, "One."), comment(reset, "Two.")])
    gap = reset.book.add(Gap(title="Date", pain_id=pain)).key
    fix = reset.book.add(Fix(title="Text", gap_id=gap)).key
    reset.book.add(Action(title="Send it", fix_id=fix))
    reset.book.add(Action(title="Something else"))
    facts = facts_of(reset)
    assert [(one.chain, one.pain, one.comments) for one in facts.actions] == [
        ((f"F{fix}", f"G{gap}", f"P{pain}"), f"P{pain}", 2),
        ((), "", 0),
    ]
    assert [(one.pain, one.comments) for one in facts.fixes] == [(f"P{pain}", 2)]


def test_ids_are_read_out_of_a_text() -> None:
    assert named_in("C40, c41, AC42, C43x, (C44) C40.") == [40, 44]
    assert named_in("C" + "9" * 19) == []
