"""What is chosen in Share: what, in which form, for whom, and under which name it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cxreset.base.language.words import _
from cxreset.base.paths import expanded
from cxreset.base.text import count
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS
from cxreset.workbook.choices import ShareChoice

LEFT_IN = "nothing: personal data is left in"
NOTHING_FOUND = "nothing was found"
UNFOUND_SHORT = "Read it once yourself: no machine finds a first name alone or a nickname."
OWN_COPY = "Nothing is masked here: this copy is for you alone."


def possible(choice: ShareChoice, owners: Callable[[], Sequence[str]]) -> ShareChoice:
    """A choice as it was left, with the first there is for what can no longer be chosen.

    `owners` is asked only where a subject goes to one of them.
    """
    what = choice.what if choice.what in SUBJECTS else next(iter(SUBJECTS))
    subject = SUBJECTS[what]
    form = choice.form if choice.form in subject.forms else subject.forms[0]
    owner = choice.owner if subject.by_owner and choice.owner in owners() else ""
    return choice._replace(what=what, form=form, owner=owner)


def form_line(form: str) -> str:
    """What a form is good for, or what is missing here to write it."""
    shape = FORMS[form]
    name = _(shape.name)
    return f"{name}: {shape.missing}" if shape.missing else f"{name}: {_(shape.label)}."


def file_name(choice: ShareChoice) -> tuple[str, str]:
    """The usual name of what is written, and its ending; a folder has none."""
    name = f"{choice.what} {choice.owner}" if choice.owner else choice.what
    if choice.form in TRACKERS:
        name = f"{name} {choice.form}"
    folder = SUBJECTS[choice.what].folder
    return name, "" if folder else FORMS[choice.form].extension


def path_for(path: str, before: str, form: str) -> str:
    """The path that the leader gave, ending as the new form does if it ended as the one before."""
    given = Path(path)
    if given.suffix == f".{FORMS[before].extension}":
        given = given.with_suffix(f".{FORMS[form].extension}")
    return str(given) if given.name else ""


def to_open(typed: str) -> Path:
    """The file that the leader named once it is written, else its folder."""
    path = expanded(typed.strip() or ".").absolute()
    return path if path.exists() else path.parent


def masking_line(what: str, masked: Sequence[str], *, unmasked: bool) -> str:
    """What was masked, or that nothing is and why; and what a machine does not find."""
    if SUBJECTS[what].own_copy:
        return _(OWN_COPY)
    if unmasked:
        return _(LEFT_IN)
    return f"{'; '.join(masked) or _(NOTHING_FOUND)}. {_(UNFOUND_SHORT)}"


def likely_line(number: int) -> tuple[str, ...]:
    """How many pieces are only likely personal and wait for a look; nothing for none."""
    if not number:
        return ()
    return (
        _("{likely_name_or_addresss} to look at").format(
            likely_name_or_addresss=count(
                number, "likely name or address", "likely names or addresses"
            )
        ),
    )
