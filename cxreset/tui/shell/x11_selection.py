"""A process of its own that holds the clipboard of an X11 display, formatted and as plain text.

There the clipboard belongs to a program, which is asked at every paste in which form it is wanted;
`xclip` answers in one form alone. Given are the two texts as JSON on standard input; one line of
output says that they can be pasted. It ends when another program takes the clipboard. Started by
`cxreset.tui.shell.rich_copy`, by its path: nothing of cxreset is imported here.
"""

from __future__ import annotations

import json
import sys
import tkinter

CLIPBOARD = "CLIPBOARD"
PLAIN, FORMATTED = "UTF8_STRING", "text/html"


def main() -> None:
    given = json.load(sys.stdin)
    root = tkinter.Tk()
    root.withdraw()
    offer(root, PLAIN, given["plain"].encode("utf-8", "replace"))
    offer(root, FORMATTED, given["html"].encode("ascii", "xmlcharrefreplace"))
    root.selection_own(selection=CLIPBOARD, command=root.destroy)
    root.update()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    root.mainloop()


def offer(root: tkinter.Tk, kind: str, data: bytes) -> None:
    """Answer with these bytes whoever asks for this kind.

    They are handed over piece by piece. Tk counts the pieces of a text by characters and bytes in
    turn, so that a long one loses words at each 漢; a character for each byte is counted right.
    """
    text = data.decode("latin-1")

    def piece(start: str, length: str) -> str:
        return text[int(start) : int(start) + int(length)]

    root.selection_handle(piece, selection=CLIPBOARD, type=kind, format="STRING")


if __name__ == "__main__":
    main()
