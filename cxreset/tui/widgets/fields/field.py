"""A labelled field whose words are stored as they are typed.

A field is bound to a `Slot`: where its value goes. It hands the value over a quarter of a second
after the last key, every half second while typing goes on, and when it is left. Text that is not
yet a value (half a date) is kept as a draft, so that it is there again after a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.tui.widgets.fields.unsaved import HoldsUnsavedWrites, UnsavedWrites
from cxreset.tui.widgets.words import set_words, with_sign
from cxreset.workbook.unsaved.words import UnsavedText

PAUSE_SECONDS = 0.2
TYPING_SECONDS = 0.45


class Slot(NamedTuple):
    """Where a field's value goes: one column of one row."""

    value: Any
    keep: Callable[[Any], None]
    draft: str | None = None
    keep_draft: Callable[[str | None], None] = lambda text: None


class Field(Horizontal):
    """Label and control on one line; subclasses say which control and how text becomes a value."""

    CHANGES: ClassVar[tuple[type[Message], ...]] = (Input.Changed,)
    """What the control posts when its text changes; not to be heard while we fill it."""

    class Stored(Message):
        """A value has reached the workbook."""

    class LastLeft(Message):
        """Enter was pressed in the last field of a form: on to wherever its list is."""

    class Refused(Message):
        """A value did not reach the workbook; the field still shows it."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, label: str, *, hint: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.label = _(label)
        self.hint = _(hint)
        self._control: Widget | None = None
        self._slot: Slot | None = None
        self._shown: Any = None
        self._heard = ""
        self._timer: Timer | None = None
        self._typing_since: float | None = None
        self._refused: Callable[[], None] | None = None
        self._unsaved = UnsavedWrites(lambda: None)

    def control(self) -> Widget:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Static(self.label, classes="label", markup=False)
        self._control = self.control()
        yield self._control

    def on_mount(self) -> None:
        holders = (node for node in self.ancestors if isinstance(node, HoldsUnsavedWrites))
        holder = next(holders, None)
        if holder is not None:
            self._unsaved = holder.unsaved_writes
        if self._slot is not None:
            self._show(self._slot)

    def _set_text(self, value: Any, draft: str | None) -> None:
        """Put a value (or a draft of one) into the control."""
        raise NotImplementedError

    def _read(self) -> Any:
        """The control's value; raises CxresetError while the text is none."""
        raise NotImplementedError

    def _text(self) -> str:
        """The control's text, for a draft."""
        return ""

    # -- binding

    def bind_slot(self, slot: Slot) -> None:
        """Show another row's value from now on; what was pending is stored first."""
        self.flush()
        self._leave_unsaved()
        self._slot = slot
        if self.is_mounted:
            self._show(slot)

    def _show(self, slot: Slot) -> None:
        self._shown = slot.value
        with self.prevent(*self.CHANGES):
            self._set_text(slot.value, slot.draft)
        self._heard = self._text()
        self._note("")
        if slot.draft is not None:
            self._try(store=False)

    @property
    def is_bound(self) -> bool:
        """Does it know where its value goes?"""
        return self._slot is not None

    def refresh_value(self, value: Any) -> None:
        """Show what the workbook holds now, unless the leader is typing here."""
        if self._timer is None and value != self._shown and not self.has_focus_within:
            slot = self._slot
            if slot is not None and self.is_mounted:
                self._show(slot._replace(value=value, draft=None))
            elif slot is not None:
                self._slot = slot._replace(value=value)

    # -- storing

    def changed(self, *, at_once: bool = False) -> None:
        """The control's text has changed: store it soon."""
        text = self._text()
        if text == self._heard and not at_once:  # stored already, by a flush that came first
            return
        self._heard = text
        now = monotonic()
        if self._typing_since is None:
            self._typing_since = now
        if self._timer is not None:
            self._timer.stop()
        wait = min(PAUSE_SECONDS, max(0.0, self._typing_since + TYPING_SECONDS - now))
        if at_once or wait <= 0:
            self.flush(force=True)
        else:
            self._timer = self.set_timer(wait, partial(self.flush, force=True))

    def flush(self, *, force: bool = False) -> None:
        """Store what is pending, now."""
        if self._timer is not None:
            self._timer.stop()
        elif not force and not self._unheard():
            return
        self._timer = None
        self._typing_since = None
        self._heard = self._text()
        self._try(store=True)

    def _unheard(self) -> bool:
        """Was something typed so lately that the control has not told of it yet?"""
        return self._slot is not None and self._is_whole() and self._text() != self._heard

    def _is_whole(self) -> bool:
        """Is its control there? It comes after the field and goes before it."""
        return self.is_mounted and self._control in self.children

    def _try(self, *, store: bool) -> None:
        slot = self._slot
        if slot is None:
            return
        try:
            value = self._read()
        except CxresetError as error:
            self._note(error.sentence, wrong=True)
            if store:
                text = self._text()
                self._hand_over(lambda: slot.keep_draft(text))
            return
        self._note(self._say(value))
        if store and value != self._shown:

            def keep() -> None:
                slot.keep(value)
                slot.keep_draft(None)

            if self._hand_over(keep):
                self._shown = value
                self.post_message(self.Stored())
        elif store:
            self._hand_over(lambda: slot.keep_draft(None))

    def _hand_over(self, store: Callable[[], None]) -> bool:
        try:
            self._unsaved.store_older()  # of another row, before the newer
            store()
        except CxresetError as error:
            self._note(error.sentence, wrong=True)
            if self._refused is None:
                self.post_message(self.Refused(error.sentence))
            self._refused = store
            self._unsaved.add(self, words=self._words)
            self._timer = self.set_timer(2, partial(self.flush, force=True))  # and try again
            return False
        self._accepted()
        return True

    def _accepted(self) -> None:
        self._refused = None
        self._unsaved.stored(self)

    # -- going on

    def go_on(self) -> None:
        """To the next field of the same form, and never to a button, where the letters typed next
        would act. From the last one out: a dialog has its button there, all else its list."""
        self.flush()
        form = next((node for node in self.ancestors if node.has_class("form")), self.parent)
        chain = self.screen.focus_chain
        focused = self.screen.focused
        after = chain[chain.index(focused) + 1 :] if focused in chain else []
        for widget in after:
            field = next((node for node in widget.ancestors if isinstance(node, Field)), None)
            if field is not None and field is not self and form in field.ancestors:
                self.screen.set_focus(widget)
                return
        if self.screen.is_modal:
            self.screen.focus_next()
        else:
            self.post_message(self.LastLeft())

    def _leave_unsaved(self) -> None:
        """What could not be stored goes on waiting without this field, which is for another."""
        if self._refused is not None:
            words = UnsavedText(self.label, self._heard)  # its control may be gone by now
            self._unsaved.add(object(), self._refused, lambda: words)
            self._accepted()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _words(self) -> UnsavedText:
        return UnsavedText(self.label, self._text())

    def _say(self, value: Any) -> str:
        """What the note beside the control says of a good value."""
        return ""

    def _note(self, text: str, *, wrong: bool = False) -> None:
        text = with_sign(text) if wrong else text
        note = next(iter(self.query_children(".note").results(Static)), None)
        if note is None:
            if not text or not self.is_attached:
                return  # most fields never say anything
            note = Static(text, classes="note", markup=False)
            self.mount(note)
        set_words(note, text)
        note.set_class(wrong, "-wrong")
        note.display = bool(text)

    def on_unmount(self) -> None:
        if self._is_whole():
            self.flush()
        self._leave_unsaved()


class LineField(Field):
    """One line of text."""

    def control(self) -> Widget:
        return Input(placeholder=self.hint, compact=True, select_on_focus=False)

    def _set_text(self, value: Any, draft: str | None) -> None:
        self.query_one(Input).value = draft if draft is not None else str(value or "")

    def _text(self) -> str:
        return self.query_one(Input).value

    def _read(self) -> Any:
        return self._text()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Enter: stored, and on to the next field."""
        event.stop()
        self.go_on()

    @on(Input.Blurred)
    def _blurred(self) -> None:
        self.flush()
