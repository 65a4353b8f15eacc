"""A button that opens a template where it is needed: beside a step's guidance or a practice."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.model import Template


class TemplateButton(Button):
    """`Template: Invitation to the 90-minute meeting`."""

    class Opened(Message):
        """The leader wants to see the template."""

        def __init__(self, template: Template) -> None:
            super().__init__()
            self.template = template

    def __init__(self, template: Template, *, key: str = "") -> None:
        super().__init__("")
        self.template = template
        self.label = Content(
            _("Template: {title}{key}").format(
                title=one_line(template.title, 44), key="  " + key if key else ""
            )
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Opened(self.template))
