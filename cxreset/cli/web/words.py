"""What the page says around the terminal, in the program's language and safe in HTML."""

from __future__ import annotations

from html import escape

from cxreset.base.language.words import _, spoken_language
from cxreset.base.preferences import preferences_path, read_preferences


def page_words() -> dict[str, str]:
    """Name of a place in `page/index.html` -> its words; `{name}` is put in by `page.js`."""
    words = {
        "language": spoken_language(),
        "workbook": _("The workbook"),
        "stored": _(
            "Everything is stored as you type. To leave, close this page or press {key}."
        ).format(key=_quit_key()),
        "bring_in": _("Bring in a file …"),
        "bringing": _("Bringing in {name} …"),
        "arrived": _("{name} is here."),
        "lost": _("{name} did not arrive: the program has ended. Start it with: cxreset serve"),
        "closed": _("This page is closed"),
        "close_tab": _("Everything is stored. You can close this tab."),
        "to_go_on": _(
            "To go on, press the button; should it find nothing, the program has ended, and "
            "{command} starts it again."
        ),
        "go_on": _("Go on here"),
        "no_script": _("This page is drawn by JavaScript from this computer: please allow it."),
    }
    safe = {name: escape(text) for name, text in words.items()}
    safe["to_go_on"] = safe["to_go_on"].format(command="<code>cxreset serve</code>")
    return safe


def _quit_key() -> str:
    """The key that leaves the program, as it is written on a keyboard: `Ctrl+Q`."""
    keys = read_preferences(preferences_path())[0].keys
    return keys.get("quit", "ctrl+q").partition(",")[0].title()
