"""Chats saved as text with the day above its messages, as LINE and KakaoTalk save them.

2025/03/03(月)
09:12<tab>Mara<tab>ランプが壊れて届きました

--------------- 2025년 3월 3일 월요일 ---------------
[Mara] [오전 9:12] 램프가 깨져서 왔어요
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxreset.intake.speakers.messages import Message
from cxreset.intake.values.dates import parse_date

_DAY = re.compile(r"-*\s*(\d{4}[年년./-] ?\d{1,2}[月월./-] ?\d{1,2}[日일.]?)[^\d\t:]{0,12}-*\s*")
_SPOKEN = re.compile(
    r"(?:(?P<time>(?:[^\s\d]{2})?\d{1,2}:\d{2})\t(?P<name>[^\t]{1,80})\t(?P<text>.*)"
    r"|\[(?P<who>[^\]]{1,80})\] \[(?P<clock>[^\]]{0,4}\d{1,2}:\d{2})\] (?P<words>.*))",
    re.DOTALL,
)
_PICTURE = re.compile(
    r"\[[^\[\]]{1,12}\]|사진(?: \d+장)?|동영상|이모티콘|음성메시지|삭제된 메시지입니다\.?"
)


def is_daily(lines: Iterable[str]) -> bool:
    """Whether messages stand below their days."""
    days = spoken = 0
    for line in lines:
        days += _DAY.fullmatch(line.rstrip()) is not None
        spoken += _SPOKEN.fullmatch(line) is not None
    return days > 0 and spoken > 1


def messages_of(lines: Iterable[str]) -> list[Message]:
    """Every message with its day; what stands before the first is a notice of the program."""
    found: list[Message] = []
    day = ""
    for line in lines:
        line = line.strip("\ufeff\r\n")
        if match := _DAY.fullmatch(line.rstrip()):
            read = parse_date(match[1])
            day = read.isoformat() if read else day
        elif match := _SPOKEN.fullmatch(line):
            name = match["name"] or match["who"]
            text = match["text"] or match["words"] or ""
            text = "" if _PICTURE.fullmatch(text.strip()) else text
            found.append(Message(speaker=name.strip(), text=text.strip(), when=day))
        elif found and found[-1].speaker and line.strip():
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line.strip()}".strip())
        elif line.strip():
            found.append(Message(speaker="", text=line.strip(), side="company"))
    return [message._replace(text=_unquoted(message.text)) for message in found]


def _unquoted(text: str) -> str:
    """LINE puts a message of several lines in quotation marks, and doubles those inside."""
    if "\n" in text and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"').strip()
    return text
