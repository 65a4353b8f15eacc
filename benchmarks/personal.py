"""How the search for personal details grows with a text made to be slow: the time of eight times
the length by the time of the length. 8 is linear, 64 would be quadratic.

    .venv/bin/python -m benchmarks.personal
"""

from __future__ import annotations

from time import process_time

from cxreset.insight.personal import find
from tests.insight.test_personal import HARD

SHORT, LONG = 15_000, 120_000


def seconds(piece: str, length: int) -> float:
    """The best of three: other work on the machine only ever adds."""
    text = piece * (length // len(piece)) + "@a"
    rounds = []
    for _ in range(3):
        began = process_time()
        find(text)
        rounds.append(process_time() - began)
    return min(rounds)


def main() -> None:
    for name, piece in HARD.items():
        short, long = seconds(piece, SHORT), seconds(piece, LONG)
        print(f"{name:20} {short * 1000:7.1f} ms {long * 1000:8.1f} ms   ×{long / short:.0f}")


if __name__ == "__main__":
    main()
