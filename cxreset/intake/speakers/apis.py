"""Conversations as the interfaces of help desks and chats hand them out, in JSON.

Zendesk, Intercom, Freshdesk, Discourse, Slack, Telegram: each has a shape of its own for the same,
who said what and when; other shapes are read by `threads`. Internal notes are the company's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from cxreset.intake.columns.people import Side
from cxreset.intake.speakers.messages import Message
from cxreset.intake.speakers.threads import thread_messages
from cxreset.intake.values.words import without_markup

Thing = Mapping[str, object]
_DEPTH = 4
_SLACK = re.compile(r"<(?:[@#!][^<>|]*\|([^<>]*)|([@#!][^<>|]*)|[^<>|]+\|([^<>]*)|([^<>|]+))>")
_CUSTOMERS = ("user", "lead", "contact", "customer", "end-user", "end_user", "visitor")


def messages_in(document: object) -> list[Message] | None:
    """Every message of the conversations in a document; None where it has none of these shapes."""
    for read in (_slack, _telegram):
        found = read(document)
        if found:
            return found
    threads = list(_things(document))
    for is_one, read_one in _SHAPES:
        several = [thread for thread in threads if is_one(thread)]
        if several and any(True for thread in several for _ in read_one(thread)):
            return [message for thread in several for message in read_one(thread)]
    return [message for thread in threads for message in thread_messages(thread)] or None


def _things(document: object, depth: int = 0) -> Iterator[Thing]:
    """The objects of a document down to the lists in its lists."""
    if isinstance(document, Mapping):
        yield document
        inner: Sequence[object] = list(document.values())
    elif isinstance(document, list):
        inner = document
    else:
        return
    if depth < _DEPTH:
        for each in inner:
            if isinstance(each, Mapping | list):
                yield from _things(each, depth + 1)


def _list(thing: Thing, *keys: str) -> list[Thing]:
    value: object = thing
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _word(thing: Thing, *keys: str) -> str:
    """The first of these fields that holds something, as text."""
    for key in keys:
        value = thing.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def when(value: object) -> str:
    """A time as the interfaces tell it, in seconds since 1970 or written out, as ISO."""
    text = str(value or "")
    number = re.fullmatch(r"(\d{10})(?:\d{3})?(?:\.\d+)?", text)
    if number:
        return datetime.fromtimestamp(int(number[1]), UTC).isoformat(" ", "seconds")[:19]
    return text


# -- help desks


def _is_zendesk(thing: Thing) -> bool:
    asked = "requester_id" in thing or isinstance(thing.get("requester"), Mapping)
    return asked and any("author_id" in each for each in _list(thing, "comments"))


def _zendesk(thing: Thing) -> Iterator[Message]:
    whole = thing.get("requester")
    requester = _word(whole if isinstance(whole, Mapping) else {}, "id")
    requester = _word(thing, "requester_id") or requester
    for comment in _list(thing, "comments"):
        author = _word(comment, "author_id")
        internal = comment.get("public") is False
        side: Side = "customer" if author == requester and not internal else "company"
        yield Message(
            speaker=author if side == "customer" else f"agent {author}",
            text=_word(comment, "plain_body", "body", "html_body"),
            when=when(comment.get("created_at")),
            title=_word(thing, "subject"),
            thread=_word(thing, "id"),
            side=side,
        )


def _is_freshdesk(thing: Thing) -> bool:
    return any("incoming" in each for each in _list(thing, "conversations"))


def _freshdesk(thing: Thing) -> Iterator[Message]:
    customer = _word(thing, "requester_id", "id") or "customer"
    title, thread = _word(thing, "subject"), _word(thing, "id")
    first = _word(thing, "description_text", "description")
    if first:
        yield Message(
            speaker=customer,
            text=first,
            when=when(thing.get("created_at")),
            title=title,
            thread=thread,
            side="customer",
        )
    for each in _list(thing, "conversations"):
        theirs = each.get("incoming") is True and each.get("private") is not True
        yield Message(
            speaker=customer if theirs else f"agent {_word(each, 'user_id')}",
            text=_word(each, "body_text", "body"),
            when=when(each.get("created_at")),
            title=title,
            thread=thread,
            side="customer" if theirs else "company",
        )


def _is_helpscout(thing: Thing) -> bool:
    spoken = any("createdBy" in each and "body" in each for each in _helpscout_threads(thing))
    return spoken and ("subject" in thing or "createdAt" in thing)


def _helpscout_threads(thing: Thing) -> list[Thing]:
    return _list(thing, "_embedded", "threads") or _list(thing, "threads")


def _helpscout(thing: Thing) -> Iterator[Message]:
    for each in _helpscout_threads(thing):
        theirs = _word(each, "type") == "customer"
        writer = each.get("createdBy")
        writer = writer if isinstance(writer, Mapping) else {}
        name = _word(writer, "email", "first", "id") or "customer"
        yield Message(
            speaker=name if theirs else f"{name} (agent)",
            text=_word(each, "body"),
            when=when(each.get("createdAt") or thing.get("createdAt")),
            title=_word(thing, "subject"),
            thread=_word(thing, "id"),
            side="customer" if theirs else "company",
        )


def _is_intercom(thing: Thing) -> bool:
    return isinstance(thing.get("source"), Mapping) and "conversation_parts" in thing


def _intercom(thing: Thing) -> Iterator[Message]:
    source = thing.get("source")
    parts = _list(thing, "conversation_parts", "conversation_parts") or _list(
        thing, "conversation_parts"
    )
    first: list[Thing] = [source] if isinstance(source, Mapping) else []
    for part in first + parts:
        author = part.get("author")
        author = author if isinstance(author, Mapping) else {}
        kind = _word(author, "type").lower()
        noted = _word(part, "part_type") == "note"
        side: Side = "customer" if kind in _CUSTOMERS and not noted else "company"
        name = _word(author, "name", "email", "id") or kind
        yield Message(
            speaker=name if side == "customer" else f"{name} ({kind or 'agent'})",
            text=_word(part, "body"),
            when=when(part.get("created_at") or thing.get("created_at")),
            title=without_markup(_word(part, "subject")) or _word(thing, "title"),
            thread=_word(thing, "id"),
            side=side,
        )


def _is_discourse(thing: Thing) -> bool:
    return bool(_list(thing, "post_stream", "posts"))


def _discourse(thing: Thing) -> Iterator[Message]:
    for post in _list(thing, "post_stream", "posts"):
        staff = any(post.get(key) is True for key in ("staff", "admin", "moderator"))
        own = post.get("post_type") in (2, 3, 4) or bool(post.get("action_code"))
        name = _word(post, "username", "name")
        yield Message(
            speaker=name,
            text=_word(post, "raw", "cooked"),
            when=when(post.get("created_at")),
            title=_word(thing, "title"),
            thread=_word(thing, "id"),
            side="company" if staff or own else "customer",
        )


_SHAPES: tuple[tuple[Callable[[Thing], bool], Callable[[Thing], Iterator[Message]]], ...] = (
    (_is_zendesk, _zendesk),
    (_is_freshdesk, _freshdesk),
    (_is_intercom, _intercom),
    (_is_helpscout, _helpscout),
    (_is_discourse, _discourse),
)


# -- chats


def _slack(document: object) -> list[Message] | None:
    """A channel's day as Slack exports it: a list of messages with `ts`."""
    rows = document.get("messages") if isinstance(document, Mapping) else document
    if not isinstance(rows, list) or not rows:
        return None
    things = [row for row in rows if isinstance(row, Mapping)]
    alike = [
        row for row in things if "ts" in row and "text" in row and row.get("type") == "message"
    ]
    if len(alike) * 2 <= len(rows):
        return None
    found = []
    for row in alike:
        profile = row.get("user_profile")
        named = (
            _word(profile, "real_name", "display_name", "name")
            if isinstance(profile, Mapping)
            else ""
        )
        own = bool(row.get("subtype")) or "bot_id" in row
        found.append(
            Message(
                speaker="" if own else named or _word(row, "user", "username"),
                text=_without_links(_word(row, "text")),
                when=when(row.get("ts")),
                thread=_word(row, "thread_ts"),
                side="company" if own else None,
            )
        )
    return found


def _without_links(text: str) -> str:
    """`<@U1|kim>` and `<https://…|here>` as they are shown."""
    return _SLACK.sub(lambda link: next((part for part in link.groups() if part), ""), text)


def _telegram(document: object) -> list[Message] | None:
    """One chat, or all of them, as Telegram Desktop exports them."""
    found: list[Message] = []
    for chat in _things(document):
        rows = _list(chat, "messages")
        if not any("from" in row and "text" in row and "date" in row for row in rows):
            continue
        partner = _word(chat, "name") if _word(chat, "type") == "personal_chat" else ""
        for row in rows:
            name = _word(row, "from") if row.get("type") == "message" else ""
            side: Side | None = None
            if partner:
                side = "customer" if name == partner else "company"
            found.append(
                Message(
                    speaker=name,
                    text=_entities(row.get("text")),
                    when=when(row.get("date")),
                    thread=_word(chat, "name"),
                    side=side if name else "company",
                )
            )
    return found or None


def _entities(text: object) -> str:
    """Telegram cuts a message where a link or a bold word begins."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = [_word(each, "text") if isinstance(each, Mapping) else str(each) for each in text]
    return "".join(pieces)
