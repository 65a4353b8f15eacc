"""What in a text is not its writer's: a reply by the company, a quoted mail, a signature.

Cut is only what its form gives away. A complaint may well quote "Best regards" or say that the
driver "came and wrote:", so a line that introduces a quotation must name a time or an address,
and a block of mail headers must have three of them.
"""

from __future__ import annotations

import re

_REPLY = re.compile(
    r"(?:^|\n|(?<=[.!?…\"”)])[ \t]+)[ \t]*"
    r"(?:(?:response|reply|answer|comment) (?:from|by|of) (?:the )?"
    r"(?:owner|business|management|manager|property|hotel|host|seller|company|developer|team"
    r"|restaurant|vendor|merchant|provider|staff|store)"
    r"|(?:owner|management|manager|property|hotel|host|seller|company|developer|business|vendor"
    r"|merchant|restaurant|store|team)(?:['’]s)? (?:reply|response|answer|comment)"
    r"|antwort (?:des|der|vom|von der|von|dem) (?:inhabers?|inhaberin|eigentümers?|unternehmens?"
    r"|hotels?|betreibers?|verkäufers?|entwicklers?|managements?|unterkunft|geschäftsleitung)"
    r"|réponse (?:du|de la|de l['’]|de) ?(?:propriétaire|établissement|direction|entreprise"
    r"|gérant|vendeur|développeur|hôtel|hôte)"
    r"|respuesta (?:del?|de la) (?:propietario|empresa|establecimiento|dirección|hotel"
    r"|vendedor|desarrollador|gerencia|alojamiento|negocio|anfitrión)"
    r"|risposta (?:del|della|dell['’]) ?(?:proprietario|azienda|struttura|direzione|hotel"
    r"|venditore)"
    r"|resposta (?:do|da) (?:proprietário|empresa|estabelecimento|hotel|vendedor|gerência)"
    r"|(?:reactie|antwoord) van (?:de |het )?(?:eigenaar|bedrijf|hotel|verkoper|management)"
    r"|odpowiedź (?:od )?(?:właściciela|firmy|hotelu|obiektu|sprzedawcy)"
    r"|ответ (?:владельца|компании|представителя|продавца|отеля|магазина)"
    r"|(?:işletme|mağaza|satıcı|otel)(?: sahibinin| sahibi|nin)? (?:yanıtı|cevabı)"
    r"|オーナーからの返信|返信（オーナー）|商家回复|店家回覆|업주 답변|사장님 답글)"
    r"[^\n:：]{0,60}(?:[:：]|\n)",
    re.IGNORECASE,
)

_NAMES_TIME = r"(?=[^\n]*(?:\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|@))"
_INTRO = re.compile(
    rf"^[ \t>]*{_NAMES_TIME}(?:"
    r"on\b.{4,200}\bwrote|am\b.{4,200}\bschrieb.{0,120}|le\b.{4,200}\ba écrit"
    r"|el\b.{4,200}\bescribió"
    r"|il\b.{4,200}\bha scritto|em\b.{4,200}\bescreveu|op\b.{4,200}\bschreef.{0,120}"
    r"|w dniu\b.{4,200}\bnapisał(?:\(a\)|a)?.{0,80}|den\b.{4,200}\bskrev.{0,120}"
    r"|.{4,200}\b(?:tarihinde|yazdı).{0,120}|.{4,200}\b(?:пишет|написал(?:\(а\)|а)?).{0,80}"
    r"|.{4,200}\bέγραψε.{0,80}|.{4,200}(?:写道|寫道|のメール|님이 작성|のメッセージ).{0,20}"
    r")[ \t]*[:：]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_INTRO_LENGTH = 260  # characters; longer lines are not tried
_DIVIDER = re.compile(
    r"^[ \t>]*-{2,}[ \t]*(?:original message|forwarded message|original appointment"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht|message d['’]origine"
    r"|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale"
    r"|mensagem original|oorspronkelijk bericht|oryginalna wiadomość|исходное сообщение"
    r"|orijinal mesaj|ursprungligt meddelande|oprindelig meddelelse|αρχικό μήνυμα|原始邮件"
    r"|元のメッセージ"
    r"|원본 메시지)[ \t]*-{2,}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_LINE = re.compile(
    r"[ \t>*]*(?:from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|date|à|objet"
    r"|enviado(?: el| em)?|enviada(?: em)?|fecha|para|asunto|assunto|da|inviato|data|a|oggetto"
    r"|van|verzonden|aan|onderwerp|od|wysłano"
    r"|do|temat|от|отправлено|кому|тема|kimden|gönderme|kime|konu|från|skickat|till|ämne"
    r"|fra|sendt|til|emne|lähettäjä|lähetetty|vastaanottaja|aihe|odesláno|komu|předmět|feladó"
    r"|elküldve|címzett|tárgy|gönderen|gönderilme(?: tarihi)?|de la|trimis|către|subiect|από"
    r"|στάλθηκε|προς|θέμα|від|надіслано|发件人|发送时间|收件人|主题|寄件者|寄件日期|收件者|主旨|差出人|送信日時|宛先"
    r"|件名|보낸 사람|보낸 날짜|받는 사람|제목)\*?"
    r"[ \t]?[:：]\*?[ \t]?\S.*",
    re.IGNORECASE,
)
_HEADERS = 3  # lines that make a block
_CLOSING = re.compile(
    r"(?:(?:kind|best|warm|many|with kind|with best)?\s?regards|sincerely|yours (?:sincerely|truly"
    r"|faithfully)|cheers|(?:many )?thanks|thank you|best(?: wishes)?|mit (?:freundlichen"
    r"|besten|lieben"
    r"|herzlichen) grü(?:ß|ss)en|(?:viele|beste|liebe|freundliche|schöne|herzliche) grü(?:ß"
    r"|ss)e|mfg"
    r"|lg|vg|gru(?:ß|ss)|cordialement|bien cordialement|bien à vous|sincères salutations"
    r"|(?:un )?(?:saludo|cordial saludo)s?(?: cordiales)?|atentamente|gracias|cordiali saluti"
    r"|distinti saluti|grazie|atenciosamente|cumprimentos|obrigad[oa]|met vriendelijke groeten?"
    r"|groeten|z poważaniem|pozdrawiam|с уважением|saygılarımla|med vänliga? hälsning(?:ar)?"
    r"|venlig hilsen|με εκτίμηση)[,.!]*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from my|get outlook for|von meinem .{1,30} gesendet|gesendet von|envoyé "
    r"de(?:puis)? mon"
    r"|enviado desde mi|inviato da|verstuurd vanaf mijn|wysłane z|отправлено с|skickat "
    r"från)\b.{0,60}",
    re.IGNORECASE,
)
_SIGNED_LINES, _SIGNED_LENGTH = 6, 60  # lines of a signature, characters of one


_FORUM_QUOTE = re.compile(
    r"<aside\b[^<>]{0,400}\bclass=[\"'][^\"']*\bquote\b.*?</aside>|\[quote\b[^\]]{0,200}\].*?\[/quote\]"
    r"|<blockquote\b[^<>]{0,400}>.*?</blockquote>",
    re.DOTALL | re.IGNORECASE,
)


def without_forum_quotes(cell: str) -> str:
    """A post of a forum without what it quotes of others: `[quote="sam"]…[/quote]`."""
    if "quote" not in cell:
        return cell
    return _FORUM_QUOTE.sub("\n", cell)


def without_reply(text: str) -> str:
    """What stands before `Response from the owner: …`."""
    match = _REPLY.search(text)
    return text[: match.start()].rstrip() if match and match.start() else text


def without_quotes(text: str) -> str:
    """The writer's own lines: without quoted mails, wherever they stand, and what follows an
    `Original Message`."""
    cut = _DIVIDER.search(text)
    if cut:
        text = text[: cut.start()].rstrip()
    lines = text.split("\n")
    headers = _header_block(lines)
    if headers is not None:
        lines = lines[:headers]
    return _without_marked(lines).strip()


def _header_block(lines: list[str]) -> int | None:
    """Where a block of mail headers (`From: … Sent: … Subject: …`) begins, below some words."""
    run = 0
    for at, line in enumerate(lines):
        run = run + 1 if _HEADER_LINE.fullmatch(line[:200]) else 0
        if run == _HEADERS and any(
            "@" in each or ":" in each[8:] or _dated(each) for each in lines[at - 2 : at + 1]
        ):
            start = at - run + 1
            if start and set(lines[start - 1].strip()) <= set("_-—* "):
                start -= 1
            return start if any(map(str.strip, lines[:start])) else None
    return None


def _dated(line: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d\b|\d{1,2}:\d{2}", line) is not None


def _without_marked(lines: list[str]) -> str:
    """Without `On … wrote:` and the lines marked with `>` below it; unmarked ones below it are the
    quotation too, unless some are marked."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = _intro_at(lines, at)
        if not length:
            kept.append(lines[at])
            at += 1
            continue
        at += length
        below = at
        while below < len(lines) and not lines[below].strip():
            below += 1
        if below == len(lines) or not lines[below].lstrip().startswith(">"):
            break
        while below < len(lines) and (lines[below].lstrip()[:1] in (">", "")):
            below += 1
        at = below
    return "\n".join(kept)


def _intro_at(lines: list[str], at: int) -> int:
    """How many lines (1 or 2: mail programs wrap them) introduce a quotation here; 0 for none."""
    line = lines[at].strip()
    if not line or len(line) > _INTRO_LENGTH:
        return 0
    if line.endswith((":", "：", ">:")) and _INTRO.search(line):
        return 1
    if at + 1 < len(lines) and (after := lines[at + 1].strip()).endswith((":", "：")):
        both = f"{line} {after}"
        if len(both) <= _INTRO_LENGTH and _INTRO.search(both) and not _INTRO.search(after):
            return 2
    return 0


def without_marks(text: str) -> str:
    """Of a mail: without the lines that begin with `>`."""
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">"))


def without_signature(text: str, writer: str = "") -> str:
    """Of a mail by `writer`: without what stands below `-- ` (or `--`, where their name does), and
    without a closing and the name below it."""
    lines = text.rstrip().split("\n")
    for at in range(len(lines) - 1, 0, -1):
        below = [line for line in lines[at + 1 :] if line.strip()]
        bare = lines[at] == "--" and bool(below) and _shares_word(below[0], writer)
        if (bare or lines[at] == "-- ") and len(lines) - at <= _SIGNED_LINES + 4:
            lines = lines[:at]
            break
    while len(lines) > 1 and (not lines[-1].strip() or _SENT_FROM.fullmatch(lines[-1].strip())):
        lines.pop()
    for at in range(len(lines) - 1, max(0, len(lines) - 2 - _SIGNED_LINES), -1):
        if _CLOSING.fullmatch(lines[at].strip()):
            below = [line for line in lines[at + 1 :] if line.strip()]
            if all(len(line) <= _SIGNED_LENGTH for line in below) and _is_name(below):
                lines = lines[:at]
            break
    return "\n".join(lines).rstrip()


def _shares_word(line: str, name: str) -> bool:
    words = set(re.findall(r"[^\W\d_]{2,}", name.casefold()))
    return len(line.split()) <= 5 and not words.isdisjoint(line.casefold().split())


def _is_name(below: list[str]) -> bool:
    """A name and an address, rather than a story that goes on."""
    return not any(
        line.rstrip().endswith((".", "!", "?")) and len(line.split()) > 4 for line in below
    )
