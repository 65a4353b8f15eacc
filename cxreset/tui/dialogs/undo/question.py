"""A whole import or a restore is taken back only after a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.undo.turning import turn
from cxreset.workbook.undo.shown_names import shown_name


def undo_after_question(screen: Screen[Any], reset: Reset, undo: Callable[[], None]) -> None:
    """Run `undo` at once, or after a yes where the last change brought a whole file."""
    try:
        whole = reset.history.undoes_whole_file()
        name = one_line(shown_name(reset.history.next_undo() or ""), 70)
    except CxresetError as error:
        screen.notify(error.sentence, severity="warning", markup=False)
        return
    if not whole:
        undo()
        return

    def answered(yes: bool | None) -> None:
        if yes:
            undo()

    meaning = _("The last change: {name}. All that came with it goes; {key:redo=U} brings it back.")
    question = ConfirmScreen(
        _("Take this back?"),
        meaning.format(name=name, key=KEYS),
        _("Take it back"),
    )
    screen.app.push_screen(question, answered)


def turn_and_say(
    screen: Screen[Any], reset: Reset, draw: Callable[[], None], *, undone: bool = False
) -> None:
    """Undo or, with `undone`, redo on a screen that hears both keys; draw it anew and say what."""

    def ended(name: str | None) -> None:
        draw()
        screen.notify(_words_of_turn(screen, name, undone=undone), markup=False)

    def go() -> None:
        turn(screen, reset, ended, undone=undone)

    if undone:
        go()
    else:
        undo_after_question(screen, reset, go)


def _words_of_turn(screen: Screen[Any], name: str | None, *, undone: bool) -> str:
    if not name:
        return _("Nothing is left.")
    sentence = _("Undone: {name}. {key:redo=U} makes it again.")
    if undone:
        sentence = _("Done again: {name}. {key:undo=u} takes it back.")
    return sentence.format(name=one_line(shown_name(name), 70), key=KEYS)
