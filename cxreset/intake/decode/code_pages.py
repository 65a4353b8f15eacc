"""Which code page makes words of bytes that are not UTF-8.

Every candidate is tried on the lines that need one. Its letters are weighed by how often the
languages written in it use them: the right page gives common letters inside words, a wrong one
rare letters, capitals inside words and signs where letters belong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cxreset.base.language.words import N_, _

SAMPLE = 200_000  # bytes of such lines that are weighed
_ENOUGH = 0.35  # of the letters beyond ASCII a page must explain to be better than Western Europe
_MARGIN, _RARE_MARGIN = 0.02, 0.15  # by which a page must be better than one tried before
_SCRIPT = 6  # different letters, fewer of which do not tell a script of its own
_FEW = 5  # letters beyond ASCII that are too few to tell much from
_RARE = ("koi8-r", "cp866", "iso-8859-2", "cp850", "mac-roman")
_COMMON_SIGNS = frozenset("’‘“”–—…€«»°·•´\u00a0¿¡№")


class Page(NamedTuple):
    """A code page, what to call it, and the letters of each language it is for, the most frequent
    first."""

    codec: str
    label: str
    languages: tuple[str, ...]


_WESTERN = (
    "äüößÄÖÜ",
    "éèàêçùâîôûëïœÉÀÈÊÇ",
    "áéíóúñüÁÉÍÓÚÑ",
    "ãõáéíóúâêôçàÃÉÇÁ",
    "àèéìòùÀÈÉ",
    "åäöæøÅÄÖÆØé",
    "ëéïüèö",
)
_POLISH = "ąęłóśżźćńŁŚŻŹĆĄĘŃÓ"
_CZECH = "áéíýěščřžůúťďňÁÉÍŠČŘŽÚľĺŕôä"
_HUNGARIAN = "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"
_ROMANIAN = "ăâîşţĂÂÎŞŢ"
_CROATIAN = "čćšžđČĆŠŽĐ"
_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёПНВСОКДМРАБТЗЕИГУЯ"
_UKRAINIAN = "оаиінвретслкдмупябзчгйхьїєжцюшщфґПНВСОКДМ"
_BULGARIAN = "аоиетнрсвлкдпмзъгбчящуцжшхйюфПНВС"
_GREEK = "αοιετσνηυρπκμλωςγδχθφβξζψάέήίόύώϊϋΑΕΟΙΤΝΠΚΜΔΗΆΈΌ"
_TURKISH = "ıişüçğöİŞÜÇĞÖâ"
_HEBREW = "יוהלאתרשבמנדקחעפםטגצכזסןךץףת"
_ARABIC = "اليمنوتردبعسقفحكهشجطخصذضغثةىأإئءآؤظ"
_BALTIC = "āēīūķļņčšžģąęėįųŽŠČ"

_PAGES = (
    Page("cp1252", N_("Windows-1252, Western Europe"), _WESTERN),
    Page("cp1254", N_("Windows-1254, Turkish"), (_TURKISH,)),
    Page(
        "cp1250",
        N_("Windows-1250, Central Europe"),
        (_POLISH, _CZECH, _HUNGARIAN, _ROMANIAN, _CROATIAN),
    ),
    Page("cp1251", N_("Windows-1251, Cyrillic"), (_RUSSIAN, _UKRAINIAN, _BULGARIAN)),
    Page("cp1253", N_("Windows-1253, Greek"), (_GREEK,)),
    Page("cp1255", N_("Windows-1255, Hebrew"), (_HEBREW,)),
    Page("cp1256", N_("Windows-1256, Arabic"), (_ARABIC,)),
    Page("cp1257", N_("Windows-1257, Baltic"), (_BALTIC,)),
    Page("koi8-r", N_("KOI8-R, Russian"), (_RUSSIAN,)),
    Page("cp866", N_("Code page 866, Russian"), (_RUSSIAN,)),
    Page("iso-8859-2", N_("ISO 8859-2, Central Europe"), (_POLISH, _CZECH, _HUNGARIAN)),
    Page("cp850", N_("Code page 850, Western Europe"), _WESTERN),
    Page("mac-roman", N_("Mac Roman"), _WESTERN),
)
WESTERN = _PAGES[0]
_WESTERN_NAMES = ("latin-1", "iso-8859-1", "windows-1252", "iso8859-1")

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_COMMON_HANGUL = frozenset(
    "이다는에가을의고하지를은도로한기사나자어서리니시인대으해있요아만들게것보전과일정주그수제안습"
    "배송너무데좋네했없면라여부원오상우비요거성문연신동장공경품세같저조또더내말구"
)
_COMMON_HAN = frozenset(
    "的一是不了我在有人这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天"
    "去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同"
    "日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感"
    "質量快递客服物流产品商品收货包装退款差评满意問題這個們來時為說國後會過對沒還從樣開現長經東西很"
    "的不是了有我他這個也到都會說要就好可以沒很多請問客服商品出貨包裝品質"
)
_COMMON_KANJI = frozenset(
    "商品届配送遅不良対応電話返信注文日間社品質問題最悪届金返時使用購入店員本当"
)


def _multibyte(text: str, codec: str) -> float:
    """How much of the text beyond ASCII is what its language writes most."""
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 0.0
    number = len(beyond)
    if codec in ("cp932", "euc_jp"):
        kana = len(_KANA.findall(text))
        known = sum(char in _COMMON_KANJI or char in "。、「」！？" for char in beyond)
        half = sum("\uff61" <= char <= "\uff9f" for char in beyond)
        return (kana + known - 2 * half) / number if kana * 5 >= number else 0.0
    if codec == "cp949":
        hangul = len(_HANGUL.findall(text))
        common = sum(char in _COMMON_HANGUL for char in beyond)
        return (
            (hangul + common) / (2 * number)
            if hangul * 10 >= 8 * number and common * 3 >= number
            else 0.0
        )
    common = sum(char in _COMMON_HAN or char in "，。！？、：；" for char in beyond)
    return 2 * common / number if common * 8 >= number else 0.0


_MULTIBYTE = (
    ("cp932", N_("Shift JIS, Japanese")),
    ("euc_jp", N_("EUC-JP, Japanese")),
    ("cp949", N_("EUC-KR, Korean")),
    ("gb18030", N_("GB18030, Chinese")),
    ("big5", N_("Big5, Chinese")),
)


# A capital or a sign in the middle of a small word: `GerÃ¤t`.
_INSIDE = re.compile(
    r"(?<=[^\W\d_A-ZÀ-ÞΑ-ΫА-Я])[À-ÖØ-ÞΑ-ΫА-ЯŠŽŒ](?=[a-zß-öø-ÿα-ωа-я]|\b)"
    r"|(?<=\w)[¡-¬®-¶¸-¿×÷‰†‡ˆ™](?=\w)"
)


# Letters of another script within a word of Latin ones.
_SCRIPTS_MIXED = re.compile(r"(?<=[A-Za-z])[\u0370-\u06ff]|[\u0370-\u06ff](?=[A-Za-z])")


def _single(text: str, page: Page) -> float:
    """The best share, over the page's languages, of letters that are common there."""
    seen = Counter(char for char in text if char > "\x7f")
    total = sum(seen.values())
    if not total:
        return 0.0
    best = max(_weight(seen, letters) for letters in page.languages) / total
    if page is WESTERN and total < _FEW:  # too few to tell which of its languages it is
        every = set("".join(page.languages))
        best = max(best, sum(n for char, n in seen.items() if char in every) / total)
    signs = sum(number for char, number in seen.items() if char in _COMMON_SIGNS) / total
    strange = (len(_INSIDE.findall(text)) + len(_SCRIPTS_MIXED.findall(text))) / total
    return best + signs - strange


def _shows_its_script(text: str, page: Page) -> bool:
    """A page of Greek, Cyrillic, Hebrew or Arabic needs some variety: `ää` is no word of those."""
    if page.languages[0][0] < "\u0370":
        return True
    return len({char for char in text if char > "\x7f"}) >= _SCRIPT


def _weight(seen: Counter[str], letters: str) -> float:
    """Each letter counts from 1, for the most frequent, less for each that is more frequent."""
    rank = {letter: max(0.2, 1 - 0.025 * position) for position, letter in enumerate(letters)}
    return sum(number * rank.get(char, 0.0) for char, number in seen.items())


def label_of(codec: str) -> str:
    """What to call an encoding: `Windows-1253, Greek`."""
    plain = codec.lower().replace("_", "-")
    if plain in _WESTERN_NAMES:
        return _("Western European text")
    for page in _PAGES:
        if page.codec == plain:
            return _(page.label)
    multibyte = dict(_MULTIBYTE)
    if codec in multibyte:
        return _(multibyte[codec])
    return _("text in {codec}").format(codec=codec)


def code_page(lines: Iterable[bytes]) -> Page:
    """The page whose words look like words; Windows-1252 where none does much better."""
    sample = b"\n".join(_some(lines))
    best, most = WESTERN, _ENOUGH
    for codec, label in _MULTIBYTE:
        text = _decoded(sample, codec)
        if text is not None and (score := _multibyte(text, codec)) > most:
            best, most = Page(codec, label, ()), score
    if best.codec != WESTERN.codec:
        return best
    for page in _PAGES:
        text = _decoded(sample, page.codec)
        score = 0.0 if text is None or not _shows_its_script(text, page) else _single(text, page)
        if score > most + (_RARE_MARGIN if page.codec in _RARE else _MARGIN):
            best, most = page, score
    return best


def _some(lines: Iterable[bytes]) -> Iterator[bytes]:
    room = SAMPLE
    for line in lines:
        if room < 0:
            return
        room -= len(line)
        yield line[:SAMPLE]


def _decoded(sample: bytes, codec: str) -> str | None:
    """None unless nearly all of the sample has a meaning in the page."""
    text = sample.decode(codec, "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}") + sum("\x80" <= char <= "\x9f" for char in text)
    beyond = sum(char > "\x7f" for char in text)
    return text if wrong * 50 <= beyond else None
