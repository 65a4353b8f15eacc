"""A feedback file into the workbook: the step that the command line and the screens share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from cxreset.base.channels import Channel
from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed
from cxreset.insight import duplicates
from cxreset.insight.personal import NAMES, find, mask
from cxreset.intake.outcome import Comments, Item
from cxreset.intake.read import Preview, Report, comments, new_report, read
from cxreset.intake.speakers.who import named
from cxreset.workbook.feedback.comments import Batch, CommentRepository, Counts
from cxreset.workbook.feedback.grouping import Cancelled, Find, fold_rest
from cxreset.workbook.feedback.known import KnownComments
from cxreset.workbook.storage.file import WorkbookFile

_FIND = Find(duplicates.keys, duplicates.groups)
PERSONAL_ROWS = 200  # looked through for personal details before the leader decides
_ASKED_EVERY = 1_000  # rows

Tell = Callable[[int, float], bool]
"""Hears how many comments are stored and what share of the file is read (0 to 1, an estimate);
answers whether to go on."""


def _go_on(stored: int, share: float) -> bool:
    return True


def imported_before(repository: CommentRepository, preview: Preview) -> str | None:
    """One sentence when this very file (by SHA-256) is in the workbook already, else None."""
    earlier = repository.earlier_import(preview.sha256)
    if earlier is None:
        return None
    name, on, stored = earlier
    known_as = "" if name == preview.file_name else _(" as {name}").format(name=name)
    return _(
        "{file_name} was imported on {on}{known_as} ({comments}), so nothing was added."
    ).format(
        file_name=preview.file_name,
        on=on.isoformat(),
        known_as=known_as,
        comments=count(stored, "comment"),
    )


def ask_for_customer(preview: Preview) -> str | None:
    """One sentence when nobody can tell which speaker of the file is the customer, else None."""
    if not preview.unsettled:
        return None
    return _(
        "Who is the customer in {file_name}? There speak: {named}. Say it with --customer NAME, "
        "more than once for several."
    ).format(file_name=preview.file_name, named=named(preview.speakers))


def way_back(repository: CommentRepository, preview: Preview, last: str | None) -> str:
    """How to import a file again that was imported before; `last` names the last change."""
    earlier = repository.earlier_import(preview.sha256)
    if earlier is not None and last == f"imported {earlier[0]}":
        return _("To read it another way, take that import back first with: cxreset undo")
    return _(
        "To read it another way, that import must be taken back first. cxreset undo takes back one "
        "change at a time, the last first, so what was done after it goes too."
    )


def counted(
    preview: Preview, known: KnownComments | None, go_on: Callable[[], bool] = lambda: True
) -> Report | None:
    """The account of the whole file without storing anything; of its comments those are counted
    that are `known` already. None when `go_on`, asked now and then, says no.

    Raises IntakeError as `intake.read.read` does.
    """
    report = new_report(preview)
    for position, outcome in enumerate(report.counting(read(preview, report))):
        if known and isinstance(outcome, Item):
            day = outcome.received_on.isoformat() if outcome.received_on else ""
            report.repeated += known.has(outcome.text, day, outcome.customer)
        if position % _ASKED_EVERY == 0 and not go_on():
            return None
    return report


def personal_in(items: Iterable[Item]) -> dict[str, int]:
    """How many personal details of each kind the words of `items` hold."""
    return Counter(found.kind for item in items for found in find(item.text))


def personal_line(personal: Mapping[str, int], *, dropped: bool = False) -> str:
    """What personal details the first rows hold, and what becomes of them."""
    found = [count(personal[kind], *names) for kind, names in NAMES.items() if personal.get(kind)]
    if not found:
        return _(
            "No e-mail address, phone or card number in the first {personal_rows} rows."
        ).format(personal_rows=PERSONAL_ROWS)
    words = ngettext(
        "{found} in the first {rows} rows. It is masked on shares and exports.",
        "{found} in the first {rows} rows. They are masked on shares and exports.",
        sum(personal.values()),
    )
    if dropped:
        words = ngettext(
            "{found} in the first {rows} rows. It is masked in the workbook too, for good.",
            "{found} in the first {rows} rows. They are masked in the workbook too, for good.",
            sum(personal.values()),
        )
    return words.format(found=listed(found), rows=PERSONAL_ROWS)


def import_file(
    repository: CommentRepository,
    preview: Preview,
    channel: Channel | None,
    today: date,
    tell: Tell = _go_on,
    *,
    drop_personal: bool = False,
) -> Report:
    """Store every comment of the file, or nothing; returns the count in which every row appears.

    `channel` is given to every row whatever the file says; None leaves it to the preview. What says
    the same is grouped. With `drop_personal` e-mail addresses, telephone numbers and the like are
    masked before anything is stored, and who the customer is is left out, for good.
    Raises IntakeError when the file was imported before or cannot be read to its end, NotSaved or
    WorkbookBusy when it cannot be stored, and `workbook.feedback.Cancelled` when `tell` says no.
    """
    if channel is not None:
        mapping = preview.mapping._replace(channel=None)
        preview = replace(preview, channel=channel, channel_fixed=True, mapping=mapping)
    earlier = imported_before(repository, preview)
    if earlier:
        raise IntakeError(earlier)
    who_is_it = ask_for_customer(preview)
    if who_is_it:
        raise IntakeError(who_is_it)
    report = new_report(preview)
    passed = 0

    def blocks() -> Iterator[Comments]:
        nonlocal passed
        for block in comments(preview, report):
            cells = block.cells[0]  # one is measured for all of them
            passed += len(block.texts) * (sum(map(len, cells)) + len(cells))
            yield _impersonal(block, preview) if drop_personal else block

    batch = Batch(
        file_name=preview.file_name,
        sha256=preview.sha256,
        imported_on=today,
        channel=preview.channel,
        text_column=preview.mapping.text or "",
        sheet=preview.sheet,
        scale=preview.scale,
        personal="dropped" if drop_personal else "kept",
        columns=preview.header,
    )
    folded = repository.store(
        batch,
        blocks(),
        lambda: Counts(report.read, report.without_words, report.refused),
        lambda stored: tell(stored, min(1.0, passed / max(1, preview.size))),
        _FIND,
    )
    report.folded, report.groups, report.repeated, report.near_later = folded
    return report


def group_rest(file: WorkbookFile, tell: Callable[[], bool] = lambda: True) -> int:
    """Group what says nearly the same after large imports; returns how many comments joined.

    It takes seconds and is for the background, on a connection of its own: undo knows nothing of
    it. When `tell` answers not to go on, the next call does the rest. Raises WorkbookBusy or
    NotSaved when it cannot be written just now.
    """

    def go_on() -> None:
        if not tell():
            raise Cancelled

    try:
        return fold_rest(file, _FIND, go_on)
    except Cancelled:
        return 0


def _impersonal(block: Comments, preview: Preview) -> Comments:
    """The comments without what tells who wrote them."""
    kept = [name != preview.mapping.customer for name in preview.header]
    return block._replace(
        texts=[mask(text) for text in block.texts],
        categories=[mask(category) for category in block.categories],
        titles=[mask(title) for title in block.titles],
        customers=[""] * len(block.customers),
        cells=[
            [mask(cell) if keep else "" for cell, keep in zip(cells, kept, strict=True)]
            for cells in block.cells
        ],
    )


def path_from(typed: str) -> Path:
    """The path meant by words pasted or dragged into a field.

    Takes off blanks, quotes and `file://`, undoes a shell's backslashes where the path is there
    without them, and follows `~`. Raises IntakeError when nothing is left.
    """
    words = typed.strip()
    while len(words) > 1 and words[0] in "'\"" and words[-1] == words[0]:
        words = words[1:-1].strip()
    if words.lower().startswith("file://"):
        from urllib.parse import unquote, urlsplit  # takes long to load

        words = unquote(urlsplit(words.replace("?", "%3F").replace("#", "%23")).path)
    if not words or "\0" in words:
        raise IntakeError(_("Type or paste the path of a file, or pick one from the list."))
    path = _expanded(words)
    if "\\" in words and not path.exists():
        plain = _expanded(words.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\"))
        if plain.exists():
            return plain
    return path


def _expanded(words: str) -> Path:
    path = Path(words)
    try:
        return path.expanduser()
    except RuntimeError:  # a home of a user there is none of
        return path
