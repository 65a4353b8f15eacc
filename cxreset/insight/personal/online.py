"""IP addresses, names on networks, and links to people's pages there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Final

from cxreset.insight.personal.cues import cue_before, cue_of, words_before
from cxreset.insight.personal.found import Found
from cxreset.insight.personal.hints import Hints
from cxreset.insight.personal.words import I_AM, NETWORK, ORDER, SITE, USER_NAME, VERSION, words

_FOUR = re.compile(r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)")
_SIX = re.compile(
    r"(?<![\w:])(?=[0-9a-fA-F:]{0,39}:[0-9a-fA-F:]{0,38}:)[0-9a-fA-F:]{3,39}(?:%\w{1,10})?(?![\w:])"
)
_SMALL, _SMALL_IN_VERSIONS = 10, 32
"""Below this four parts are rather a version's: wherever they stand, and after a word for one."""
_NEAR = 80
"""So many characters before four small parts are looked at for such a word."""
_VERSIONS: Final = words("version versions versión versione versioni versie versies build firmware")
_HOME: Final = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
"""The private networks that devices stand in (RFC 1918)."""
_EXAMPLES: Final = tuple(map(ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
"""Networks for examples, which the library counts among the private ones."""
_LETTERS = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"(?<![\w@.+/\"%&\0\]-])@(?!\d+(?!\w))(\w(?:[\w.]{0,38}\w))(?![@\w])")
_NO_HANDLES: Final = words(
    "all here everyone everybody channel team home work media import property override gmail"
)
_NAMED = re.compile(r"(?<![\w@./#])(?:live:)?[^\W\d_](?:[\w.-]{1,38}\w)(?:#\d{4})?(?![\w@/])")
_ON = re.compile(r"\s(?:on|auf|bei|sur|en|su|op)\s([^\W\d_]+)", re.IGNORECASE)
_FEW = 5
"""Words between a network and a name on it."""
_INSIDE = re.compile(r"[\d_.#]")
_LINK = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.|m\.|[a-z]{2}(?:-[a-z]{2})?\.)?(?:"
    r"(?:facebook|fb|instagram|twitter|x|threads|github|pinterest|snapchat|twitch|vk|soundcloud)"
    r"\.(?:com|net|tv)"
    r"/(?P<page>@?[\w.-]{2,60})(?:\?id=\d{2,20})?(?:/[\w.-]{0,60}){0,4}"
    r"|linkedin\.com/(?:in|pub)/[\w%.-]{2,80}"
    r"|xing\.com/profile/[\w%.-]{2,80}"
    r"|(?:tiktok|youtube|medium|threads)\.(?:com|net)/@[\w.-]{2,60}"
    r"|youtube\.com/(?:user|c)/[\w.-]{2,60}"
    r"|reddit\.com/u(?:ser)?/[\w-]{3,30}|/?u/[\w-]{3,30}"
    r"|(?:t|wa|m)\.me/\+?[\w.-]{3,60}"
    r"|bsky\.app/profile/[\w.:-]{2,80}"
    r"|[a-z0-9-]{1,40}\.[a-z]{2,12}/@[\w.-]{2,60}"
    r")/?",
    re.IGNORECASE,
)
_NO_PAGES: Final = words(
    "help about legal policies policy privacy terms login signup share sharer sharer.php intent"
    " watch groups group events event marketplace pages pg business ads p reel reels explore"
    " hashtag search"
    " stories tv video videos photo photos settings home support company jobs features pricing"
    " orgs topics"
)


def find(text: str, seen: Hints) -> Iterator[Found]:
    """Finds in any order; they may overlap."""
    yield from _links(text)
    if text.count(".") >= 3:
        yield from _networks(text, _FOUR)
    if text.count(":") >= 2:
        yield from _networks(text, _SIX)
    if "@" in text:
        for found in _HANDLE.finditer(text):
            if found[1].lower() not in _NO_HANDLES:
                yield Found("handle", *found.span())
    if seen.any_of(SITE, USER_NAME):
        for found in _NAMED.finditer(text):
            if _is_name(text, found):
                yield Found("handle", *found.span())


def _is_name(text: str, found: re.Match[str]) -> bool:
    """After "user name:" any word; after that of a network only what looks made for it."""
    if _INSIDE.search(found[0]):
        return cue_before(text, found.start()) in (SITE, USER_NAME) or _is_made_up(text, found)
    behind = text[max(0, found.start() - 2) : found.start()]
    return ":" in behind and cue_before(text, found.start()) == USER_NAME


def _is_made_up(text: str, found: re.Match[str]) -> bool:
    """Has it an underscore, and is a network a few words before? Or is it "mine, on" one?"""
    before = words_before(text, found.start())[-_FEW:]
    if "_" in found[0] and any(cue_of((word,)) in (SITE, USER_NAME) for word in before):
        return True
    network = _ON.match(text, found.end())
    return network is not None and cue_of((network[1].lower(),)) == SITE and _says_i(before)


def _says_i(before: Sequence[str]) -> bool:
    """ "I'm quietstorm99 on …": do these words say that it is the customer's own name?"""
    return any(" ".join(before[-length:]) in I_AM for length in (1, 2))


def _links(text: str) -> Iterator[Found]:
    if "/" not in text:
        return
    for found in _LINK.finditer(text):
        page = (found["page"] or "").lower()
        if page not in _NO_PAGES:
            yield Found("profile", *found.span())


def _networks(text: str, pattern: re.Pattern[str]) -> Iterator[Found]:
    for found in pattern.finditer(text):
        if _is_address(text, found):
            yield Found("network", *found.span())


def _is_address(text: str, found: re.Match[str]) -> bool:
    """A public address wherever it stands, a private one after the word; never a version."""
    try:
        address = ip_address(found[0])
    except ValueError:
        return False
    kind = cue_before(text, found.start())
    if kind == NETWORK:
        return True
    if kind in (ORDER, VERSION) or address.is_loopback or address.is_unspecified:
        return False
    if isinstance(address, IPv4Address):
        return _names_somebody(address) and not _is_version(text, found)
    return True


def _names_somebody(address: IPv4Address) -> bool:
    """A public address; of the private ones a single device's, not a router's own, which is the
    first or the last."""
    if any(address in network for network in _HOME):
        return address.packed[-1] not in {0, 1, 254, 255}
    return not address.is_private or any(address in network for network in _EXAMPLES)


def _is_version(text: str, found: re.Match[str]) -> bool:
    """Are all four parts small, or rather small and a version spoken of before them?"""
    highest = max(map(int, found[0].split(".")))
    if not _SMALL <= highest < _SMALL_IN_VERSIONS:
        return highest < _SMALL
    before = _LETTERS.findall(text[max(0, found.start() - _NEAR) : found.start()].lower())
    return any(word in _VERSIONS or cue_of((word,)) == VERSION for word in before)
