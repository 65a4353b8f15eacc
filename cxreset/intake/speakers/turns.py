"""Who speaks in a conversation: only the customer's turns are the customer's words.

Told by plain words (`role: user`, `Agent:`), never by what is said. Where nobody says who speaks,
nothing is taken for the customer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cxreset.intake.columns.names import last_part
from cxreset.intake.columns.people import Side
from cxreset.intake.columns.plain import simple

# How the columns end that the turns of a conversation become.
CUSTOMER_TURNS = "customer message"
AGENT_TURNS = "agent message"
UNNAMED_TURNS = "message by anyone"

# Kept short on purpose: a review may well begin a line with "Staff:" or "Service:".
_LABELS: dict[Side, tuple[str, ...]] = {
    "customer": (
        *("customer", "client", "user", "visitor", "consumer", "caller", "guest", "me", "buyer"),
        *("end user", "enduser", "kunde", "kundin", "cliente", "usuario"),
    ),
    "company": (
        *("agent", "assistant", "bot", "chatbot", "operator", "advisor", "adviser", "rep", "csr"),
        *("representative", "support agent", "customer service", "customer support", "system"),
        *("live agent", "virtual assistant", "berater", "mitarbeiter", "conseiller", "agente"),
    ),
}
_MORE: dict[Side, tuple[str, ...]] = {
    "customer": ("inbound", "incoming", "in", "requester", "lead", "contact", "shopper"),
    "company": (
        *("outbound", "outgoing", "out", "admin", "support", "staff", "employee", "teammate"),
        *("company", "brand", "business", "model", "ai", "automation", "automated", "internal"),
        *("outbound api", "outbound reply", "outbound call"),
        *("workflow", "developer", "owner", "tool", "vendor", "seller", "merchant"),
    ),
}
_SIDES: dict[str, Side] = {
    word: side for table in (_LABELS, _MORE) for side, words in table.items() for word in words
}
_LABEL_SIDES: dict[str, Side] = {word: side for side, words in _LABELS.items() for word in words}
# Yes-or-no columns, by which side a yes stands for.
_YES: dict[str, Side] = {
    "inbound": "customer",
    "is inbound": "customer",
    "incoming": "customer",
    "is customer": "customer",
    "from customer": "customer",
    "outbound": "company",
    "is agent": "company",
    "from agent": "company",
    "is bot": "company",
}
_SPEAKERS = (
    *("role", "speaker", "speaker role", "author role", "author type", "sender type", "sender"),
    *("from", "participant", "participant type", "party", "sent by", "direction", "user type"),
    *("author", "side", "actor", "message direction", "author kind", "message from", "who"),
    *("message author", "message sender", "message role", "message type", "source"),
)
_WORDS = (
    "text",
    "body",
    "content",
    "message",
    "utterance",
    "value",
    "comment",
    "words",
    "msg",
    "body text",
    "text body",
    "plain body",
)
TURN_LISTS = {
    *("messages", "turns", "dialogue", "dialog", "transcript", "utterances", "conversation"),
    *("conversation parts", "chat", "chat messages", "chat log", "exchange", "thread"),
}
_KIND_KEYS = ("type", "role", "kind", "side", "t", "name")
_INITIALS: dict[str, Side] = {"v": "customer", "a": "company", "s": "company"}  # under `t`

_NOBODY: Mapping[str, Side] = {}
_CLOCK = r"(?:[\[(]?[\d:., /-]{4,20}(?: ?[ap]m)?[\])]?[ \t,-]{0,3})?"


@lru_cache(maxsize=256)
def _labelled(names: tuple[str, ...]) -> re.Pattern[str]:
    """Lines that begin with one of the labels, or of these names."""
    labels = sorted(map(re.escape, {*_LABEL_SIDES, *names}), key=len, reverse=True)
    return re.compile(
        rf"^[ \t]{{0,8}}{_CLOCK}[*_]{{0,2}}({'|'.join(labels)})(?: ?#?\d{{1,3}})?"
        r"(?: ?\([^)\n]{1,40}\))?[*_]{0,2}[ \t]?:[*_]{0,2}[ \t]*",
        re.IGNORECASE | re.MULTILINE,
    )


def side_of(value: object, column: str = "") -> Side | None:
    """Who `value` names as the speaker: `user`, `{"type": "admin"}`, a yes under `inbound`."""
    if isinstance(value, Mapping):
        for key in _KIND_KEYS:
            side = side_of(value[key]) if key in value else None
            if key == "t":
                side = _INITIALS.get(str(value.get(key)))
            if side:
                return side
        return None
    spoken = simple(str(value)[:60])
    yes = _YES.get(simple(last_part(column))) or _YES.get(simple(column))
    if yes and spoken in ("true", "1", "yes", "y", "false", "0", "no", "n"):
        other: Side = "company" if yes == "customer" else "customer"
        return yes if spoken in ("true", "1", "yes", "y") else other
    return _SIDES.get(spoken)


def speaker_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str | None:
    """The column that says of each row who speaks; None where the rows are no conversation.

    Nine in ten of its cells name a side, and both sides occur.
    """
    for at, name in enumerate(header):
        if not ({simple(name), simple(last_part(name))} & {*_SPEAKERS, *_YES}) and not (
            simple(name).endswith("author type")
        ):
            continue
        filled = [row[at] for row in rows if row[at].strip()]
        sides = [side_of(cell, name) for cell in filled]
        known = len(sides) - sides.count(None)
        if known and known >= 0.9 * len(filled) and {"customer", "company"} <= set(sides):
            return name
    return None


def split_turns(key: str, turns: Sequence[object]) -> dict[str, str] | None:
    """The turns of one conversation as columns: the customer's, the agent's, or nobody's named.

    None when the list is no conversation (reviews, line items).
    """
    if not turns or not all(isinstance(turn, Mapping) for turn in turns):
        return None
    spoken: list[tuple[Side | None, str]] = []
    for turn in turns:
        assert isinstance(turn, Mapping)
        words = words_of_turn(turn)
        if words is None:
            return None
        spoken.append((speaker_of_turn(turn), words))
    sides = [side for side, _ in spoken]
    if any(sides) and sides.count(None) * 2 <= len(sides):
        # A third voice (a system, a name) beside known ones is not the customer's.
        groups = {CUSTOMER_TURNS: "customer", AGENT_TURNS: "company"}
        columns = {
            f"{key}.{name}": "\n\n".join(
                words for side, words in spoken if side == wanted and words
            )
            for name, wanted in groups.items()
        }
        rest = [words for side, words in spoken if side is None and words]
        return columns | ({f"{key}.{UNNAMED_TURNS}": "\n\n".join(rest)} if rest else {})
    if simple(last_part(key)) not in TURN_LISTS:
        return None
    return {f"{key}.{UNNAMED_TURNS}": "\n\n".join(words for _, words in spoken if words)}


def words_of_turn(turn: Mapping[str, object]) -> str | None:
    """What is said in one message; None where it is no message."""
    for key, value in turn.items():
        if simple(str(key)) in _WORDS and isinstance(value, str):
            return value
    # A turn may be an attachment or an event: without words, yet still a turn.
    return "" if speaker_of_turn(turn) else None


def speaker_of_turn(turn: Mapping[str, object]) -> Side | None:
    """Whom the one who wrote a message speaks for, where a field says so."""
    for key, value in turn.items():
        if simple(str(key)) in _SPEAKERS or simple(str(key)) in _YES:
            side = side_of(value, str(key))
            if side:
                return side
    return None


def label_of(text: str) -> Side | None:
    """The side that a label at the very start of `text` names (`Agent: …`)."""
    match = _labelled(()).match(text)
    return _LABEL_SIDES[match[1].lower()] if match else None


def is_chat_log(cells: Iterable[str]) -> bool:
    """Whether each cell is one labelled turn: most begin with a label, and both sides occur."""
    sides = [label_of(cell.lstrip()) for cell in cells if cell.strip()]
    known = len(sides) - sides.count(None)
    return known >= 2 and known >= 0.6 * len(sides) and {"customer", "company"} <= set(sides)


def own_words(text: str, chat_log: bool = False, people: Mapping[str, Side] = _NOBODY) -> str:
    """The customer's lines of a transcript; any other text as it is.

    A transcript has labelled lines of both sides, or two and more lines that are all the
    company's. In a `chat_log` a single labelled turn is enough. `people` are names, in small
    letters, that are labels too.
    """
    if ":" not in text:
        return text
    marks = list(_labelled(tuple(sorted(people))).finditer(text))
    if not marks:
        return text
    sides = [people.get(mark[1].lower()) or _LABEL_SIDES[mark[1].lower()] for mark in marks]
    both = len(set(sides)) == 2
    starts = not text[: marks[0].start()].strip()
    if not (chat_log or people or both or (starts and len(marks) > 1 and sides[0] == "company")):
        return text
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    lines = [text[: marks[0].start()].strip() if both else ""]
    for mark, end, side in zip(marks, ends, sides, strict=True):
        spoken = text[mark.end() : end].strip()
        if side == "customer":
            lines.append(spoken)
        elif not starts:
            # A story that quotes the agent goes on in the next paragraph, in the teller's words.
            lines.append(spoken.partition("\n\n")[2].strip())
    return "\n".join(filter(None, lines))
