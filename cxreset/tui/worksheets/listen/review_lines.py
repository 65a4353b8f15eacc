"""What the lines around the reading list say, as plain functions of what the workbook holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from cxreset.base.channels import CHANNELS, channel_name
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.sharing.facts.wording import short_date
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.links import link
from cxreset.workbook.feedback.comments import Comment, Filter

BASE = Filter(newest_first=True, grouped=True)  # all there is, as step 1.1 has one read it
GAP = Content("   ")
FLOWED = (60, 40, 36, 32, 28)
"""Cells of a pain, tried one after the other, where three of them stand on two lines."""


class PainLine(NamedTuple):
    """A pain point as `CommentRepository.pains` gives it."""

    number: int
    title: str
    tied: int
    chosen: bool


def digits(pains: Sequence[PainLine]) -> dict[int, int]:
    """Digit -> pain number. P1 to P9 keep their own; higher numbers take the digits left free."""
    found = {pain.number: pain.number for pain in pains if pain.number <= 9}
    free = [digit for digit in range(1, 10) if digit not in found]
    later = [pain.number for pain in pains if pain.number > 9]
    found.update(zip(free, later, strict=False))
    return dict(sorted(found.items()))


def channels_line(
    counts: Mapping[str, tuple[int, int]], seen: Mapping[str, tuple[bool, str]]
) -> Content:
    """Each channel with its tick and how much of it is read; the tick and the name are links."""
    parts: list[Content] = []
    for channel in CHANNELS:
        total, read = counts.get(channel, (0, 0))
        ticked, note = seen.get(channel, (False, ""))
        tick = link("✓ " if ticked else "○ ", "tick", channel, "$success" if ticked else "")
        named = f"{channel_name(channel)}{'*' if note else ''}"
        name = link(named, "channel", channel, "" if total else "$text-muted")
        progress = Content.styled(f" {whole(read)}/{whole(total)}" if total else "", "$text-muted")
        parts.append(Content.assemble(tick, name, progress))
    return Content("  ").join(parts)


def narrowed(wanted: Filter) -> bool:
    """Is anything left out? The order, and the same words on one line, leave nothing out."""
    return wanted._replace(newest_first=True, grouped=True) != BASE


def filter_line(wanted: Filter, found: str, total: int, pain: str, width: int) -> Content:
    """What is left out, each part to be taken away by a click; or how much there is.

    `found` of `total` comments fit, empty while that is not known yet; the keys stand where `width`
    cells have room for them.
    """
    if not total:
        return Content("")
    order = link(_("newest first") if wanted.newest_first else _("as they came"), "order", "")
    keys = Content.assemble(link(_("filter"), "filter", ""), _key("filter", "f"), "  ",
                            link(_("search"), "search", ""), _key("search", "/"))  # fmt: skip
    if not narrowed(wanted):
        text = Content.assemble(count(total, "comment"), ", ", order, _key("order", "o"))
        return Content.assemble(text.stylize("$text-muted"), GAP, keys)
    since, until = short_date(wanted.since), short_date(wanted.until)
    words = {
        "words": f"“{one_line(wanted.words, 20)}”" if wanted.words else "",
        "channel": channel_name(wanted.channel) if wanted.channel else "",
        "state": _(wanted.state) if wanted.state != BASE.state else "",
        "rating": _("{rating} ratings").format(rating=_(wanted.rating)) if wanted.rating else "",
        "since": _("since {since}").format(since=since) if since else "",
        "until": _("until {until}").format(until=until) if until else "",
        "pain_id": pain,
    }
    parts = [link(f"{text} ✕", "off", name, "bold") for name, text in words.items() if text]
    parts.append(
        Content.styled(
            _("{found} of {total}").format(found=found, total=whole(total)) if found else "…",
            "$text-muted",
        )
    )
    parts.append(order.stylize("$text-muted"))
    show_all = f"{_('show all')} {KEYS.name('everything', '⌫')}"
    parts.append(link(show_all, "everything", "", "$text-muted"))
    line = Content("  ").join(parts)
    room = line.cell_length + len(GAP) + keys.cell_length <= width
    return Content.assemble(line, GAP, keys) if room else line


def _key(command: str, usual: str) -> Content:
    """The key of a command, drawn behind its link."""
    return Content.styled(f" {KEYS.name(command, usual)}", "$text-muted")


def nothing_shown(*, there_are_some: bool) -> str:
    """What stands in the list when no comment does: because of the filter, or for lack of any."""
    if there_are_some:
        sentence = _("No comment fits: press {key:everything=backspace} to show all again.")
    else:
        sentence = _(
            "Press {key:import=i} to import a file, or {key:capture=c} to write down what a "
            "customer said."
        )
    return sentence.format(key=KEYS)


def only_line(reason: str, group: bool) -> Content:
    """The list shows these alone: why, and the way back."""
    parts = [Content.styled(reason, "$text-muted")]
    if group:
        parts.append(link(_("each on its own  {key:split=V}").format(key=KEYS), "split", ""))
    parts.append(link(_("back") + _("  esc"), "back-to-list", "", "$text-muted"))
    return GAP.join(parts)


def pains_lines(pains: Sequence[PainLine], tied: Sequence[str], width: int) -> Content:
    """The three pains heard most, then the others, each with its digit; those of the comment lit.

    `tied`: ids of the comment's pains. `width` in cells: titles are cut so that each of the two
    lines fits.
    """
    if not pains:
        return Content.assemble(
            (_("No pain point is named yet:") + " ", "$text-muted"),
            link(
                f"{_('name the first one')}  {KEYS.name('new_pain', 'n')}", "new-pain", "", "bold"
            ),
        )
    by_pain = {number: str(digit) for digit, number in digits(pains).items()}
    most = sorted(pains, key=lambda pain: (-pain.tied, pain.number))
    top = [pain for pain in most[:3] if pain.tied] or most[:3]
    rest = [pain for pain in pains if pain not in top and pain.number in by_pain]
    hidden = len(pains) - len(top) - len(rest)
    end = [link(f"{KEYS.name('new_pain', 'n')} {_('new pain')}", "new-pain", "", "$text-muted")]
    if hidden:
        end.append(
            link(
                _("{key:more_pains=0} {hidden} more").format(key=KEYS, hidden=hidden),
                "more-pains",
                "",
                "$text-muted",
            )
        )
    for room in () if rest else FLOWED:
        items = [*_pain_items(top, by_pain, tied, room), *end]
        lines = _two_lines(_("Most heard "), items, width)
        if lines is not None:
            return lines
    first = _pain_line(_("Most heard "), top, by_pain, tied, width, [])
    second = _pain_line(_("Others     ") if rest else "", rest, by_pain, tied, width, end)
    return Content("\n").join([first, second])


def _pain_line(
    head: str,
    pains: Sequence[PainLine],
    by_pain: Mapping[int, str],
    tied: Sequence[str],
    width: int,
    end: list[Content],
) -> Content:
    used = len(head) + sum(len(part.plain) + len(GAP) for part in end)
    room = (width - used + len(GAP)) // len(pains) - len(GAP) if pains else 0
    parts = _pain_items(pains, by_pain, tied, room)
    return Content.assemble((head, "$text-muted"), GAP.join([*parts, *end]))


def _two_lines(head: str, items: Sequence[Content], width: int) -> Content | None:
    """The items one after the other on two lines; None where they find no room there."""
    lines = [Content.assemble((head, "$text-muted"))]
    for item in items:
        begun = lines[-1].plain not in (head, "")
        if lines[-1].cell_length + (len(GAP) if begun else 0) + item.cell_length > width:
            lines.append(Content(""))
            begun = False
        lines[-1] = Content.assemble(lines[-1], GAP if begun else "", item)
    return Content("\n").join(lines) if items and len(lines) <= 2 else None


def _pain_items(
    pains: Sequence[PainLine], by_pain: Mapping[int, str], tied: Sequence[str], room: int
) -> list[Content]:
    """Each pain with its digit and its count, in at most `room` cells."""
    parts: list[Content] = []
    for pain in pains:
        lit = f"P{pain.number}" in tied
        sign = "●" if lit else "○"
        key, ref = by_pain.get(pain.number, "·"), f"{sign}P{pain.number}"
        number = f" {whole(pain.tied)}"
        title = one_line(pain.title or _("(no name)"), max(4, room - len(key + ref + number) - 2))
        words = Content.assemble(
            (f"{key} ", "bold $foreground"),
            f"{ref} {title}",
            (number, "" if lit else "$text-muted"),
        )
        name = link(words.plain, "attach", pain.number, "bold" if lit else "")
        parts.append(words.stylize(name.spans[-1].style))
    return parts


def comment_head(comment: Comment, width: int, *, large: bool) -> Content:
    """Id, channel, day, rating, its pains, how it was judged, how many say the same; its source too
    where `width` cells have room for it."""
    judged = {True: _("preventable"), False: _("not preventable"), None: _("not judged yet")}
    rating = "" if comment.rating is None else _("rating {rating:g}").format(rating=comment.rating)
    parts = [f"C{comment.id}", channel_name(comment.channel), comment.day, rating]
    if comment.pains:
        parts.append(" ".join(comment.pains))
    head = Content.assemble(
        (" · ".join(part for part in parts if part), "bold"),
        "   ",
        link(f"{judged[comment.preventable]} {KEYS.name('judge', 'x')}", "judge", "", "bold"),
        link(_("   list ⏎") if large else _("   large ⏎"), "large", "", "$text-muted"),
    )
    if comment.voices > 1:
        same = _("   {voices} say the same {key:group=v}").format(
            key=KEYS, voices=whole(comment.voices)
        )
        if head.cell_length + len(same) > width:
            same = f"   ×{whole(comment.voices)} {KEYS.name('group', 'v')}"  # as the list has it
        head = Content.assemble(head, link(same, "group", ""))
    source = Content.styled(f"   {one_line(comment.source, 60)}", "$text-muted")
    room = head.cell_length + source.cell_length <= width
    return Content.assemble(head, source) if room else head


def same_in_words(comments: int) -> str:
    """`4 comments that say the same`."""
    return _("{comments} that say the same").format(comments=count(comments, "comment"))


def hidden_link() -> Content:
    """Says that personal details are hidden; a click shows them."""
    return link(_("personal details hidden ✕"), "hide", "", "bold")
