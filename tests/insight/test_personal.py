"""Personal data is found in what customers write, and ordinary figures are left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxreset.insight.personal import MARKS, english_signs, find, mask

GERMAN = (
    ("Rufen Sie +49 170 1234567 an", "Rufen Sie [Telefon] an"),
    ("Mail an dana@x.co, bitte", "Mail an [E-Mail], bitte"),
    ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [Konto]"),
)
FOUND = [
    # e-mail
    ("Write to dana.okafor@harbour-pine.example.", "Write to [e-mail]."),
    ("dana+test_1@x.co and o'brien@x.co", "[e-mail] and [e-mail]"),
    ("mailto:dana@x.co?subject=hi", "mailto:[e-mail]?subject=hi"),
    ("https://x.co/?to=dana@x.co&a=1", "https://x.co/?to=[e-mail]&a=1"),
    ("'dana@x.co', (dana@x.co)", "'[e-mail]', ([e-mail])"),
    ("ελένη@παράδειγμα.ελ", "[e-mail]"),
    ("da\u200bna@x.co", "[e-mail]"),
    ("a@b.co@c.de", "[e-mail]@c.de"),
    # telephone, from abroad
    ("+44 20 7946 0958", "[phone]"),
    ("+44 (0)20 7946-0958", "[phone]"),
    ("+1 (415) 555-2671", "[phone]"),
    ("+442079460958", "[phone]"),
    ("0044 20 7946 0958", "[phone]"),
    ("＋44 20 7946 0958", "[phone]"),
    ("call +4915112345678.", "call [phone]."),
    # telephone, at home
    ("My number is 020 7946 0958, thanks", "My number is [phone], thanks"),
    ("(020) 7946 0958", "[phone]"),
    ("(020 7946 0958)", "([phone])"),
    ("07700 900123 or 07700900123", "[phone] or [phone]"),
    ("089/12345678", "[phone]"),
    ("06 12 34 56 78", "[phone]"),
    ("06.12.34.56.78", "[phone]"),
    ("(415) 555-2671", "[phone]"),
    ("415.555.2671", "[phone]"),
    ("1-800-555-0199", "[phone]"),
    ("Call me back on 555-2671", "Call me back on [phone]"),
    ("tel: 12345678", "tel: [phone]"),
    ("On 7 Sep I rang 020 7946 0958 10 times", "On 7 Sep I rang [phone] 10 times"),
    ("٠٢٠ ٧٩٤٦ ٠٩٥٨", "[phone]"),
    ("020\u200b 7946 0958", "[phone]"),
    # cards
    ("4111 1111 1111 1111", "[card]"),
    ("4111-1111-1111-1111", "[card]"),
    ("4111111111111111", "[card]"),
    ("3782 822463 10005", "[card]"),
    ("4222222222222", "[card]"),
    ("paid on 2026-09-07 4111 1111 1111 1111", "paid on 2026-09-07 [card]"),
    ("４１１１１１１１１１１１１１１１", "[card]"),
    # long numbers
    ("account 123456789", "account [account]"),
    ("it is AB123456789C", "it is [number]"),
    ("123-45-6789", "[number]"),
    ("123-456-789", "[number]"),
    ("046 454 286", "[phone]"),
    ("1234 5678 9012", "[number]"),
    ("GB82 WEST 1234 5698 7654 32 please", "[account] please"),
    ("gb82west12345698765432", "[account]"),
    ("DE89 3704 0044 0532 0130 00", "[account]"),
    ("4111111111111111a123456789", "[card][number]"),
]
KEPT = [
    *("", "@", "@home", "5 @ 3", "a@b", "dana at noon dot on time"),
    *("order 123456789012", "ref AB123456789C", "114-3941689-8772232"),
    *("order 12345", "HP-47972", "ticket 1234567", "C12, C40 and P1", "A7 ← F3 ← G1 ← P2"),
    *("100 Mbps", "£1,499.00", "1 234 567,89 €", "EUR 150 000 000", "¥123456789", "123456789 €"),
    *("1,234,567,890", "1.234.567.890", "150 000 000"),
    *("2026-09-07", "07.09.2026", "7/9/26", "12-10-2026", "2026-09-07T10:00:00", "10:00-11:30"),
    *(
        "2026-09-28 to 2026-10-09",
        "2025/2026",
        "from 2019 2020 2021",
        "2019-2023",
        "2019-2020-2021",
    ),
    *("5 of 2,224 comments (19 %)", "rose from 61 % to 76 % (+15 points), on 180 and 172 answers"),
    *("96 per 1,200 deliveries", "-30", "+7 to +24", "0.123456789", "51.5073509, -0.1277583"),
    *("ratings 5 4 3 2 1 5 4 3 2", "0 1 2 3 4 5 6 7 8 9", "sizes 38 40 42 44 46"),
    *("version 2.10.3", "24/7", "4-6 weeks", "between 100 and 200-300", "192.168.1.1", "x² + y³"),
]


@pytest.mark.parametrize(("text", "masked"), FOUND)
def test_personal_data_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize("text", KEPT)
def test_ordinary_figures_stay(text: str) -> None:
    assert find(text) == ()
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dana@x.co", "e-mail"),
        ("+44 20 7946 0958", "phone"),
        ("4111 1111 1111 1111", "card"),
        ("4111 1111 1111 1112", "number"),
        ("123456789", "number"),
    ],
)
def test_a_find_says_its_kind_and_place(text: str, kind: str) -> None:
    (found,) = find(f"<{text}>")
    assert (found.kind, found.start, found.end) == (kind, 1, 1 + len(text))


_PIECES = st.sampled_from(
    (
        *(
            "dana@x.co",
            "+44 20 7946 0958",
            "4111 1111 1111 1111",
            "123456789",
            "020",
            "@",
            ".",
            " ",
        ),
        *("-", "(", ")", "+", "0", "00", "12/10/2026", "10:00", "a", "GB82", "١", "\u200b"),
        *("call me ", "tel: "),
    )
)
TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=20).map("".join))


@given(TEXTS)
def test_finds_are_in_order_apart_and_inside_the_text(text: str) -> None:
    found = find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {one.kind for one in found} <= set(MARKS)


@given(TEXTS)
@example("+0000000CALL:ME 000000")
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask(text)
    assert mask(once) == once


@given(st.text("0123456789", min_size=9, max_size=40), st.sampled_from(["", " ", "x", "#"]))
def test_no_nine_digits_in_one_piece_come_through(digits: str, around: str) -> None:
    assert not any(char.isdigit() for char in mask(f"{around}{digits}{around}"))


@given(
    st.from_regex(r"[a-z0-9]([a-z0-9.+_-]{0,20}[a-z0-9])?", fullmatch=True),
    st.from_regex(r"([a-z0-9]{1,8}\.){1,3}[a-z]{2,6}", fullmatch=True),
)
def test_every_ordinary_address_is_found_whole(name: str, domain: str) -> None:
    assert mask(f"to {name}@{domain}, please") == "to [e-mail], please"


def _luhn(number: str) -> bool:
    doubled = [2 * int(digit) for digit in number[-2::-2]]
    return (sum(map(int, number[-1::-2])) + sum(sum(divmod(two, 10)) for two in doubled)) % 10 == 0


@given(st.text("0123456789", min_size=12, max_size=18), st.sampled_from(["", " ", "-"]))
def test_every_card_number_is_found_in_fours(digits: str, join: str) -> None:
    whole = next(number for last in "0123456789" if _luhn(number := digits + last))
    fours = join.join(whole[at : at + 4] for at in range(0, len(whole), 4))
    left = [char for char in mask(f"card {fours} ok") if char.isdigit()]
    assert len(left) <= 1  # a last digit on its own may be read as a word of the sentence


HARD = {
    "digits and spaces": "1 ",
    "pairs": "11 ",
    "one number": "1",
    "at signs": "@",
    "addresses cut short": "a@1.",
    "long name": "a",
    "signs": "+1",
    "long tokens": "123456789a",
    "half an IBAN": "GB82A1A1 ",
    "brackets": "(1)",
    "cues": "call me on 123 ",
    "dates": "12/12/",
    "decimals": "0.0",
    "hidden": "1\u200b",
    "hyphens": "1111-",
    "spelt out": "a at b dot ",
    "framed": "a(at)b.",
    "letters and digits": "A1 ",
    "colons": "a:",
    "links": "x.com/a",
    "user names": "login: a_",
    "plates": "car AB-12-",
    "MRZ": "A<<",
}


@pytest.mark.parametrize("piece", HARD.values(), ids=HARD.keys())
def test_a_text_made_to_be_slow_comes_to_its_end(piece: str) -> None:
    """Were the time to grow with the square of the length, this would take minutes, not a blink.

    How it grows is measured by `benchmarks/personal.py`.
    """
    text = piece * (60_000 // len(piece)) + "@a"
    assert all(0 <= one.start < one.end <= len(text) for one in find(text))


def test_signs_are_in_the_language_that_is_spoken(german: None) -> None:
    for text, masked in GERMAN:
        assert mask(text) == masked
        assert mask(masked) == masked, "a sign is nothing personal itself"
    assert english_signs()["[Telefon]"] == english_signs()["[phone]"] == "[phone]"
    assert set(english_signs().values()) == set(MARKS.values())
