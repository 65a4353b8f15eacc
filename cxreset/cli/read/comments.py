"""Step 1.1 in plain lines: bring feedback in, hear it a comment at a time, tie and judge it."""

from __future__ import annotations

from cxreset.base.text import count, one_line
from cxreset.cli.read.dialogue import BACK, ask, attempt, say, yes
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback import marks
from cxreset.workbook.feedback.comments import Comment
from cxreset.workbook.tables import ChannelSeen, Pain

HOW = (
    "A pain's number ties the comment to it, n names a new pain, y and z say that it could have "
    f"been prevented or not, Enter goes on, {BACK} stops reading."
)


def read_comments(reset: Reset) -> None:
    """Import, read, tie, judge; then say which channels are read."""
    while path := ask("A file of feedback to bring in? Its path, or Enter for none."):
        _import(reset, path)
    numbers = list(reset.comments.ids())
    if not numbers:
        say("No feedback is here yet.")
        return
    say(f"{count(len(numbers), 'comment')}, the newest first.", HOW)
    for position, number in enumerate(numbers, 1):
        comment = reset.comments.get(number)
        if comment is not None and not _one(reset, comment, f"{position} of {len(numbers)}"):
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
    about = ", ".join(filter(None, (comment.channel, comment.day, *comment.pains)))
    say(f"Comment {position}, C{comment.id}, {about}.", one_line(comment.text))
    members = reset.comments.members(comment.id)
    while True:
        pains = reset.book.rows(Pain)
        say(*(f"{pain.key}. {one_line(pain.title)}" for pain in pains))
        typed = ask("Which?").lower()
        if not typed:
            marks.see(reset.comments, members)
            return True
        if typed == BACK:
            return False
        _act(reset, typed, members, {pain.key for pain in pains})


def _act(reset: Reset, typed: str, members: list[int], pains: set[int]) -> None:
    if typed == "n":
        title = ask("What is the pain called?")
        if title:
            pain = reset.book.add(Pain(title=title))
            marks.tie(reset.comments, members, pain.key, tied=True)
            say(f"{pain.ref} is named, and the comment tied to it.")
    elif typed in ("y", "z"):
        marks.judge(reset.comments, members, typed == "y")
        say("It could have been prevented." if typed == "y" else "It could not be prevented.")
    elif typed.removeprefix("p").isdecimal() and int(typed.removeprefix("p")) in pains:
        marks.tie(reset.comments, members, int(typed.removeprefix("p")), tied=True)
        say(f"Tied to P{typed.removeprefix('p')}.")
    else:
        say(HOW)


def _channels(reset: Reset) -> None:
    """Which channels have been read."""
    seen = {row.channel: row for row in reset.book.rows(ChannelSeen, "channel")}
    for channel in reset.comments.channel_counts():
        row = seen.get(channel) or ChannelSeen(channel=channel)
        if not row.seen and yes(f"Have you read what came by {channel}?"):
            row.seen = True
            reset.book.put(row)
