"""Somebody who talks with `cxreset read` in a terminal and hears lines, nothing else.

They answer what is asked: with words, and where these are refused with a number, a day or a time.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pexpect

from tests.paths import ROOT

PATIENCE_SECONDS = 60  # for what should come at once: a busy machine; it ends early
TRIED = ("Late without a word", "1", "tomorrow", "10:00", "")
"""What is tried on a question, one after the other."""
MENU = "What now?"
LISTS = "A line's number changes it"


class Talk:
    """One talk, with everything that was heard."""

    def __init__(self, workbook: Path, feedback: Path) -> None:
        self.heard = ""
        self.question = ""
        self._feedback = [str(feedback)]
        self._refused = 0
        self._asked: Counter[str] = Counter()
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "cxreset", "--workbook", str(workbook), "read"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
            encoding="utf-8",
            echo=False,
            timeout=PATIENCE_SECONDS,
        )
        self._listen()

    def _listen(self) -> None:
        """Hear until the next question."""
        self._child.expect("\n> ")
        before = str(self._child.before).replace("\r", "")
        self.heard += before + "\n"
        question = before.rstrip("\n").rpartition("\n")[2]
        self._refused = self._refused + 1 if question == self.question else 0
        self.question = question

    def answer(self, words: str) -> None:
        """Answer, and hear what comes of it."""
        self.heard += f"> {words}\n"
        self._child.sendline(words)
        self._listen()

    def say(self, words: str) -> None:
        """Answer the menu, and every question until the menu is there again."""
        assert self.question.startswith(MENU), self.question
        self._asked.clear()
        self.answer(words)
        while not self.question.startswith(MENU):
            self.answer(self._reply())

    def leave(self) -> int:
        """Leave; the program's exit code."""
        self._child.sendline(".")
        self._child.expect(pexpect.EOF)
        self.heard += str(self._child.before)
        self._child.close()
        return int(self._child.exitstatus)

    def _reply(self) -> str:
        question = self.question
        self._asked[question] += 1
        times = self._asked[question]
        if question.startswith(LISTS):
            turns = ("n", "1", "") if "n adds one" in question else ("1", "")
            if times == len(turns):
                self._asked[question] = 0  # the next part asks the same
            return turns[times - 1]
        if question.startswith("A file of feedback"):
            return self._feedback.pop() if self._feedback else ""
        if question == "Which?":
            return ("n", "y", "")[(times - 1) % 3]
        if "Enter: none" in question and "yes" not in question:
            return "Call before the day changes" if times == 1 else ""
        if "yes or no" in question:
            return "yes"
        if question.startswith("The file or folder"):
            return ""
        return TRIED[min(self._refused, len(TRIED) - 1)]
