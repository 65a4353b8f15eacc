"""Chats saved as text, by WhatsApp and programs like it, in the forms of many languages.

    [03/04/2025, 09:12:44] Mara: Good morning          (iPhone)
    03.04.25, 21:12 - Mara: Guten Abend                (Android)
    2025. 4. 3. 오후 9:12, 마라 : 안녕하세요                 (Korean)

A line that begins with no time goes on with the message above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxreset.intake.speakers.messages import Message

_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_MARKED = str.maketrans("", "", _MARKS)
_BLANK = r"[ \u00a0\u202f\t]"
_DATE = (
    r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?"
    r"|\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{4}년 \d{1,2}월 \d{1,2}일"
)
# The halves of the day, in the languages whose phones write them.
_HALF = (
    r"[ap]\.?[ \u00a0\u202f]?m\.?|오전|오후|上午|下午|午前|午後|凌晨|早上|中午|晚上|ÖÖ|ÖS|öö|ös"
    r"|[πμ]\.?[ \u00a0\u202f]?μ\.?|पूर्वाह्न|अपराह्न|[صم]|dop\.|odp\.|de\.|du\.|SA|CH|fm|em"
)
_TIME = rf"(?:(?:{_HALF}){_BLANK}?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:{_BLANK}?(?:{_HALF}))?"
_STAMP = (
    rf"{_TIME},{_BLANK}(?:{_DATE})"
    rf"|(?:{_DATE})(?:(?:,|،|{_BLANK})(?:{_BLANK}*(?:klo|kl\.?|om|um|at|à|às|a las|alle|o|в))?"
    rf"{_BLANK}*)+(?:{_TIME})"
)
_LINE = re.compile(
    rf"(?:\[(?P<phone>{_STAMP})\]{_BLANK}*"
    rf"|(?P<bare>{_STAMP})(?:{_BLANK}+[-–—]{_BLANK}+|,{_BLANK}+|{_BLANK}*:{_BLANK}+))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPOKEN = re.compile(
    rf"(?P<name>[^:：\n\"“”«»]{{1,80}}?){_BLANK}?[:：](?:{_BLANK}|$)(?P<text>.*)", re.DOTALL
)
_ATTACHED = re.compile(
    r"<[^<>\n]{1,80}>|\S+\.\w{2,5} \([^()\n]{3,40}\)"
    r"|(?:[^\n]{1,40}) (?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|omis(?:e|es)?|absentes?"
    r"|omess[aoi]|weggelaten|pominięto|utelämnad|udeladt|utelatt|ocultad[oa]|oculto|oculta"
    r"|dahil edilmedi|παραλείφθηκε|изъят[оа]?|пропущено|छोड़ दिया गया|छोड़ा गया|محذوف)"
    r"|(?:画像|動画|音声|スタンプ|写真)?(?:は)?(?:省略|除外)されました|[^\n]{1,20}(?:已省略|已略去|생략됨|생략됨\.|忽略)"
    r"|null|사진(?: \d+장)?|동영상|이모티콘|음성메시지|삭제된 메시지입니다\.?"
    r"|\[(?:スタンプ|写真|動画|画像|貼圖|照片|图片|Sticker|Photo|Video)\]",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht"
    r"|du hast diese nachricht gelöscht|se eliminó este mensaje|eliminaste este mensaje"
    r"|ce message a été supprimé|questo messaggio è stato eliminato|essa mensagem foi apagada"
    r"|mensagem apagada|dit bericht is verwijderd|bu mesaj silindi|данное сообщение удалено"
    r"|(?:messages and calls are|nachrichten und anrufe sind|los mensajes y las llamadas"
    r"|les messages et les appels|as mensagens e (?:as )?(?:chamadas|ligações)"
    r"|i messaggi e le chiamate|berichten en (?:oproepen|gesprekken)|wiadomości i połączenia"
    r"|mesajlar ve aramalar|сообщения и звонки) [^\n]{0,240}"
    r"|missed (?:voice|video) call|verpasster (?:sprach|video)anruf|waiting for this message.*)\.?",
    re.IGNORECASE,
)
_OWN = re.compile(r"[:：]\s?\u200e")  # how the phone marks what it says itself in place of words
_EDITED = re.compile(
    r" ?<[^<>\n]{0,40}(?:edited|bearbeitet|editad[oa]|editó|modifi[ée]e?|modificato|bewerkt"
    r"|edytowan|düzenlendi|изменен|redigerad|redigeret|muokattu|編集|已编辑|已編輯|수정)[^<>\n]{0,20}>$",
    re.IGNORECASE,
)
ENOUGH = 0.3  # share of a file's lines that begin with a time


def is_chat(lines: Iterable[str]) -> bool:
    """Whether lines begin as those of a saved chat do, and somebody speaks in them."""
    seen = stamped = spoken = 0
    for line in lines:
        if not line.strip():
            continue
        seen += 1
        match = _LINE.match(line.rstrip("\r\n").translate(_MARKED))
        if match:
            stamped += 1
            spoken += _SPOKEN.fullmatch(match["rest"]) is not None
    return spoken > 1 and stamped >= ENOUGH * seen and spoken * 4 >= stamped


def messages_of(lines: Iterable[str]) -> list[Message]:
    """Every message, the chat program's own among them (nobody speaks those)."""
    found: list[Message] = []
    for line in lines:
        line = line.rstrip("\r\n")
        plain = line.translate(_MARKED)
        match = _LINE.match(plain)
        if match:
            found.append(_begun(match, own=_OWN.search(line) is not None))
        elif found:
            last = found[-1]
            found[-1] = last._replace(text=f"{last.text}\n{plain}")
    return [_without_pictures(message) for message in found]


def _begun(match: re.Match[str], *, own: bool) -> Message:
    """`own`: what stands there in place of words is the program's."""
    when = " ".join((match["phone"] or match["bare"]).split())
    rest = match["rest"]
    spoken = _SPOKEN.fullmatch(rest)
    if spoken is None:
        return Message(speaker="", text=rest.strip(), when=when, side="company")
    return Message(speaker=spoken["name"].strip(), text="" if own else spoken["text"], when=when)


def _without_pictures(message: Message) -> Message:
    """A caption stays, "image omitted" does not."""
    kept = [line for line in message.text.split("\n") if not _ATTACHED.fullmatch(line.strip())]
    text = _EDITED.sub("", "\n".join(kept).strip())
    return message._replace(text="" if _PROGRAM.fullmatch(text) else text)
