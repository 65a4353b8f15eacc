"""A call of the program in process: its code, its data, its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


def refused(result: Result, code: int, *texts: str) -> None:
    """No data, one sentence or two in one paragraph, the right code."""
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("cxreset: ")
    assert result.err.count("\n") == 1
    for words in texts:
        assert words in result.err
    assert "Something went wrong" not in result.err


def far(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()
