"""The front matter of one file, key by key; every value keeps its line for the errors.

Front matter is read as YAML nodes, never built into Python objects: nothing in it can run, a
number stays the text that was written (`1.10` is no float, a date is no date), and each node
knows its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from cxreset.base.text import one_line

ERROR = "error"
NOTE = "note"
LONGEST = 2_000
"""Characters a front matter value may have."""

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
_KEY = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_WHOLE = re.compile(r"[0-9]{1,6}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_STANDARD = tuple(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
)
_TRUE = ("true", "yes", "on")
_FALSE = ("false", "no", "off")


class Problem(NamedTuple):
    """Something wrong in a pack; `line` counts from 1, 0 for the file as a whole.

    Severity `error` keeps the pack from loading, `note` does not.
    """

    file: str
    line: int
    text: str
    severity: str = ERROR

    @property
    def location(self) -> str:
        """`steps/1.1-review.md, line 4`."""
        name = one_line(self.file, 120)
        return f"{name}, line {self.line}" if self.line else name


Tell = Callable[[int, str, str], None]
"""Takes a line, a text and a severity; each document has its own."""


class Fields:
    """The keys of one mapping in the front matter, asked for one by one.

    A key that is missing or of the wrong kind is told as an error with its line, and an empty
    value stands in for it, so that one pass finds every problem.
    """

    def __init__(self, node: yaml.MappingNode | None, first_line: int, tell: Tell) -> None:
        self.first_line = first_line
        self.tell = tell
        self.start = first_line + node.start_mark.line if node else first_line
        self._nodes: dict[str, yaml.Node] = {}
        self._asked: set[str] = set()
        for key_node, value in node.value if node else []:
            line = first_line + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                self.tell(line, "a key should be one word", ERROR)
                continue
            key = key_node.value
            if key in self._nodes:
                self.tell(line, f"“{one_line(key, 40)}” is given twice", ERROR)
                continue
            self._nodes[key] = value

    def line(self, key: str) -> int:
        """The line a key's value begins on; the mapping's own when the key is absent."""
        node = self._nodes.get(key)
        return self.first_line + node.start_mark.line if node else self.start

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        self._asked.add(key)
        node = self._nodes.get(key)
        return node is not None and not _is_null(node)

    def _get(self, key: str) -> yaml.Node | None:
        if self.has(key):
            return self._nodes[key]
        self.tell(self.line(key), f"“{key}” is missing", ERROR)
        return None

    def block(self, key: str) -> str:
        """A text that may run over several lines."""
        node = self._get(key)
        if node is None:
            return ""
        return self._scalar(node, f"“{key}”")

    def _scalar(self, node: yaml.Node, what: str) -> str:
        line = self.first_line + node.start_mark.line
        if not isinstance(node, yaml.ScalarNode) or node.tag not in _STANDARD:
            self.tell(line, f"{what} should be plain text", ERROR)
            return ""
        value = str(node.value).strip()
        if not value:
            self.tell(line, f"{what} is empty", ERROR)
        if len(value) > LONGEST:
            self.tell(line, f"{what} is longer than {LONGEST:,} characters", ERROR)
        if CONTROL.search(value):
            self.tell(line, f"{what} holds a control character", ERROR)
        return value

    def text(self, key: str, at_most: int = 0) -> str:
        """A text on one line; a note when it is longer than `at_most` characters."""
        value = " ".join(self.block(key).split())
        if at_most and len(value) > at_most:
            message = f"“{key}” has {len(value)} characters; {at_most} at most"
            self.tell(self.line(key), message, NOTE)
        return value

    def optional(self, key: str) -> str:
        """Like `text`, but "" when the key is absent."""
        return self.text(key) if self.has(key) else ""

    def matching(self, key: str, pattern: re.Pattern[str], rule: str) -> str:
        """A text that matches `pattern` in full."""
        value = self.text(key)
        if value and not pattern.fullmatch(value):
            self.tell(self.line(key), f"“{key}” is “{one_line(value, 40)}”: {rule}", ERROR)
            return ""
        return value

    def ident(self, key: str = "id") -> str:
        """An id: lowercase letters, digits, dots and dashes, 60 at most."""
        return self.matching(key, _ID, "an id is lowercase letters, digits, dots and dashes")

    def link(self, key: str) -> str | None:
        """An id that may be absent."""
        return (self.ident(key) or None) if self.has(key) else None

    def key(self) -> str:
        """The value of `key`: what an answer or a figure is kept under."""
        return self.matching("key", _KEY, "a key is a lowercase letter, then letters, digits, _")

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        """One of the `known` words."""
        value = self.text(key)
        if value and value not in known:
            message = f"“{key}” is “{one_line(value, 40)}”; it can be {', '.join(known)}"
            self.tell(self.line(key), message, ERROR)
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`; `low` stands in for a wrong one."""
        value = self.text(key)
        if not value:
            return low
        if not _WHOLE.fullmatch(value) or not low <= int(value) <= high:
            rule = f"it should be a whole number from {low} to {high}"
            self.tell(self.line(key), f"“{key}” is “{one_line(value, 40)}”; {rule}", ERROR)
            return low
        return int(value)

    def flag(self, key: str) -> bool:
        """true or false; false when absent."""
        if not self.has(key):
            return False
        value = self.text(key).lower()
        if value and value not in _TRUE + _FALSE:
            self.tell(self.line(key), f"“{key}” should be true or false", ERROR)
        return value in _TRUE

    def _sequence(self, key: str) -> list[yaml.Node]:
        if not self.has(key):
            return []
        node = self._nodes[key]
        if not isinstance(node, yaml.SequenceNode):
            self.tell(self.line(key), f"“{key}” should be a list", ERROR)
            return []
        return list(node.value)

    def texts(self, key: str) -> list[str]:
        """A list of texts; empty when absent."""
        what = f"an entry of “{key}”"
        return [" ".join(self._scalar(node, what).split()) for node in self._sequence(key)]

    def mapping(self, key: str) -> Fields:
        """A mapping inside this one."""
        node = self._get(key)
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.tell(self.line(key), f"“{key}” should be a block of named values", ERROR)
        elif node is not None:
            return Fields(node, self.first_line, self.tell)
        # One problem is enough: what is missing inside the missing is not told again.
        return Fields(None, self.line(key), lambda line, text, severity: None)

    def mappings(self, key: str) -> list[Fields]:
        """A list of mappings; empty when absent."""
        found = []
        for node in self._sequence(key):
            if isinstance(node, yaml.MappingNode):
                found.append(Fields(node, self.first_line, self.tell))
            else:
                line = self.first_line + node.start_mark.line
                self.tell(line, f"each entry of “{key}” should be a block of named values", ERROR)
        return found

    def rest(self) -> None:
        """Note the keys nobody asked for: most often a slip in a key's name."""
        for key in self._nodes:
            if key not in self._asked:
                message = f"“{one_line(key, 40)}” means nothing here"
                self.tell(self.line(key), message, NOTE)


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")
