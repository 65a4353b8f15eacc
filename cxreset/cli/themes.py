"""`cxreset themes`: what recurs in the comments, with the words and the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cxreset.base.language.numbers import percent, whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.paths import content_dir
from cxreset.base.text import count, in_quotes, one_line
from cxreset.cli.daily import reset_of
from cxreset.cli.describe.reports import print_report
from cxreset.cli.pages import wrapped
from cxreset.cli.talk import out, talk
from cxreset.insight.figures.groups import Contrast
from cxreset.insight.themes import Example, Suggestions, Theme, masked
from cxreset.insight.weighing.model import Weight
from cxreset.insight.weighing.weigher import Weigher
from cxreset.insight.weighing.words import sentences
from cxreset.reset.evidence.weighing import weigher
from cxreset.reset.suggestions.decisions import Decisions, Suggested, View, decided, left_alone
from cxreset.reset.suggestions.finding import find
from cxreset.workbook.feedback.theme_items import FeedbackItem, feedback_items

if TYPE_CHECKING:
    from cxreset.cli.call import Call

EXAMPLES = 3
EXCERPT = 220  # characters of an example on the page
BEFORE = 60  # of them before the first word that tells


def themes(call: Call) -> int:
    """Print what recurs, as the leader left it; personal data in examples is masked.

    1 when there are no comments.
    """
    reset = reset_of(call)
    found = find(reset.file, content_dir(call.content), limit=call.limit)
    # Decisions come with SQLModel: whoever made none need not wait for it.
    made = decided(reset.file)
    view = Decisions(reset.book).view(found) if made else left_alone(found)
    by_id = {item.id: item for item in feedback_items(reset.file)}
    languages = found.suggestions.languages
    scales = weigher(reset.file, reset.today, found.looked_at, languages=languages, sampled=True)
    if call.json:
        print_report("themes", _as_json(found.suggestions, view, by_id, scales))
        return 0
    if not by_id:
        talk(_("There are no comments yet. Bring some in: cxreset import FILE"))
        return 1
    out(_page(found.suggestions, view, by_id, scales))
    return 0


def _covered(view: View) -> int:
    return len({number for theme, _ in view.found for number in theme.items})


def _page(found: Suggestions, view: View, by_id: dict[int, FeedbackItem], scales: Weigher) -> str:
    lines = [
        _who_complains(found),
        ngettext(
            "{number} theme covers {covered} of the complaints.",
            "{number} themes cover {covered} of the complaints.",
            len(view.found),
        ).format(number=whole(len(view.found)), covered=whole(_covered(view))),
    ]
    lines += [wrapped(note) for note in found.notes]
    if view.dropped:
        lines.append(_("{dropped} dropped by you.").format(dropped=view.dropped))
    if view.own:
        lines += ["", _("By the file's own reasons")]
        lines += [_headline(suggested) for suggested in view.own]
        lines += ["", _("By what customers say")]
    if found.objects:
        named = ", ".join(
            f"{one_line(thing.name, 30)} {whole(thing.count)}" for thing in found.objects
        )
        lines.insert(2, wrapped(_("What they speak of: {named}").format(named=named)))
    for suggested in view.found:
        theme = suggested.theme
        lines += ["", _headline(suggested)]
        behind = [*_behind(theme), *sentences(scales.of(theme.items))]
        lines += [wrapped(parts, "        ") for parts in behind]
        for example in theme.examples[:EXAMPLES]:
            lines.append(wrapped(in_quotes(_excerpt(masked(example))), "        "))
            lines.append(f"          {_source(by_id[example.item])}")
    return "\n".join(lines)


def _who_complains(found: Suggestions) -> str:
    if not found.praise:
        return _("{comments}, all of them complaints.").format(
            comments=count(found.total, "comment")
        )
    complain = ngettext(
        "{complaints} of {comments} complains",
        "{complaints} of {comments} complain",
        found.complaints,
    ).format(complaints=whole(found.complaints), comments=count(found.total, "comment"))
    others = ngettext("{praise} does not", "{praise} do not", found.praise)
    return f"{complain}; {others.format(praise=whole(found.praise))}."


def _behind(theme: Theme) -> list[str]:
    """The words that put comments into a theme, and how many name it without complaint."""
    parts = [", ".join(f"{one_line(term.text)} {whole(term.count)}" for term in theme.terms)]
    if theme.learned:
        also = ", ".join(f"{one_line(term.text)} {whole(term.count)}" for term in theme.learned)
        parts.append(_("also, in your file: {also}").format(also=also))
    if theme.praised:
        parts.append(
            _("{complaints} (of {mentioned} that mention it)").format(
                complaints=count(theme.count, "complaint"), mentioned=whole(theme.mentioned)
            )
        )
    return parts


def _headline(suggested: Suggested) -> str:
    theme, number = suggested
    pain = f"  P{number}" if number is not None else ""
    name = one_line(theme.name, 60 - len(pain))
    return f"{whole(theme.count):>6}  {percent(theme.share):>4}  {name}{pain}"


def _excerpt(example: Example) -> str:
    """The part of a comment round the first word that tells."""
    text = example.text
    start = max(0, example.spans[0][0] - BEFORE) if example.spans else 0
    if len(text) <= EXCERPT:
        start = 0
    if start:  # not in the middle of a word
        blank = text.find(" ", start)
        start = blank + 1 if 0 <= blank < example.spans[0][0] else start
    return ("…" if start else "") + one_line(text[start:], EXCERPT)


def _source(item: FeedbackItem) -> str:
    if not item.source:
        return _("C{id}, captured by hand").format(id=item.id)
    return _("C{id}, {source}, row {row}").format(
        id=item.id, source=one_line(item.source, 60), row=whole(item.row or 0)
    )


def _as_json(
    found: Suggestions, view: View, by_id: dict[int, FeedbackItem], scales: Weigher
) -> dict[str, Any]:
    def listed(part: Sequence[Suggested]) -> list[dict[str, Any]]:
        return [_theme(each, by_id) | _weight(scales.of(each.theme.items)) for each in part]

    return {
        "comments": found.total,
        "complaints": found.complaints,
        "praise": found.praise,
        "covered": _covered(view),
        "language": found.language,
        "notes": list(found.notes),
        "dropped": view.dropped,
        "by_category": listed(view.own),
        "themes": listed(view.found),
        "objects": listed(view.objects),
    }


def _weight(weight: Weight) -> dict[str, Any]:
    """What its complaints weigh; null where the comments do not say."""
    rating, month, group = weight.rating, weight.month, weight.group
    return {
        "rating": rating
        and {
            "scale": rating.scale,
            "ratings": rating.number,
            "mean": round(rating.mean, 4),
            "others": rating.rest and round(rating.rest, 4),
            "difference": _range(rating.contrast),
            "worse": rating.worse,
        },
        "month": month
        and {
            "until": month.until.isoformat(),
            "named": [month.hits, month.total],
            "before": [month.hits_before, month.total_before],
            "difference": _range(month.contrast),
            "rising": month.rises,
        },
        "weeks": list(weight.weeks),
        "more_common_in": group
        and {
            "kind": group.kind,
            "name": group.name,
            "share": round(group.share, 6),
            "elsewhere": round(group.elsewhere, 6),
        },
        "preventable": list(weight.preventable),
        "judge_next": [f"C{number}" for number in weight.unjudged],
    }


def _range(contrast: Contrast | None) -> list[float] | None:
    """The difference, and the lowest and highest it may be; None for too few comments."""
    return [round(value, 6) for value in contrast] if contrast else None


def _theme(suggested: Suggested, by_id: dict[int, FeedbackItem]) -> dict[str, Any]:
    theme, number = suggested
    return {
        "id": theme.id,
        "name": theme.name,
        "kind": theme.kind,
        "pain": f"P{number}" if number is not None else None,
        "count": theme.count,
        "mentioned": theme.mentioned,
        "share": round(theme.share, 6),
        "terms": [{"text": term.text, "count": term.count} for term in theme.terms],
        "learned": [{"text": term.text, "count": term.count} for term in theme.learned],
        "examples": [
            _where(by_id[example.item])
            | {"text": shown.text, "spans": [list(span) for span in shown.spans]}
            for example in theme.examples[:EXAMPLES]
            for shown in [masked(example)]
        ],
        "items": [_where(by_id[number]) for number in theme.items],
    }


def _where(item: FeedbackItem) -> dict[str, Any]:
    return {"comment": f"C{item.id}", "file": item.source, "row": item.row}
