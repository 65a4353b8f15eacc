"""One Markdown file taken apart: front matter, body, and the sections of the body.

Imports markdown-it and PyYAML, so only parsing imports this module.
"""

from __future__ import annotations

from typing import NamedTuple

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from cxreset.base.text import one_line
from cxreset.programme.fields import CONTROL, ERROR, Fields, Tell


class Section(NamedTuple):
    """An H2 heading, its line, and the Markdown source under it."""

    heading: str
    line: int
    text: str
    tokens: tuple[Token, ...]


class Document(NamedTuple):
    """A file taken apart: front matter, body and where the body begins."""

    name: str
    fields: Fields
    body: str
    body_line: int
    preface: str
    sections: tuple[Section, ...]


DEEPEST = 50
"""Lists and mappings in each other that are read by libyaml."""
LONGEST_FRONT = 20_000
"""Characters of front matter: PyYAML is slow, and a real one is a screenful."""


class _Loader(yaml.SafeLoader):
    """PyYAML without aliases, which let a short file stand for an endless one."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(
                problem="aliases (*name) are not read", problem_mark=event.start_mark
            )
        return super().compose_node(parent, index)


_MARKDOWN = MarkdownIt("commonmark").use(front_matter_plugin)
# Blocks and their lines are all that is wanted here; the screen parses the rest when it shows it.
_MARKDOWN.disable(["inline", "text_join"])


def decode(data: bytes, tell: Tell) -> str | None:
    """The file's text with `\\n` line ends, or None when it is not UTF-8 or cannot be shown."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        tell(line, "the file is not UTF-8: save it as UTF-8", ERROR)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        tell(line, "the line holds a control character: delete it", ERROR)
        return None
    return text


def take_apart(name: str, text: str, tell: Tell) -> Document | None:
    """Front matter, body and sections of one file, or None (told) when there is no front matter."""
    tokens = _MARKDOWN.parse(text)
    front = tokens[0] if tokens else None
    if front is None or front.type != "front_matter" or front.map is None:
        tell(1, "the file should begin with front matter between two lines of ---", ERROR)
        return None
    node = compose(front.content, tell)
    if node is None:
        return None
    lines = text.split("\n")
    end = front.map[1]
    preface, sections = _sections(lines, end, tokens[1:])
    body = "\n".join(lines[end:]).strip("\n")
    blank = next((n for n, line in enumerate(lines[end:]) if line.strip()), 0)
    body_line = end + blank + 1
    return Document(
        name=name,
        fields=Fields(node, 2, tell),
        body=body.rstrip(),
        body_line=body_line,
        preface=preface,
        sections=sections,
    )


def compose(
    source: str, tell: Tell, what: str = "the front matter", first_line: int = 2
) -> yaml.MappingNode | None:
    """The nodes of a block of YAML that begins on `first_line` of its file, or None (told)."""
    if len(source) > LONGEST_FRONT:
        tell(1, f"{what} is longer than {LONGEST_FRONT:,} characters", ERROR)
        return None
    try:
        node = _quickly(source) or _with_reasons(source)
    except yaml.MarkedYAMLError as error:
        # A quotation mark left open is only noticed at the end: its beginning is what helps.
        opened = "quoted" in str(error.context)
        mark = error.context_mark if opened else error.problem_mark
        line = mark.line + first_line if mark else first_line
        reason = one_line(str(error.problem), 120)
        if opened and "end of stream" in reason:
            reason = "a quotation mark is opened and not closed"
        elif "mapping values" in reason:  # by far the commonest slip, and PyYAML's words for it
            reason = "a value that holds a colon and a space needs quotes around it"
        tell(line, f"{what} cannot be read: {reason}", ERROR)
        return None
    except (yaml.YAMLError, ValueError, RecursionError):
        tell(first_line, f"{what} cannot be read: it is not plain YAML", ERROR)
        return None
    if not isinstance(node, yaml.MappingNode):
        tell(first_line, f"{what} should be lines of “name: value”", ERROR)
        return None
    return node


def _quickly(source: str) -> yaml.Node | None:
    """The nodes by libyaml, ten times as fast; None for what it should not or cannot read.

    It has no word for aliases, nor a limit for what is nested deeply, and its errors say less.
    """
    nested = source.count("[") + source.count("{") + source.count("- -")
    if not yaml.__with_libyaml__ or "&" in source or nested > DEEPEST:
        return None
    try:
        return yaml.compose(source, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return None


def _with_reasons(source: str) -> yaml.Node | None:
    """The nodes by PyYAML itself. Raises its errors, with the line where each begins."""
    loader = _Loader(source)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _sections(lines: list[str], end: int, tokens: list[Token]) -> tuple[str, tuple[Section, ...]]:
    """What stands before the first H2, and each H2 with the source up to the next one."""
    starts = [
        index
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map
    ]
    found = []
    preface_end = len(lines)
    for position, index in enumerate(starts):
        last = position + 1 == len(starts)
        following = None if last else tokens[starts[position + 1]].map
        first, after = tokens[index].map or [end, end]
        until = following[0] if following else len(lines)
        inside = tuple(tokens[index + 3 : len(tokens) if last else starts[position + 1]])
        heading = " ".join(tokens[index + 1].content.split())
        text = "\n".join(lines[after:until]).strip("\n").rstrip()
        found.append(Section(heading, first + 1, text, inside))
        preface_end = min(preface_end, first)
    return "\n".join(lines[end:preface_end]).strip(), tuple(found)
