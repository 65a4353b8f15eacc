"""Transcripts of calls and meetings: WebVTT, SRT, and the text that meeting programs save."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from cxreset.intake.speakers.messages import Message, joined

_CUE = re.compile(
    r"\s*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}.*"
)
# `1 "Mara Lee" (123456)` above a cue, as Webex names who speaks in it.
_CUE_NAME = re.compile(r'\s*\d+\s+"([^"]{1,80})"(?:\s+\(\d+\))?\s*')
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]{0,80})?>|<[\d:.]{5,14}>|\{\\an\d\}", re.I
)
_NAMED = re.compile(
    r"(?:[-–]\s?)?\[?(?P<name>[^\W\d_][^:：\n<>\[\]]{0,59}?)\]?\s?[:：](?:\s+(?P<text>\S.*)|\s*$)",
    re.DOTALL,
)
_PLAIN_NAME = re.compile(r"[^\W\d_][\w.'’()& -]{0,59}")
_CLOCK = r"\(?\[?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[ap]m)?\]?\)?"
# `Mara Klein   0:03` above her words, as Teams, Otter and Zoom save them.
_HEAD = re.compile(rf"(?P<name>[^\W\d_][^\n:]{{0,59}}?)\s+{_CLOCK}\s*")
_TIMED = re.compile(rf"\s*{_CLOCK}\s*[-–]?\s*(?P<rest>[^\W\d_].*)", re.DOTALL)
# `09:12:44 From Mara to Everyone:` of a Zoom chat.
_FROM = re.compile(
    r"\s*(?P<when>\d{1,2}:\d{2}:\d{2})\s+(?:From|Von|De|Da)\s+(?P<name>[^:]{1,60}?)"
    r"(?:\s+(?:to|an|à|a|para)\s+[^:]{1,60}?)?\s?:\s*(?P<text>.*)",
    re.DOTALL | re.IGNORECASE,
)
# What the program says itself, above the turns and below them.
_NOTICE = re.compile(
    r"(?:transcribed by|powered by|(?:transcription|recording) (?:ended|started|stopped)"
    r"|meeting ended|this editable transcript).{0,120}"
    r"|(?:summary|attendees|attachments|transcript|invited|participants|teilnehmer|transkript):?",
    re.IGNORECASE,
)
_CLOCK_ALONE = re.compile(rf"\s*{_CLOCK}\s*")
_PREAMBLE = 12  # lines before somebody speaks
_FEW_SPEAKERS, _TURNS_EACH = 8, 2


def is_captions(lines: Sequence[str]) -> bool:
    """WebVTT or SRT: cues with their times."""
    return sum(_CUE.fullmatch(line.strip()) is not None for line in lines[:200]) > 0


def captions(lines: Iterable[str]) -> list[Message]:
    """The turns of WebVTT or SRT: cues of one speaker joined, two in one cue parted."""
    found: list[Message] = []
    inside = False
    speaker = ""
    for line in lines:
        line = line.strip("\ufeff\r\n")
        if _CUE.fullmatch(line):
            inside = True
        elif not line.strip():
            inside, speaker = False, ""
        elif inside:
            found += [turn._replace(speaker=turn.speaker or speaker) for turn in _voices(line)]
        elif named := _CUE_NAME.fullmatch(line):
            speaker = named[1]
    return [turn for turn in joined(found) if turn.text]


def _voices(line: str) -> list[Message]:
    """What is said in one line of a cue, and by whom if it says so."""
    parts = _VOICE.split(line)
    if len(parts) > 1:
        spoken = [Message(speaker="", text=_bare(parts[0]))] if _bare(parts[0]) else []
        pairs = zip(parts[1::2], parts[2::2], strict=True)
        return spoken + [Message(speaker=_bare(name), text=_bare(text)) for name, text in pairs]
    text = _bare(line)
    match = _NAMED.fullmatch(text)
    if match and _is_name(match["name"]):
        return [Message(speaker=match["name"], text=match["text"] or "")]
    return [Message(speaker="", text=text)]


def _bare(text: str) -> str:
    return unescape(_TAG.sub("", text)).strip()


def _is_name(text: str) -> bool:
    return len(text.split()) <= 5 and _PLAIN_NAME.fullmatch(text) is not None


def spoken_lines(lines: Sequence[str]) -> list[Message] | None:
    """The turns of a text whose lines begin with who speaks, or stand below a name and a time.

    None when the text is none: few speakers must have most of the lines.
    """
    filled = [line.strip("\ufeff\r\n") for line in lines if line.strip()]
    for reading in (_below_names, _zoom_chat, _begun_with_names):
        found = reading(filled)
        if found is not None:
            return found
    return None


def _with_times_beside(lines: Sequence[str]) -> list[str]:
    """A time on a line of its own below a name is put beside the name."""
    joined_lines: list[str] = []
    for line in lines:
        if joined_lines and _CLOCK_ALONE.fullmatch(line) and _is_name(joined_lines[-1].strip()):
            joined_lines[-1] += f"  {line.strip()}"
        else:
            joined_lines.append(line)
    return joined_lines


def _below_names(lines: Sequence[str]) -> list[Message] | None:
    lines = _with_times_beside(lines)
    heads = [_HEAD.fullmatch(line) for line in lines]
    if sum(head is not None for head in heads) < 2 or not _begins_soon(heads):
        return None
    if sum(head is not None for head in heads) * 6 < len(lines):
        return None
    found: list[Message] = []
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            found.append(Message(speaker=head["name"].strip(), text=""))
        elif _NOTICE.fullmatch(line.strip()):
            found.append(_notice(line))
        elif found and found[-1].speaker:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.strip()}".strip())
        else:
            found.append(_notice(line))
    return _turns(found)


def _begins_soon(heads: Sequence[re.Match[str] | None]) -> bool:
    """Somebody speaks in the first lines; below a longer preamble only where a name comes back."""
    names = [" ".join(head["name"].split()) for head in heads if head is not None]
    first = next((at for at, head in enumerate(heads) if head is not None), len(heads))
    back = len(set(names)) < len(names) and all(map(_is_name, names))
    return first < 2 or (back and first <= _PREAMBLE)


def _notice(line: str) -> Message:
    """Nobody speaks it."""
    return Message(speaker="", text=line.strip(), side="company")


def _turns(messages: list[Message]) -> list[Message]:
    """What one speaker says without a break as one turn; notices stay by themselves."""
    spoken: list[Message] = []
    notices: list[Message] = []
    for message in messages:
        (spoken if message.speaker else notices).append(message)
    return joined(spoken) + notices


def _zoom_chat(lines: Sequence[str]) -> list[Message] | None:
    heads = [_FROM.fullmatch(line) for line in lines]
    if heads[0] is None:
        return None
    found: list[Message] = []
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            found.append(Message(speaker=head["name"].strip(), text=head["text"].strip()))
        else:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line.strip()}".strip())
    return found


def _begun_with_names(lines: Sequence[str]) -> list[Message] | None:
    found: list[Message] = []
    turns: dict[str, int] = {}
    named = seen = 0
    for line in lines:
        timed = _TIMED.fullmatch(line)
        match = _NAMED.fullmatch(timed["rest"] if timed else line.strip())
        if _CLOCK_ALONE.fullmatch(line):
            continue
        seen += 1
        if match and _is_name(match["name"]):
            named += 1
            turns[match["name"]] = turns.get(match["name"], 0) + 1
            found.append(Message(speaker=match["name"], text=(match["text"] or "").strip()))
        elif not named or _NOTICE.fullmatch(line.strip()):
            found.append(_notice(line))
        else:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line.strip()}".strip())
    before = next((at for at, message in enumerate(found) if message.speaker), len(found))
    few = 2 <= len(turns) <= _FEW_SPEAKERS and len(turns) * _TURNS_EACH <= named
    return _turns(found) if few and named * 2 >= seen - before and before <= _PREAMBLE else None
