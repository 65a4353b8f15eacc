"""UTF-8 with lines of an older code page among it: each line is read for what it is.

A line that holds sound UTF-8 beside bytes that are none is damaged, and the replacement character
stands there; a line without any is a code page's.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

_SOUND = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def fallback(codec: str) -> str:
    """The name of a handler of UTF-8 errors that reads the bytes of such lines by `codec`."""
    name = f"cxreset-lines-in-{codec}"
    codecs.register_error(name, _handler(codec))
    return name


def _handler(codec: str) -> Callable[[UnicodeError], tuple[str, int]]:
    def read(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        content, start, end = error.object, error.start, error.end
        begin = content.rfind(b"\n", 0, start) + 1
        stop = content.find(b"\n", end)
        line = content[begin : len(content) if stop < 0 else stop]
        if _SOUND.search(line):
            return "\N{REPLACEMENT CHARACTER}", end
        return content[start:end].decode(codec, "replace"), end

    return read
