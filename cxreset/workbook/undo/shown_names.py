"""The names of changes in the language of the interface.

The log keeps them in English, as they were given: the same workbook may be read in any language.
"""

from __future__ import annotations

import re
from functools import cache

from cxreset.base.language.words import N_, N_pair, _, language
from cxreset.base.text import count, listed, upper_first

NAMES = (
    N_("ticked a practice"),
    N_("took a practice's tick away"),
    N_("took the tick of {ref} away"),
    N_("did ten minutes of {ref}"),
    N_("took the ten of {ref} away"),
    N_("ticked {ref}"),
    N_("wrote an answer"),
    N_("removed an answer"),
    N_("noted a metric"),
    N_("removed a metric"),
    N_("marked the channel {name}"),
    N_("changed the settings"),
    N_("changed a pause"),
    N_("took a pause away"),
    N_("laid sessions closer"),
    N_("laid sessions as they were"),
    N_("let go of {ref}"),
    N_("took {ref} up again"),
    N_("decided on a suggestion"),
    N_("forgot a decision on a suggestion"),
    N_("took up a practice"),
    N_("put a practice down"),
    N_("decided what is masked"),
    N_("forgot what is masked"),
    N_("wrote a text to send"),
    N_("removed a text to send"),
    N_("marked the check-up"),
    N_("began the meeting"),
    N_("ended the meeting"),
    N_("edited the meeting"),
    N_("shifted minutes of the meeting"),
    N_("went on to the next item"),
    N_("went to another item"),
    N_("planned the next meeting"),
    N_("filled the agenda"),
    N_("brought in {counted} to show"),
    N_("brought in {name} to show"),
    N_("planned when and where"),
    N_("took a spare day"),
    N_("went on with the closing"),
    N_("wrote the Friday look"),
    N_("wrote the small win"),
    N_("captured a comment"),
    N_("brought dropped suggestions back"),
    N_("accepted the suggestion {name}"),
    N_("dropped the suggestion {name}"),
    N_("renamed the suggestion {name}"),
    N_("split the suggestion {name}"),
    N_("split the group of {ref}"),
    N_("tied what looks like praise of {name}"),
    N_("merged {name} into {other}"),
    N_("merged {name}"),
    N_("joined {ref} with {other}"),
    N_("imported {name}"),
    N_("restored {name}"),
    N_("took colleagues' edits from {name}"),
    N_("changed the pace: shift"),
    N_("changed the pace: squeeze"),
    N_("changed the pace: let go"),
    N_("changed the pace: carry on as it is"),
    N_("changed the pace: {name}"),
    N_("took {ref} along"),
    N_("left {ref} open"),
    N_("untied comments from {ref}"),
    N_("tied comments to {ref}"),
    N_("untied {name} from {ref}"),
    N_("tied {name} to {ref}"),
    N_("untied {counted}"),
    N_("tied {counted}"),
    N_("judged {counted}"),
    N_("judged {ref}"),
    N_("moved {counted}"),
    N_("moved {name}"),
    N_("chose {ref}"),
    N_("added {noun} {ref}"),
    N_("deleted {noun} {ref}"),
    N_("edited {noun} {ref}"),
    N_("added a {noun}"),
    N_("added an {noun}"),
    N_("added {counted}"),
    N_("added {name}"),
    N_("deleted a {noun}"),
    N_("deleted an {noun}"),
    N_("edited a {noun}"),
    N_("edited an {noun}"),
    N_("changed {settings}"),
)
"""Every name that a change is given, the particular ones before the general; `{ref}` is such as
`P2` or `1.4`, `{noun}` one of `workbook.nouns`, `{counted}` a number of `COUNTED`,
`{settings}` labels of settings in small letters, the others are text as it was typed."""
COUNTED = (
    N_pair("comment", "comments"),
    N_pair("follow-up", "follow-ups"),
    N_pair("late action", "late actions"),
    N_pair("line", "lines"),
)
"""What a change names a number of."""
_SEVERAL = {form: pair for pair in COUNTED for form in pair}
_PARTS = {
    "ref": r"[A-Z]*[0-9.]+",
    "noun": r"[a-z' -]+",
    "settings": r"[a-z ]+",
    "counted": rf"[0-9,]+ (?:{'|'.join(_SEVERAL)})",
}


def shown_name(name: str) -> str:
    """A change's name as the leader reads it; one that is not known here stays as it is."""
    if not language():
        return name
    for known in NAMES:
        found = _pattern(known).fullmatch(name)
        if found:
            parts = found.groupdict()
            if "noun" in parts:
                parts["noun"] = _(parts["noun"])
            if "counted" in parts:
                parts["counted"] = _counted(parts["counted"])
            if "settings" in parts:
                parts["settings"] = _settings(parts["settings"])
            return _(known).format(**parts)
    return name


def _counted(words: str) -> str:
    """`2,224 comments` in the language of the interface."""
    number, _blank, noun = words.partition(" ")
    return count(int(number.replace(",", "")), *_SEVERAL[noun])


def _settings(words: str) -> str:
    """`first day and daily hour` in the language of the interface."""
    return listed([_(upper_first(each)) for each in words.split(" and ")])


@cache
def _pattern(known: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", known)
    words = [
        f"(?P<{piece}>{_PARTS.get(piece, '.+')})" if at % 2 else re.escape(piece)
        for at, piece in enumerate(pieces)
    ]
    return re.compile("".join(words))
