"""What a returned file would change, as the words and rows of the dialog."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed, one_line, upper_first
from cxreset.sharing.data.cells import LABELS
from cxreset.sharing.returned.edits import SIDES, Edit, New, Returned
from cxreset.tui.commands.key_names import KEYS

CHOSEN, LEFT = "✓", "·"
WORDS = 34  # characters of a text in the list; below it stands the whole
WHOLE = 600


def summary(found: Returned) -> str:
    """What a file changes in numbers, the keys, and what to look at well."""
    if not found.choices():
        return _("{file} changes nothing: what it says of its actions stands here too.").format(
            file=found.file
        )
    counts = [count(len(found.edits), "change")] if found.edits else []
    if found.new:
        counts.append(count(len(found.new), "new action"))
    absent = sum(1 for edit in found.edits if edit.side == "absent")
    both = sum(1 for edit in found.edits if not edit.sure) - absent
    keys = _(
        "{key:returned.choose=Space} chooses one, {key:returned.all=a} what only they changed, "
        "{key:returned.take=t} takes what is chosen."
    ).format(key=KEYS)
    sentences = [f"{found.file}: {listed(counts)}.", keys]
    if both:
        sentence = _("Look well at {both} of them: yours may have changed too.")
        sentences.append(sentence.format(both=whole(both)))
    if absent:
        sentence = ngettext(
            "{count} row did not come back: taking it cancels its action.",
            "{count} rows did not come back: taking one cancels its action.",
            absent,
        )
        sentences.append(sentence.format(count=whole(absent)))
    return " ".join(sentences)


def edit_cells(edit: Edit) -> tuple[Content, ...]:
    """A row of the list; what did not change on their side alone stands out."""
    style = "" if edit.sure else "$text-warning"
    theirs = _("no row") if edit.side == "absent" else edit.shown(edit.theirs)
    cells = (
        edit.ref,
        _(LABELS[edit.field]),
        _or_nothing(edit.shown(edit.ours), WORDS),
        _or_nothing(theirs, WORDS),
    )
    return (Content(LEFT), *(Content.styled(text, style) for text in cells))


def new_cells(one: New) -> tuple[Content, ...]:
    """A row of the list for a new action."""
    cells = (_("new"), _("Action"), _("nothing"), _or_nothing(one.summary, WORDS))
    return (Content(LEFT), *(Content(text) for text in cells))


def in_full(found: Returned, key: str) -> Content:
    """The change in full: the action, both texts, and what the file said at the export."""
    edit = next((edit for edit in found.edits if edit.key == key), None)
    if edit is None:
        one = next(one for one in found.new if one.key == key)
        return Content.assemble(
            (_("New action"), "bold"),
            _(", row {row}: {or_nothing}").format(
                row=one.row, or_nothing=_or_nothing(one.summary, WHOLE)
            ),
        )
    if edit.side == "absent":
        return _absent(edit)
    lines = [
        Content.assemble(
            (f"{edit.ref} {_(LABELS[edit.field])}", "bold"),
            _(", row {row}: {title}").format(row=edit.row, title=edit.title),
        ),
        Content.assemble(
            (_("Here         "), "$text-muted"), _or_nothing(edit.shown(edit.ours), WHOLE)
        ),
        Content.assemble(
            (_("In the file  "), "$text-muted"), _or_nothing(edit.shown(edit.theirs), WHOLE)
        ),
    ]
    if not edit.sure:
        was = (
            _("; at the export it was {or_nothing}").format(
                or_nothing=_or_nothing(edit.shown(edit.was), WHOLE)
            )
            if edit.was is not None
            else ""
        )
        both = _(" Taking it puts theirs below yours.") if edit.field == "note" else ""
        lines.append(
            Content.styled(f"{upper_first(_(SIDES[edit.side]))}{was}.{both}", "$text-warning")
        )
    return Content("\n").join(lines)


def _absent(edit: Edit) -> Content:
    """An action whose row did not come back, and what it does to take that."""
    lines = (
        Content.assemble((edit.ref, "bold"), f": {edit.title}"),
        Content.assemble((_("Here         "), "$text-muted"), edit.shown(edit.ours)),
        Content.styled(
            _("Its row did not come back. Taking that cancels the action."), "$text-warning"
        ),
    )
    return Content("\n").join(lines)


def _or_nothing(text: str, limit: int) -> str:
    return one_line(text, limit) or _("nothing")
