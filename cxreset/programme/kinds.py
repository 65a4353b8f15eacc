"""Each kind of file in a pack: its front matter and body as one value of model.py.

Every builder tells what is wrong through its document and goes on with an empty value, so that
one pass finds every problem.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cxreset.base.text import one_line
from cxreset.programme.document import Document, Section
from cxreset.programme.fields import ERROR, NOTE, Fields
from cxreset.programme.model import (
    CLOSE,
    COUNTED_METRICS,
    WORKSHEETS,
    Habit,
    Headings,
    Metric,
    Practice,
    Prompt,
    PromptSheet,
    Rest,
    Session,
    SheetField,
    Step,
    Template,
    Week,
)

FORMAT = "1"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NUMBER = re.compile(r"[1-9][0-9]?\.[1-9][0-9]?")


class Head(NamedTuple):
    """pack.md."""

    title: str
    language: str
    version: str
    credit: str
    about: str
    headings: Headings
    rest: Rest
    ten_minutes: str


def _body(document: Document) -> str:
    if not document.body:
        document.fields.tell(
            document.body_line, "the text under the front matter is missing", ERROR
        )
    return document.body


def head(document: Document) -> Head:
    """pack.md."""
    fields = document.fields
    given = fields.text("format")
    if given and given != FORMAT:
        message = f"“format” is “{one_line(given, 20)}”; this cxreset reads format {FORMAT}"
        fields.tell(fields.line("format"), message, ERROR)
    names = fields.mapping("headings")
    headings = Headings(*(names.text(key) for key in Headings._fields))
    ten_minutes = names.optional("ten_minutes")
    called = [name.casefold() for name in (*headings, ten_minutes) if name]
    if all(headings) and len(set(called)) < len(called):
        fields.tell(fields.line("headings"), "two of the headings are the same", ERROR)
    names.rest()
    rest = fields.mapping("rest")
    head = Head(
        title=fields.text("title"),
        language=fields.matching("language", _LANGUAGE, "it should be a code such as en or pt-BR"),
        version=fields.text("version"),
        credit=fields.text("credit"),
        about=_body(document),
        headings=headings,
        rest=Rest(rest.text("title"), rest.block("text")),
        ten_minutes=ten_minutes,
    )
    rest.rest()
    return head


def week(document: Document) -> Week:
    """A file of weeks/."""
    fields = document.fields
    week_id = fields.ident()
    if week_id == CLOSE:
        fields.tell(fields.line("id"), f"“{CLOSE}” is kept for the closing days", ERROR)
    return Week(
        id=week_id,
        number=fields.whole("number", 1, 4),
        title=fields.text("title", 60),
        objective=fields.text("objective"),
        metrics=tuple(_metric(metric) for metric in _keyed(fields, "metrics")),
        text=_body(document),
        short=fields.text("short", 9) if fields.has("short") else week_id.capitalize(),
    )


def _metric(fields: Fields) -> Metric:
    metric = Metric(fields.key(), fields.text("title"), fields.choice("kind", ("counted", "kept")))
    if metric.kind == "counted" and metric.key and metric.key not in COUNTED_METRICS:
        message = f"the program cannot count “{metric.key}”; it counts {', '.join(COUNTED_METRICS)}"
        fields.tell(fields.line("key"), message, ERROR)
    fields.rest()
    return metric


def _keyed(fields: Fields, name: str) -> list[Fields]:
    """A list of mappings whose `key` is not given twice."""
    found = fields.mappings(name)
    seen: set[str] = set()
    for each in found:
        key = each.text("key") if each.has("key") else ""
        if key in seen:
            message = f"the key “{one_line(key, 40)}” is given twice"
            each.tell(each.line("key"), message, ERROR)
        seen.add(key)
    return found


def step(document: Document, headings: Headings | None) -> Step:
    """A file of steps/; `headings` are pack.md's names for its sections."""
    fields = document.fields
    return Step(
        id=fields.ident(),
        week=fields.ident("week"),
        number=fields.matching("number", _NUMBER, "it should be a week and a step, such as 1.2"),
        title=fields.text("title", 60),
        summary=fields.text("summary", 90),
        minutes=fields.whole("minutes", 1, 600),
        worksheet=fields.choice("worksheet", WORKSHEETS) if fields.has("worksheet") else None,
        prompts=tuple(_prompt(prompt) for prompt in _keyed(fields, "prompts")),
        practices=tuple(fields.texts("practices")),
        **_sections(document, headings),
    )


def _prompt(fields: Fields) -> Prompt:
    prompt = Prompt(fields.key(), fields.text("text"))
    fields.rest()
    return prompt


def _sections(document: Document, headings: Headings | None) -> dict[str, str]:
    """The five sections by key; "" stands in for one that is missing, which is a problem."""
    texts = dict.fromkeys(Headings._fields, "")
    if headings is None or not all(headings):
        return texts  # a problem of pack.md, reported there
    report = document.fields.tell
    if document.preface:
        message = f"the text before “{headings.why}” belongs to no section"
        report(document.body_line, message, ERROR)
    keys = {name.casefold(): key for key, name in zip(Headings._fields, headings, strict=True)}
    order: list[str] = []
    for section in document.sections:
        name = one_line(section.heading, 40)
        key = keys.get(section.heading.casefold())
        if key is None:
            known = ", ".join(headings)
            report(section.line, f"“{name}” is no section of a step; they are {known}", ERROR)
        elif key in order:
            report(section.line, f"the section “{name}” is given twice", ERROR)
        else:
            order.append(key)
            texts[key] = section.text
            _check_section(document, section, key)
    _check_order(document, headings, order)
    return texts


_LISTS = {
    "how": ("ordered_list_open", "a numbered list"),
    "done": ("bullet_list_open", "a bulleted list"),
}


def _check_section(document: Document, section: Section, key: str) -> None:
    """A section holds something, and a list where one is read as a list."""
    report, name = document.fields.tell, one_line(section.heading, 40)
    if not section.text:
        report(section.line, f"the section “{name}” is empty", ERROR)
    if key in _LISTS:
        wanted, kind = _LISTS[key]
        if not any(token.type == wanted for token in section.tokens):
            report(section.line, f"the section “{name}” should hold {kind}", NOTE)


def _check_order(document: Document, headings: Headings, order: list[str]) -> None:
    """Every section is there, in the order of pack.md; `order` are the keys as they came."""
    report = document.fields.tell
    for key, name in zip(Headings._fields, headings, strict=True):
        if key not in order:
            report(document.body_line, f"the section “{name}” is missing", ERROR)
    if order != [key for key in Headings._fields if key in order]:
        line = document.sections[0].line
        report(line, f"the sections should come in this order: {', '.join(headings)}", ERROR)


def session(document: Document) -> Session:
    """A file of days/."""
    fields = document.fields
    week = fields.ident("week")
    step = fields.link("step")
    if week and week != CLOSE and not step:
        fields.tell(fields.line("step"), "“step” is missing: which step is this day for", ERROR)
    if week == CLOSE and step:
        fields.tell(fields.line("step"), "a closing day has no step", ERROR)
    return Session(
        id=fields.ident(),
        week=week,
        number=fields.whole("session", 1, 28),
        step=step,
        part=fields.optional("part") if week == CLOSE else fields.text("part"),
        practice=fields.ident("practice"),
        question=fields.text("question"),
        why=fields.text("why", 110),
        checkup=fields.flag("checkup"),
        text=document.body,
    )


def practice(document: Document) -> Practice:
    """A file of practices/."""
    fields = document.fields
    return Practice(
        id=fields.ident(),
        title=fields.text("title", 60),
        minutes=fields.whole("minutes", 1, 120),
        kind=fields.choice("kind", ("commitment", "habit", "prevention", "unseen")),
        question=fields.text("question"),
        template=fields.link("template"),
        text=_body(document),
        group=fields.text("group", 40) if fields.has("group") else "",
    )


def habit(document: Document) -> Habit:
    """A file of checkup/."""
    fields = document.fields
    statements = fields.texts("statements")
    if not 3 <= len(statements) <= 5:
        message = f"“statements” has {len(statements)} entries; 3 to 5 are wanted"
        fields.tell(fields.line("statements"), message, NOTE if statements else ERROR)
    return Habit(
        id=fields.ident(),
        number=fields.whole("number", 1, 20),
        title=fields.text("title", 60),
        sign=fields.text("sign"),
        statements=tuple(statements),
        practice=fields.ident("practice"),
        text=_body(document),
    )


def template(document: Document) -> Template:
    """A file of templates/."""
    fields = document.fields
    ident, title = fields.ident(), fields.text("title", 60)
    used_for, step = fields.text("used_for"), fields.link("step")
    return Template(ident, title, used_for, step, _body(document))


def sheet(document: Document) -> PromptSheet:
    """A file of worksheets/."""
    fields = document.fields
    entries = _keyed(fields, "fields")
    if not entries:
        fields.tell(fields.line("fields"), "“fields” is missing: a worksheet needs one", ERROR)
    return PromptSheet(
        id=fields.ident(),
        title=fields.text("title", 60),
        used_for=fields.text("used_for"),
        fields=tuple(_sheet_field(entry) for entry in entries),
        text=_body(document),
    )


def _sheet_field(fields: Fields) -> SheetField:
    field = SheetField(
        key=fields.key(),
        label=fields.text("label"),
        help=fields.optional("help"),
        kind=fields.choice("kind", ("text", "number")),
        default=fields.block("default") if fields.has("default") else "",
    )
    fields.rest()
    return field
