"""Small content packs, written by code: every test breaks a fresh one in its own way."""

from __future__ import annotations

from pathlib import Path

ENGLISH = ("Why", "How", "Done when", "Example", "Pitfall")
GERMAN = ("Warum", "Wie", "Fertig, wenn", "Beispiel", "Fallstrick")
WEEKS = ("listen", "map", "team", "test")


def words(number: int) -> str:
    """That many words of filling."""
    return " ".join(["word"] * number)


def pack_texts(
    headings: tuple[str, ...] = ENGLISH, language: str = "en", sessions: int = 5
) -> dict[str, str]:
    """A whole pack by file name: four weeks of one step each, nothing to complain about."""
    why, how, done, example, pitfall = headings
    texts = {
        "pack.md": f"""---
format: 1
title: Small reset
language: {language}
version: 1.1
credit: After nobody in particular.
headings:
  why: {why}
  how: {how}
  done: "{done}"
  example: {example}
  pitfall: {pitfall}
rest:
  title: Rest
  text: Nothing is asked today.
---

About this pack.
""",
        "practices/listen-well.md": f"""---
id: listen-well
title: Listen well
minutes: 10
kind: habit
question: When did you last listen?
template: invite
---
{words(70)}
""",
        "checkup/1-avoidance.md": """---
id: avoidance
number: 1
title: Avoidance
sign: Complaints are left to lie.
statements:
  - We read them.
  - We answer them.
  - We mend what they name.
practice: listen-well
---
Tired people look away.
""",
        "templates/invite.md": """---
id: invite
title: Invitation
used_for: asking people in
---
Dear {{people}}, we meet on {{meeting_date}}.
""",
        "worksheets/money.md": """---
id: money
title: The case in money
used_for: the CFO
fields:
  - key: cost
    label: Cost of a contact
    help: In your currency
    kind: number
    default: 8
---
Start from what a contact costs.
""",
    }
    for number, week in enumerate(WEEKS, 1):
        texts[f"weeks/{number}-{week}.md"] = f"""---
id: {week}
number: {number}
title: {week.title()}
objective: Do the {week} week.
metrics:
  - {{key: issues, title: Issues, kind: counted}}
  - {{key: csat, title: CSAT, kind: kept}}
---
What the week is for.
"""
        texts[f"steps/{number}.1-{week}.md"] = f"""---
id: {week}.first
week: {week}
number: {number}.1
title: Take the first step
summary: One short line
minutes: 40
prompts:
  - key: seen
    text: What did you see?
---

## {why}

{words(60)}

## {how}

1. Begin.
2. Go on.

## {done}

- It is written down.

## {example}

{words(50)}

## {pitfall}

{words(10)}
"""
        for session in range(1, sessions + 1):
            texts[f"days/{week}-{session}.md"] = _day(week, session, f"step: {week}.first")
    for session in (1, 2):
        texts[f"days/close-{session}.md"] = _day("close", session, "step:")
    return texts


def _day(week: str, session: int, step: str) -> str:
    return f"""---
id: {week}-{session}
week: {week}
session: {session}
{step}
part: a part of it
practice: listen-well
question: What was new?
why: It carries the rest.
---
"""


def write_pack(folder: Path, texts: dict[str, str]) -> Path:
    """The pack on disk, in `folder`."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
