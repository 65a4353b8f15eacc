"""The ready email: what it is about, and to whom it is never sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxreset.insight.personal.choices import Choices
from cxreset.sharing.documents.emails import email_text, masked_email, ready_email
from cxreset.sharing.documents.masking import masked
from cxreset.sharing.documents.model import (
    texts,
)
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.facts.customers import QuoteFact
from cxreset.sharing.facts.masking import in_words
from tests.sharing.full_plan import FULL


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ([{}], "Your action in our plan, by 9 Oct 2026"),
        ([{"deadline": date(2026, 10, 1)}], "Your action in our plan was due on 1 Oct 2026"),
        ([{}, {}], "Your 2 actions in our plan: the first by 9 Oct 2026"),
        (
            [{}, {"deadline": date(2026, 9, 1)}],
            "Your 2 actions in our plan: one was due on 1 Sep 2026",
        ),
        ([{"deadline": None}], "Would you give this action a date?"),
        ([{"status": "completed"}], "Thank you: what you owned in our plan is done"),
    ],
)
def test_the_ready_email_says_what_it_is_about(
    changes: list[dict[str, object]], subject: str
) -> None:
    actions = tuple(
        replace(FULL.actions[0], ref=f"A{number}", **change)  # type: ignore[arg-type]
        for number, change in enumerate(changes, 1)
    )
    email = ready_email(replace(FULL, actions=actions), "Sam Whitlock")
    assert email.to == "sam.whitlock@harbour-pine.example"
    assert email.subject == subject
    assert email.body.startswith("Hello Sam Whitlock,\n\n")
    assert email.body.endswith("\n\nThank you,\nDana Okafor")
    for action in actions:
        assert email.body.count(f"- {action.title} ({action.ref})") == action.open


def test_a_masked_slip_can_still_be_sent_and_gives_no_customer_away() -> None:
    quote = QuoteFact("C7", "Write to me at lee@x.co or ring 020 7946 0958.", "ticket")
    facts = replace(FULL, pains=(replace(FULL.pains[0], quotes=(quote,)), *FULL.pains[1:]))
    slip, notes = masked(build_slips(facts)["Sam Whitlock"])
    assert not any("lee@x.co" in text or "7946" in text for text in texts(slip))
    assert in_words(notes) == ("1 e-mail address in A1", "1 phone number in A1")
    ready, notes = masked_email(facts, "Sam Whitlock", Choices())
    assert ready is not None
    email = email_text(ready)
    assert email.startswith(
        "To: sam.whitlock@harbour-pine.example\n"
        "Subject: Your action in our plan, by 9 Oct 2026\n\nHello Sam Whitlock,\n\n"
    )
    assert email.endswith("\n\nThank you,\nDana Okafor\n")
    assert "lee@x.co" not in email and "7946" not in email
    where = "“The e-mail to Sam Whitlock”"
    assert in_words(notes) == (f"1 e-mail address in {where}", f"1 phone number in {where}")
    whole, notes = masked_email(facts, "Sam Whitlock", None)
    assert whole is not None and "lee@x.co" in whole.body and notes == ()


def test_the_colleagues_page_holds_no_email_and_no_step_of_the_leader() -> None:
    for slip in build_slips(FULL).values():
        assert {one.key for one in slip.parts} <= {"actions", "closed", "tell"}
        assert not any("(step " in text for text in texts(slip))
    email, _ = masked_email(FULL, "Tom Becker", Choices())  # no address is written down
    assert email is not None and email_text(email).startswith("To:\nSubject: ")


@pytest.mark.parametrize(
    ("statuses", "words", "subject"),
    [
        (
            ("completed", "completed"),
            "Thank you for seeing “Text A1” and “Text A2” through.",
            "Thank you: what you owned in our plan is done",
        ),
        (
            ("completed", "cancelled"),
            "Thank you for seeing “Text A1” through. "
            "“Text A2” was cancelled: nothing more is asked of you there.",
            "What you owned in our plan is closed",
        ),
        (
            ("cancelled", "cancelled"),
            "“Text A1” and “Text A2” were cancelled: nothing more is asked of you there.",
            "What you owned is not needed now",
        ),
    ],
)
def test_what_was_cancelled_is_never_thanked_for(
    statuses: tuple[str, str], words: str, subject: str
) -> None:
    own = tuple(
        replace(
            FULL.actions[0],
            ref=f"A{number}",
            title=f"Text A{number}",
            status=status,
            completed_on=None,
        )
        for number, status in enumerate(statuses, 1)
    )
    facts = replace(FULL, actions=own)
    (slip,) = build_slips(facts).values()
    assert words in texts(slip)
    email = ready_email(facts, "Sam Whitlock")
    assert email.subject == subject
    assert words in email.body
    assert ("done" in email.subject) == (set(statuses) == {"completed"})


def test_the_leaders_own_page_has_no_email_to_oneself() -> None:
    facts = replace(FULL, actions=(replace(FULL.actions[0], owner="dana  OKAFOR"),))
    (slip,) = build_slips(facts).values()
    assert [one.key for one in slip.parts] == ["actions", "tell"]
    assert masked_email(facts, "Dana OKAFOR", Choices()) == (None, ())


@pytest.mark.parametrize(
    ("deadlines", "asked", "never"),
    [
        ([9], "Is 9 Oct 2026 a date that you can keep", "overdue"),
        ([9, 12], "Is each coming date one that you can keep", "overdue"),
        ([1], "What is in the way, and what date would be true? A word today", "you can keep"),
        ([1, 12], "What is in the way of what is overdue", "Is each"),
        ([1, 9, 12], "what date would be true? Is each coming date one", "Is each date"),
        ([None], "name one that you can keep. If something", "calendar file"),
    ],
)
def test_it_asks_only_of_dates_that_can_still_be_kept(
    deadlines: list[int | None], asked: str, never: str
) -> None:
    actions = tuple(
        replace(
            FULL.actions[0], ref=f"A{at}", deadline=None if day is None else date(2026, 10, day)
        )
        for at, day in enumerate(deadlines, 1)
    )
    body = ready_email(replace(FULL, actions=actions), "Sam Whitlock").body.rpartition("\n\n- ")[2]
    asks = body.split("\n\n", 1)[1]
    assert asked in asks and never not in asks
