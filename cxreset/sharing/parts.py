"""What every part of a plan can end in: what is still to do, and what the leader noted."""

from __future__ import annotations

from cxreset.sharing.document import Block, Fact, Facts, Subheading, ToDo
from cxreset.sharing.facts import PlanFacts
from cxreset.text import one_line, shown


def still_to_do(facts: PlanFacts, text: str, step_id: str) -> ToDo:
    """What to do, and the step (number and title) in which it is done."""
    step = facts.steps.get(step_id)
    return ToDo(text, f"step {step.number}, {one_line(step.title)}" if step else "")


def answers(facts: PlanFacts, *step_ids: str) -> list[Block]:
    """The prompts of these steps that were answered, as questions with their answers.

    A plan asks only for steps whose prompts speak to the reader. Elsewhere they help the leader
    think (whose objection to expect, which action may slip), and those answers stay at home.
    """
    noted = [
        Fact(one_line(question), lines)
        for step_id in step_ids
        if (step := facts.steps.get(step_id))
        for question, answer in step.answers
        if (lines := spoken_lines(answer))
    ]
    return [Subheading("What we noted"), Facts(tuple(noted))] if noted else []


def spoken_lines(text: str) -> tuple[str, ...]:
    """A text's lines without the empty ones."""
    return tuple(flat for line in shown(text).splitlines() if (flat := one_line(line)))
