"""`cxreset export`: what the workbook holds, in a form that colleagues can open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import ExportError, UsageError
from cxreset.base.language.words import _
from cxreset.base.paths import expanded
from cxreset.base.text import count, one_line, shown
from cxreset.cli.daily import reset_of
from cxreset.cli.talk import out, talk, write, write_bytes

if TYPE_CHECKING:
    from cxreset.cli.call import Call
    from cxreset.reset.reset import Reset
    from cxreset.sharing.made import Made
    from cxreset.sharing.subjects import Form, Subject
    from cxreset.workbook.storage.file import WorkbookFile

LIKELY = 12
"""Likely names and addresses that are listed one by one."""
PLAN, ACTIONS = "plan", "actions"
ENDINGS = {"htm": "html", "markdown": "md"}


def export(call: Call) -> int:
    """Write an export, print it, or list what there is."""
    from cxreset.sharing import subjects
    from cxreset.sharing.export import make

    if call.list and call.json:
        from cxreset.cli.describe.reports import exports_report, print_report

        print_report("exports", exports_report(subjects.SUBJECTS, subjects.FORMS))
        return 0
    if call.list:
        _list()
        return 0
    what = (call.what or (ACTIONS if call.tracker else PLAN)).strip().lower()
    subject = subjects.subject(what)
    shape = _shape(call, what, subject)
    form = subjects.form(what, shape)
    if call.output == "-":
        _can_be_printed(form, subject)
    reset = reset_of(call)
    _choose(call, reset.file)
    if shape == "json" and call.output != "-" and not call.owner:
        out(str(_write_whole(call, what, reset)))
        return 0
    made = make(
        what, shape, reset.book, reset.pack, reset.today, owner=call.owner, unmasked=call.unmasked
    )
    if call.output == "-":
        _print(made, form)
    else:
        for path in _write(call, what, subject, made):
            out(str(path))
    # A pipe gets no warning unless something was masked.
    warn = not (call.unmasked or subject.own_copy or call.output == "-")
    _tell_personal(made, warn=warn)
    return 0


def _write_whole(call: Call, what: str, reset: Reset) -> Path:
    """The workbook itself, written as it is read: it may be larger than the memory."""
    from cxreset.sharing.data.archive import parts
    from cxreset.sharing.write import file_name, write_parts

    path = expanded(call.output or file_name(what, "json"))
    write_parts(path, parts(reset.book), force=call.force)
    return path


def _choose(call: Call, file: WorkbookFile) -> None:
    """Store what is to be kept as it is and what is to be masked, from now on."""
    from cxreset.insight.personal.choices import named
    from cxreset.workbook.shares.personal import choose_personal

    for pieces, kept in ((call.keep, True), (call.mask, False)):
        for piece in pieces or ():
            choose_personal(file, named(piece), kept)


def _tell_personal(made: Made, *, warn: bool) -> None:
    """What was masked, what is only likely, and what no machine finds; with `warn`, the last is
    said even where nothing was found."""
    from cxreset.insight.personal import NAMES
    from cxreset.insight.personal.choices import NOT_FOUND

    for line in made.masked:
        talk(_("Masked: {line}.").format(line=line))
    if made.masked:
        talk(_('To leave it in this once: --unmasked. To keep one piece for good: --keep "TEXT".'))
    likely = [one for one in made.personal if not one.sure and not one.decided]
    for one in likely[:LIKELY]:
        becomes = _("masked") if one.masked else _("left as it is")
        talk(
            _("Look at: {text} in {source} ({names}, {becomes}).").format(
                text=one_line(one.text, 60),
                source=one.source,
                names=_(NAMES[one.kind][0]),
                becomes=becomes,
            )
        )
    if len(likely) > LIKELY:
        talk(
            _("And {more_pieces} like these: see Share.").format(
                more_pieces=count(len(likely) - LIKELY, "more piece")
            )
        )
    if likely:
        talk(_('Each is kept with --keep "TEXT" or masked with --mask "TEXT", from then on.'))
    if made.masked or likely or warn:
        talk(_(NOT_FOUND))


def _list() -> None:
    """Every subject with its forms, then the forms in words and what some of them still need."""
    from cxreset.sharing.subjects import FORMS, SUBJECTS

    for name, subject in SUBJECTS.items():
        out(f"{name:<11}{_(subject.label)}. {_(subject.about)}\n{'':<11}{', '.join(subject.forms)}")
    out("")
    for name, form in FORMS.items():
        out(f"--format {name:<9}{_(form.name)}: {_(form.label)}")
        if form.missing:
            out(f"{'':<18}{form.missing}")


def _shape(call: Call, what: str, subject: Subject) -> str:
    """The form that is asked for, by name, by tracker, by the file's ending; else the usual one."""
    from cxreset.sharing.subjects import FORMS, TRACKERS, known

    if call.tracker:
        if call.format:
            raise UsageError(_("--for names the form already: leave --format out."))
        if what != ACTIONS:
            raise UsageError(
                _("--for goes with the actions alone: cxreset export actions --for jira")
            )
        return known(
            _("There is no tracker called “{asked}”. There is {those}."),
            call.tracker,
            {name: name for name in TRACKERS},
        )
    ending = Path(call.output or "").suffix.lstrip(".").lower()
    ending = ENDINGS.get(ending, ending)
    if call.format:
        asked = str(call.format).strip().lower()
        if asked in FORMS and ending in FORMS and FORMS[asked].extension != FORMS[ending].extension:
            raise UsageError(
                _(
                    "--format {asked} and a file that ends in .{ending} do not fit together: leave "
                    "--format out, or name the file otherwise."
                ).format(asked=asked, ending=ending)
            )
        return asked
    if ending in subject.forms:
        return ending
    if subject.forms[0] == "html":
        return "md"
    usable = [form for form in subject.forms if call.output != "-" or FORMS[form].readable]
    return (usable or subject.forms)[0]


def _can_be_printed(form: Form, subject: Subject) -> None:
    if subject.folder:
        raise UsageError(_("These are several files: name a folder for them with -o."))
    if not form.readable and sys.stdout.isatty():
        raise UsageError(
            _(
                "A .{extension} file is nothing for a terminal: name a file with -o, or hand it on "
                "with > or |."
            ).format(extension=form.extension)
        )


def _print(made: Made, form: Form) -> None:
    if len(made.files) > 1:
        raise ExportError(_("These are several files: name one with -o, and they are numbered."))
    data = made.files[0].data
    if sys.stdout.isatty():
        write(shown(data.decode("utf-8", "replace")))
    else:
        write_bytes(data)


def _write(call: Call, what: str, subject: Subject, made: Made) -> list[Path]:
    from cxreset.sharing.write import numbered, write_bytes, write_folder

    if subject.folder:
        folder = expanded(call.output or what)
        return write_folder(folder, made.files, force=call.force)
    if len(made.files) > 1:
        path = expanded(call.output or "")
        files = numbered(path, made.files) if call.output else made.files
        return write_folder(path.parent if call.output else path, files, force=call.force)
    path = expanded(call.output or made.files[0].name)
    write_bytes(path, made.files[0].data, force=call.force)
    return [path]
