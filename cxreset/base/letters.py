"""Letters of every script: what a word is made of, and what a reader would call the same word.

`\\w` leaves out the vowel signs of Hindi, Tamil, Thai and others and so cuts their words to
pieces. Here a mark belongs to the letter before it.
"""

from __future__ import annotations

import re
import unicodedata

# The marks (categories Mn and Mc) of the basic plane, as hexadecimal ranges.
_MARKS = """
300-36F 483-487 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 610-61A 64B-65F 670 6D6-6DC 6DF-6E4 6E7-6E8
6EA-6ED 711 730-74A 7A6-7B0 7EB-7F3 7FD 816-819 81B-823 825-827 829-82D 859-85B 898-89F
8CA-8E1 8E3-903 93A-93C 93E-94F 951-957 962-963 981-983 9BC 9BE-9CD 9D7 9E2-9E3 9FE-A03
A3C-A51 A70-A71 A75 A81-A83 ABC ABE-ACD AE2-AE3 AFA-B03 B3C B3E-B57 B62-B63 B82 BBE-BCD BD7
C00-C04 C3C C3E-C56 C62-C63 C81-C83 CBC CBE-CD6 CE2-CE3 CF3 D00-D03 D3B-D3C D3E-D4D D57 D62-D63
D81-D83 DCA-DDF DF2-DF3 E31 E34-E3A E47-E4E EB1 EB4-EBC EC8-ECE F18-F19 F35 F37 F39 F3E-F3F
F71-F84 F86-F87 F8D-FBC FC6 102B-103E 1056-1059 105E-1060 1062-1064 1067-106D 1071-1074
1082-108D 108F 109A-109D 135D-135F 1712-1715 1732-1734 1752-1753 1772-1773 17B4-17D3 17DD
180B-180D 180F 1885-1886 18A9 1920-193B 1A17-1A1B 1A55-1A7F 1AB0-1ABD 1ABF-1B04 1B34-1B44
1B6B-1B73 1B80-1B82 1BA1-1BAD 1BE6-1BF3 1C24-1C37 1CD0-1CD2 1CD4-1CE8 1CED 1CF4 1CF7-1CF9
1DC0-1DFF 20D0-20DC 20E1 20E5-20F0 2CEF-2CF1 2D7F 2DE0-2DFF 302A-302F 3099-309A A66F
A674-A67D A69E-A69F A6F0-A6F1 A802 A806 A80B A823-A827 A82C A880-A881 A8B4-A8C5 A8E0-A8F1
A8FF A926-A92D A947-A953 A980-A983 A9B3-A9C0 A9E5 AA29-AA36 AA43 AA4C-AA4D AA7B-AA7D AAB0
AAB2-AAB4 AAB7-AAB8 AABE-AABF AAC1 AAEB-AAEF AAF5-AAF6 ABE3-ABEA ABEC-ABED FB1E FE00-FE0F
FE20-FE2F
"""
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
"""Soft hyphen, joiners and their like: inside words, and never seen."""
_ACCENT = re.compile("[\u0300-\u036f]")
"""What folding takes off. Signs of other scripts are vowels: without them it is another word."""
_LETTERS_ALIKE = str.maketrans(
    {
        "\u0131": "i",  # dotless
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\uff07": "'",
    }
)


def _inside_class(spans: str) -> str:
    """`300-36F 483` as the inside of a character class."""
    ends = [span.split("-") for span in spans.split()]
    return "".join(f"{chr(int(end[0], 16))}-{chr(int(end[-1], 16))}" for end in ends)


MARKS = _inside_class(_MARKS)
"""The inside of a character class: every mark that may follow a letter."""
_SIGNS = MARKS + "".join(map(chr, _INVISIBLE))
_LETTER = rf"[^\W_][{_SIGNS}]*"
WORD = rf"(?:{_LETTER})+(?:['\u2019\u02bc\uff07](?:{_LETTER})+)*"
"""A word of any script as a pattern, apostrophes inside it included."""


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents of Latin, Greek and Cyrillic, nothing invisible.

    Composed or not is the same, as are ligatures, full width and the final sigma. Vowel signs of
    other scripts stay.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_INVISIBLE).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", plain).translate(_LETTERS_ALIKE))
