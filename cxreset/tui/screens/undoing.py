"""Undo and redo on every place: what was changed is said, and taken back by the very next key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import time

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import one_line, upper_first
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.frame import FramedScreen
from cxreset.tui.widgets.key_line import is_typing
from cxreset.tui.widgets.state_line import StateLine
from cxreset.workbook.undo.shown_names import shown_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.reset.where import Done


class UndoingScreen(FramedScreen):
    """A place on which changes can be taken back. Subclasses write, and draw what is stored."""

    BINDINGS = [
        command("u", "undo", "Undo", "Take the last change back, whatever it was."),
        command(
            "ctrl+z",
            "undo_list",
            "Undo list",
            "See what can be taken back, newest first, and take it back.",
            footer=False,
        ),
        command("U,ctrl+y", "redo", "Redo", "Make the change undone last once more.", footer=False),
    ]

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self._can_undo = self._can_redo = False
        self._replayed = False  # the last change was an undo or redo, which says so itself

    def write(self, change: Callable[[], object]) -> bool:
        """Make a change; when it cannot be stored, say so. True when it is stored."""
        raise NotImplementedError

    def flush(self) -> None:
        """Store what is still pending in any field."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Draw everything anew from the workbook, when it or the day has changed."""
        raise NotImplementedError

    def stay(self) -> None:
        """The leader did something else than leave."""

    def _history_grew(self) -> None:
        # an import tells it from a thread of its own
        self.call_later(self._say_what_changed, time())

    def _say_what_changed(self, since: float) -> None:
        """One key changed something: say what, and that the next can take it back."""
        self.look_at_history()
        replayed, self._replayed = self._replayed, False
        keys = self.app.screen.active_bindings.values()  # of a dialog above, where one is
        by_key = any(each.binding.action == "undo" for each in keys)
        if by_key and not replayed and not is_typing(self.app.screen):
            with suppress(CxresetError):
                name = one_line(shown_name(self.reset.history.next_undo() or ""), 60)
                way_back = _("{key:undo=u} takes it back.").format(key=KEYS)
                self.query_one(StateLine).add(f"{upper_first(name)}. {way_back}", since)

    def look_at_history(self) -> None:
        """Offer what can be undone and redone now."""
        with suppress(CxresetError):
            history = self.reset.history
            self._can_undo = history.next_undo() is not None
            self._can_redo = history.next_redo() is not None
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo are there when there is something to undo or redo."""
        if action in ("undo", "undo_list", "redo"):
            return self._can_redo if action == "redo" else self._can_undo
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take the last change back; a whole import or a restore only after a question."""
        from cxreset.tui.dialogs.undo.question import undo_after_question

        self.flush()
        undo_after_question(self, self.reset, self._turn)

    def action_undo_list(self) -> None:
        """Show what can be taken back; take back as far as the leader chooses."""
        from cxreset.reset.where import done
        from cxreset.tui.dialogs.undo.list import SHOWN, UndoListScreen

        self.flush()

        def chosen(number: int | None) -> None:
            if number:
                self._turn(number)

        self.app.push_screen(UndoListScreen(done(self.reset, SHOWN)), chosen)

    def action_redo(self) -> None:
        self._turn(undone=True)

    def _turn(self, times: int = 1, *, undone: bool = False) -> None:
        """Undo so often or, with `undone`, redo; say what, and go to where the last was made."""
        from cxreset.tui.dialogs.undo.turning import turn

        self.stay()
        self.flush()
        made = None if undone else self._last_made()
        self._replayed = True

        def ended(name: str | None) -> None:
            self._show_turned()
            if not name:
                self.notify(_("Nothing is left."), markup=False)
            elif times > 1:
                self._turn(times - 1, undone=undone)
            else:
                self._tell(made or self._last_made(), undone=undone)

        turn(self, self.reset, ended, undone=undone)

    def _show_turned(self) -> None:
        """Show what was undone or redone, in the field that has the focus too."""
        focused = self.focused
        self.set_focus(None)  # a field shows no other value while one types in it
        self.look_again()
        if focused is not None and focused.is_attached and focused.display:
            self.set_focus(focused)
        self.look_at_history()

    def _last_made(self) -> Done | None:
        """The change that undo takes back next, in the leader's words."""
        from cxreset.reset.where import done

        return next(iter(done(self.reset, 1)), None)

    def _tell(self, made: Done | None, *, undone: bool) -> None:
        """Say what was undone or done again, and go to where it was made."""
        if made is None:
            return
        verb = _("Done again") if undone else _("Undone")
        way_back = (
            _("{key:undo=u} takes it back.").format(key=KEYS)
            if undone
            else _("{key:redo=U} makes it again.").format(key=KEYS)
        )
        where = made.where.partition(" ")[0] if made.step else made.where
        there = (
            _(", in {where}").format(where=where)
            if where and where not in made.words.split()
            else ""
        )
        message = f"{verb}: {one_line(made.words, 90)}{there}. {way_back}"

        async def go_and_tell() -> None:
            await self.show_made(made)
            self.notify(message, markup=False)

        self.run_worker(go_and_tell())

    async def show_made(self, made: Done) -> None:
        """Go to the place and the row where a change was made."""
        raise NotImplementedError
