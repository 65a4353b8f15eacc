"""Step 1.1 in plain lines: bring feedback in, hear it a comment at a time, tie and judge it."""

from __future__ import annotations

from datetime import date

from cxreset.base.channels import channel_name
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line
from cxreset.cli.read.dialogue import BACK, ask, attempt, say, yes
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.wording import comment_day
from cxreset.workbook.feedback import marks
from cxreset.workbook.feedback.comments import Comment
from cxreset.workbook.tables import ChannelSeen, Pain

HOW = N_(
    "A pain's number ties the comment to it, n names a new pain, y and z say that it could have "
    "been prevented or not, Enter goes on, {back} stops reading."
)


def _how() -> str:
    return _(HOW).format(back=BACK)


def read_comments(reset: Reset) -> None:
    """Import, read, tie, judge; then say which channels are read."""
    while path := ask(_("A file of feedback to bring in? Its path, or Enter for none.")):
        _import(reset, path)
    numbers = list(reset.comments.ids())
    if not numbers:
        say(_("Without one there is nothing to read; 1.1 asks for it again."))
        return
    say(_("{comments}, the newest first.").format(comments=count(len(numbers), "comment")), _how())
    for position, number in enumerate(numbers, 1):
        comment = reset.comments.get(number)
        if comment is not None and not _one(
            reset,
            comment,
            _("{position} of {numbers}").format(position=position, numbers=len(numbers)),
        ):
            break
    _channels(reset)


def _import(reset: Reset, path: str) -> None:
    """As `cxreset import` does it; what is said is said by that."""
    from cxreset.cli.parser import parse

    words = ["--workbook", str(reset.file.path), "import", path]
    call = parse(words)
    attempt(lambda: call.command(call))


def _one(reset: Reset, comment: Comment, position: str) -> bool:
    """One comment; False when the leader has read enough."""
    received_on = date.fromisoformat(comment.received_on) if comment.received_on else None
    day = comment_day(received_on, approximate=comment.approximate)
    about = ", ".join(filter(None, (channel_name(comment.channel), day, *comment.pains)))
    say(
        _("Comment {position}, C{id}, {about}.").format(
            position=position, id=comment.id, about=about
        ),
        one_line(comment.text),
    )
    members = reset.comments.members(comment.id)
    while True:
        pains = reset.book.rows(Pain)
        say(*(f"{pain.key}. {one_line(pain.title)}" for pain in pains))
        typed = ask(_("Which?")).lower()
        if not typed:
            marks.see(reset.comments, members)
            return True
        if typed == BACK:
            return False
        _act(reset, typed, members, {pain.key for pain in pains})


def _act(reset: Reset, typed: str, members: list[int], pains: set[int]) -> None:
    if typed == "n":
        title = ask(_("What is the pain called?"))
        if title:
            pain = reset.book.add(Pain(title=title))
            marks.tie(reset.comments, members, pain.key, tied=True)
            say(_("{ref} is named, and the comment tied to it.").format(ref=pain.ref))
    elif typed in ("y", "z"):
        marks.judge(reset.comments, members, typed == "y")
        say(_("It could have been prevented.") if typed == "y" else _("It could not be prevented."))
    elif typed.removeprefix("p").isdecimal() and int(typed.removeprefix("p")) in pains:
        marks.tie(reset.comments, members, int(typed.removeprefix("p")), tied=True)
        say(_("Tied to P{typed}.").format(typed=typed.removeprefix("p")))
    else:
        say(_how())


def _channels(reset: Reset) -> None:
    """Which channels have been read."""
    seen = {row.channel: row for row in reset.book.rows(ChannelSeen, "channel")}
    for channel in reset.comments.channel_counts():
        row = seen.get(channel) or ChannelSeen(channel=channel)
        name = channel_name(channel)
        if not row.seen and yes(_("Have you read what came by {channel}?").format(channel=name)):
            row.seen = True
            reset.book.put(row)
