"""A line of text with words that can be clicked; what each does is its keeper's business."""

from __future__ import annotations

from rich.style import Style as RichStyle
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

Part = tuple[str, str | Style] | str | Content


def link(words: str, name: str, value: str | int = "", style: str = "") -> Content:
    """Words that post `Links.Clicked` with this name and value when they are clicked."""
    content = Content.styled(words, style)
    return content.stylize(Style.from_meta({"@click": ("link", (name, value))}))


class DrawnLinks(Widget):
    """A widget whose links look as it draws them; Textual would give all of them one colour.

    Under the pointer a link is underlined.
    """

    @property
    def link_style(self) -> RichStyle:
        return RichStyle()

    @property
    def link_style_hover(self) -> RichStyle:
        return RichStyle(underline=True)


class DrawnText(Static, DrawnLinks):
    """Text whose links run actions of the screen, in the colours it is given."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)


class Links(Static, DrawnLinks):
    """Text from `link` and plain parts."""

    class Clicked(Message):
        """A word was clicked."""

        def __init__(self, name: str, value: str | int) -> None:
            super().__init__()
            self.name = name
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def action_link(self, name: str, value: str | int) -> None:
        self.post_message(self.Clicked(name, value))
