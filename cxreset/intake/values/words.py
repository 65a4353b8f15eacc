"""Words in cells made plain: blanks, markup, and answers that say nothing."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from cxreset.base.text import one_line

_PARAGRAPHS = re.compile(r"\n{3,}")
_BLOCKS = "p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|pre|hr|section|article|dd|dt"
_INLINE = (
    "a|abbr|address|area|b|big|body|center|cite|code|col|dl|em|fieldset|figure|font|footer|form|head"
    "|header|html|i|iframe|img|input|ins|label|link|main|mark|meta|nav|o:p|q|s|samp|small|span"
    "|strike|strong|sub|sup|svg|tbody|td|tfoot|th|thead|title|tt|u|v|video|wbr"
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_TAG = re.compile(rf"</?(?:({_BLOCKS})|{_INLINE})(?:\s[^<>]{{0,4000}}|/)?>", re.I)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")

# Alone in a cell these say nothing, in whatever case and between whatever marks.
_NOTHING = {
    *("n a", "na", "none", "nil", "null", "nan", "nothing", "no", "nope", "x", "xx", "xxx"),
    *("no comment", "no comments", "no answer", "nothing to add", "none at all", "not applicable"),
    *("no negative", "no positive", "no feedback", "no suggestions", "no suggestion", "no remarks"),
    *("nothing really", "not really", "no thanks", "no thank you", "blank", "empty", "test"),
    *("there are no comments available for this review", "no comment provided", "no comment left"),
    *("user did not leave a comment", "no text", "no review", "rating only", "no written review"),
    *("es gibt zu dieser bewertung keine kommentare", "aucun commentaire disponible pour cet avis"),
    *("no response", "no reply", "nothing else", "nothing at all", "no issues", "undefined"),
    *("deleted", "removed"),
    *("keine", "kein", "keiner", "nichts", "nein", "k a", "ka", "keine angabe", "keine angaben"),
    *("kein kommentar", "keine anmerkung", "keine anmerkungen", "entfallt", "keine kommentare"),
    *("rien", "aucun", "aucune", "neant", "non", "ras", "r a s", "rien a signaler", "sans objet"),
    *("aucun commentaire", "rien a dire", "rien a ajouter", "sans commentaire"),
    *("ninguno", "ninguna", "nada", "ningun comentario", "sin comentarios", "sin comentario"),
    *("nessuno", "nessuna", "niente", "nulla", "nessun commento"),
    *("nenhum", "nenhuma", "nao", "nenhum comentario", "sem comentarios", "sem comentario"),
    *("geen", "niets", "nee", "nvt", "n v t", "geen opmerkingen", "geen commentaar"),
    *("brak", "nic", "nie", "brak uwag", "nie dotyczy", "brak komentarza"),
    *("yok", "hayir", "hicbir sey", "inget", "ingen", "intet", "ei", "nimic"),
    *("нет", "ничего", "нету", "нет комментариев", "немає", "ні"),
    *("τιποτα", "κανενα", "οχι", "لا", "لا شيء", "لا يوجد"),
    *("なし", "無し", "特になし", "ありません", "特にありません", "無", "无", "没有", "無し"),
    *("없음", "없습니다", "없어요", "沒有", "暂无"),
}
NO_ANSWER_LENGTH = 50  # characters
_PUNCTUATION = re.compile(r"[\W_]+")


def storable(value: str) -> str:
    """The same text without what no workbook can hold: NULs, halves of surrogate pairs."""
    if value.isascii():
        return value.replace("\0", "") if "\0" in value else value
    return (
        value.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )


def clean_text(value: str) -> str:
    """The same words with runs of blanks folded, ends stripped, one blank line at most between
    paragraphs, accents and letters as one character; empty where nothing visible is left.
    """
    if value.isascii() and value.isprintable():  # its only blanks are spaces, and all is visible
        return value if "  " not in value and value.strip() == value else " ".join(value.split())
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
    if "\n" not in value and "\r" not in value:
        text = " ".join(value.split())
    else:
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text = _PARAGRAPHS.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
    # Short enough to be nothing but invisible characters.
    return text if len(text) > 8 or one_line(text) else ""


def without_markup(value: str) -> str:
    """The words of HTML: tags that are known by name taken off, entities read.

    `a < b` is no tag and stays. Paragraphs, breaks and list items become lines.
    """
    if "<" in value and ">" in value:
        value = _HIDDEN.sub(" ", value)
        value = _TAG.sub(lambda tag: "\n" if tag[1] else "", value)
    if "&" in value and ";" in value:
        value = _ENTITY.sub(lambda entity: unescape(entity[0]), value)
    return value


def is_no_answer(text: str) -> bool:
    """`N/A`, `none`, `-`, `keine`, `特になし`: all a cell holds, and it says nothing.

    An emoji says something.
    """
    if len(text) > NO_ANSWER_LENGTH:
        return False
    if text.isascii() and text[:1].isalpha():
        first = text.split(maxsplit=1)[0].lower()
        if first.isalpha() and first not in _FIRST_WORDS:
            return False  # as nearly all comments are
    plain = _PUNCTUATION.sub(" ", _bare(text)).strip()
    if plain:
        return plain in _PLAIN_NOTHING
    return bool(text) and not any(unicodedata.category(char) == "So" for char in text)


def _bare(text: str) -> str:
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char)).replace("ı", "i")


_PLAIN_NOTHING = frozenset(map(_bare, _NOTHING))
_FIRST_WORDS = frozenset(nothing.split()[0] for nothing in _PLAIN_NOTHING)
