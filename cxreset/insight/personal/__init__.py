"""Personal data in what customers wrote: what a machine finds, and what it can only suspect.

    find(text)      what is personal, with its place; masked wherever something is shared
    mask(text)      the text with a mark such as `[phone]` in the place of each find
    covered(...)    the same for finds of one's own choice
    suspects(text)  likely names of people and street addresses, for a person to look at

What counts, and why:

    e-mail     name@domain.tld in any script, and in disguise: `name (at) domain.tld`,
               `name at domain dot tld` and its like in six languages, `name%40domain.tld`.
    phone      +, or 00, and 7 to 15 digits (E.164); a national number that begins with 0 and has 9
               to 12 digits; North America's 3-3-4 and the nine digits of Spain and Italy's mobile
               networks in their groups; any 6 to 15 digits after a word such as "call me on".
    card       13 to 19 digits with a right check digit (Luhn, ISO/IEC 7812-1); its security code
               after a word for it.
    account    an IBAN (ISO 13616, mod 97); digits after "account", "sort code", "customer number".
    tax, insurance, identity
               numbers after a word for them, and those known by their shape or check digits: the
               national ones of Spain, Italy, France, Germany, the Netherlands, Switzerland, the
               United Kingdom and the United States.
    birth      a whole date after "born", "date of birth" and their like.
    plate      a number plate after a word for it, or in a national shape after one for a vehicle.
    network    an IP address; of the private ones those of a single device, and any after the word.
    handle     @name, or a name after that of a network; `profile` is the address of such a page.
    number     9 digits or more in one piece, with the letters that touch them; the same in groups
               of three or more digits joined by spaces or hyphens.

What stays: the numbers of orders, tickets, parcels and invoices after a word for them or in a
carrier's own shape, for they name nobody to an outsider and are how a colleague finds the case;
dates, times, years, prices, percentages, decimals, amounts with their thousands apart, and shorter
numbers. Words are known in English, German, French, Spanish, Italian and Dutch (`words.py`); they
stand before a number, or after it as in "… is my account number".

Most texts hold nothing of all this, and one look at their words and digits says so (`hints.py`).

Every step looks at each place a bounded number of times, so the time grows with the length of the
text only, whatever is written in it.
"""

from __future__ import annotations

from cxreset.insight.personal.found import MARKS, NAMES, Found, covered, english_signs, sign
from cxreset.insight.personal.search import find, mask

__all__ = ["MARKS", "NAMES", "Found", "covered", "english_signs", "find", "mask", "sign"]
