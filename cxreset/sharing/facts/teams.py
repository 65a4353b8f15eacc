"""Facts about colleagues: who does what by when, the meeting, and what is asked afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxreset.sharing.facts.declared import Code, Colleague, Lines, Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFact:
    """`chain` leads back to the pain; `comments` is how many comments stand behind that pain.

    `note` is how far it is, in the words of whoever keeps it. `reply` is what the customers behind
    it are told, whom, by which way and when; without a day nobody was told yet.
    """

    ref: Ref
    title: str
    owner: Colleague = ""
    deadline: date | None = None
    status: Code = "not_started"
    chain: tuple[Ref, ...] = ()
    comments: int = 0
    completed_on: date | None = None
    note: Lines = ""
    opened_on: date | None = None
    purpose: Code | None = None
    reply: str = ""
    replied_to: str = ""
    replied_by: str = ""
    replied_on: date | None = None

    @property
    def pain(self) -> str:
        """The id of the pain it goes back to, empty when it is not tied to one."""
        return self.chain[-1] if self.chain and self.chain[-1].startswith("P") else ""

    @property
    def open(self) -> bool:
        return self.status not in ("completed", "cancelled")

    def overdue(self, today: date) -> bool:
        """Open, and its deadline is before `today`."""
        return self.open and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class PersonFact:
    name: Colleague
    function: Code = "other"
    attended: bool = False
    email: Colleague = ""


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """`priority` 1 comes first; None is a decision without a rank.

    `rejected` is what was turned down, `review_on` the day it is looked at again, `chain` the ids
    of the gap and the pain point that it is about.
    """

    ref: Ref
    title: str
    priority: int | None = None
    reason: str = ""
    decided_by: Colleague = ""
    rejected: str = ""
    dissent: str = ""
    review_on: date | None = None
    chain: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class InsightFact:
    """What was shown in the meeting, the ids it rests on, and how it was taken."""

    title: str
    chain: tuple[Ref, ...] = ()
    reaction: str = ""


@dataclass(frozen=True, slots=True)
class AgendaFact:
    """An item: its planned minutes and those it took, 0 while it was not talked through."""

    title: str
    minutes: int = 0
    lead: Colleague = ""
    used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact:
    """The cross-team meeting; `starts_at` is the hour as it was typed.

    `rule` is how it decided, `parked` what belongs elsewhere, `next_agenda` what was left for the
    meeting after it, `premortem` the end of “It failed because”.
    """

    held_on: date | None = None
    starts_at: str = ""
    location: str = ""
    notes: Lines = ""
    people: tuple[PersonFact, ...] = ()
    insights: tuple[InsightFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    agenda: tuple[AgendaFact, ...] = ()
    rule: Code = ""
    parked: tuple[str, ...] = ()
    next_agenda: tuple[AgendaFact, ...] = ()
    premortem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFact:
    """Something to ask `who` on a day; `action` is the id of the action it is about."""

    ref: Ref
    what: str
    who: Colleague = ""
    due_on: date | None = None
    done: bool = False
    action: Ref = ""


@dataclass(frozen=True, slots=True)
class ShareOutFact:
    """Who was told of the results, when and how."""

    who: str
    shared_on: date | None = None
    how: str = ""
    what: str = ""
