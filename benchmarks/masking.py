"""How much of what is personal is masked in the invented strings of the tests, and how much
that is not personal is masked too; beside Presidio where a Python that has it is named.

    .venv/bin/python -m benchmarks.masking [--presidio PYTHON --model MODEL]

PYTHON is that of an environment of its own with `presidio-analyzer` and a small English model of
spaCy; MODEL is its name or its folder. A string counts as found when every letter and digit of what
is personal in it is covered, and as wrongly masked when it holds nothing personal and anything is.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from cxreset.insight.personal import find
from cxreset.insight.personal.suspects import suspects
from tests.insight.test_personal_strings import LOOKED_AT, Line, lines, uncovered

Spans = list[tuple[int, int]]
Finds = Mapping[str, tuple[Spans, Spans]]
"""A text -> where it is surely personal, and where it may be a name or an address."""

SURER = 0.4
"""A score at which Presidio leaves out what it takes for a guess without its words around."""
PRESIDIO = Path(__file__).with_name("masking_presidio.py")


def ours(texts: list[str]) -> Finds:
    """What this program finds, and what it lists for a look."""
    return {
        text: (
            [(one.start, one.end) for one in find(text)],
            [(one.start, one.end) for one in suspects(text)],
        )
        for text in texts
    }


def presidio(texts: list[str], python: str, model: str) -> dict[str, Finds]:
    """What Presidio finds, as it comes and where it is surer; its names and places stand for what
    is listed for a look."""
    done = subprocess.run(
        [python, str(PRESIDIO), model],
        input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    answers = json.loads(done.stdout)
    return {
        name: {
            text: (_above(sure, least), _above(likely, least))
            for text, (sure, likely) in zip(texts, answers, strict=True)
        }
        for name, least in (("Presidio", 0.0), (f"Presidio, score {SURER}", SURER))
    }


def _above(spans: list[tuple[int, int, float]], least: float) -> Spans:
    return [(start, end) for start, end, score in spans if score >= least]


def found(of_kind: list[Line], finds: Finds) -> int:
    """How many of these strings are found whole."""
    total = 0
    for line in of_kind:
        sure, likely = finds[line.text]
        total += not uncovered(line, [*sure, *likely] if line.kind in LOOKED_AT else sure)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--presidio", default="", help="the Python that has it")
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy's model, or its folder")
    call = parser.parse_args()
    every = list(lines())
    texts = [line.text for line in every]
    programs = {"cxreset": ours(texts)}
    if call.presidio:
        programs |= presidio(texts, call.presidio, call.model)
    kinds: dict[str, list[Line]] = {}
    for line in every:
        kinds.setdefault(line.kind, []).append(line)
    plain = kinds.pop("none")
    claimed = [line for line in every if line.kind not in {"none", *LOOKED_AT}]
    print("| kind | strings | " + " | ".join(f"{name}, found" for name in programs) + " |")
    print("|---|---:|" + "---:|" * len(programs))
    for kind, of_kind in [*kinds.items(), ("**all that is masked**", claimed)]:
        cells = (f"{found(of_kind, finds) / len(of_kind):.1%}" for finds in programs.values())
        print(f"| {kind} | {len(of_kind)} | " + " | ".join(cells) + " |")
    wrong = (sum(bool(finds[line.text][0]) for line in plain) for finds in programs.values())
    cells = (f"{number / len(plain):.1%}" for number in wrong)
    print(f"| **wrongly masked** | {len(plain)} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
