"""Invented feedback for benchmarks: customers who do not exist, the same each time."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

SYLLABLES = "ba ke lo mi tu ra se no vi da pen tor gal sim dor fel hab rin cos mar"
LITTLE = (
    "the a to and I it was is my of for in on not that this with you have but very they we are so"
)
COMMON = (
    "order delivery refund late never service phone waiting driver card app price broken arrived"
    " chat help email account money week days agent nobody charged cancelled parcel table sofa"
)
SHORT = ("Good", "Very good", "ok", "Bad service", "Great service thank you", "Late again", "n/a")
CHANNELS = ("survey", "review", "chat", "e-mail", "phone")
HEADER = ("Ticket", "Date", "Channel", "Rating", "Comment", "Customer", "City", "Status")
TODAY = date(2026, 9, 7)


class Voices:
    """Customers who do not exist: little words, the words of the trade, and many rare ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        pick, parts = self.random, SYLLABLES.split()
        self.rare = ["".join(pick.choices(parts, k=pick.randint(2, 4))) for _ in range(12_000)]
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.rare))))
        self.little, self.common = LITTLE.split(), COMMON.split()
        self.texts: list[str] = []

    def text(self) -> str:
        """Mostly new; one in twenty a mistyped older one, some word for word the same."""
        draw = self.random.random()
        if draw < 0.05 and self.texts:
            return mistyped(self.random, self.random.choice(self.texts))
        if draw < 0.08 and self.texts:
            return self.random.choice(self.texts)
        if draw < 0.14:
            return self.random.choice(SHORT)
        words = [self.word() for _ in range(self.random.randint(5, 28))]
        text = " ".join(words).capitalize() + "."
        if len(self.texts) < 20_000:
            self.texts.append(text)
        return text

    def word(self) -> str:
        draw = self.random.random()
        if draw < 0.42:
            return self.random.choice(self.little)
        if draw < 0.65:
            return self.random.choice(self.common)
        return self.random.choices(self.rare, cum_weights=self.weights)[0]

    def row(self, number: int) -> tuple[str, ...]:
        """One row of an export, as HEADER names it."""
        pick = self.random
        day = TODAY - timedelta(days=pick.randrange(600))
        return (
            f"T{number}", day.isoformat(), pick.choice(CHANNELS), str(pick.randint(1, 5)),
            self.text(), f"customer {pick.randrange(40_000)}", pick.choice(self.rare), "closed",
        )  # fmt: skip


def mistyped(pick: random.Random, text: str) -> str:
    """One or two letters wrong, missing, doubled or swapped."""
    letters = list(text)
    for _ in range(pick.randint(1, 2)):
        at, kind = pick.randrange(len(letters)), pick.randrange(4)
        if kind == 0:
            letters[at] = pick.choice("abcdefghijklmnopqrstuvwxyz")
        elif kind == 1 and len(letters) > 1:
            del letters[at]
        elif kind == 2:
            letters.insert(at, letters[at])
        elif at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def write(path: Path, rows: int, seed: int) -> None:
    """An export of so many rows."""
    voices = Voices(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        out.writerows(voices.row(number) for number in range(1, rows + 1))
