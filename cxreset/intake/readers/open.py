"""The reader for a file, told by its content rather than by its name."""

from __future__ import annotations

from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.options import Options
from cxreset.intake.readers.conversations import open_conversation
from cxreset.intake.readers.delimited import open_delimited
from cxreset.intake.readers.jsonfile import open_json
from cxreset.intake.readers.prose import TABLE_SUFFIXES, open_prose
from cxreset.intake.shape.table import Table


def open_table(source: Sniffed, options: Options) -> Table:
    """The table in a file. A new kind of file is one more line here.

    Raises IntakeError when it cannot be read, UsageError when an option does not fit.
    """
    if source.packed:
        from cxreset.intake.readers.workbooks import (
            open_workbook,
        )  # what unpacks takes long to load

        return open_workbook(source, options.sheet, options.named.text)
    if options.delimiter is None:
        found = open_json(source) or open_conversation(source)
        if found is not None:
            return found
    table = open_delimited(source, options.delimiter)
    named_table = source.path.suffix.lower() in TABLE_SUFFIXES
    if table.delimiter or options.delimiter is not None or named_table:
        return table
    return open_prose(source, table)
