"""A finished export, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxreset.sharing.facts.masking import Find


class File(NamedTuple):
    """A finished file; its name is safe on every system and leads into no folder."""

    name: str
    data: bytes


class Made(NamedTuple):
    """An export: one file, or several, and in words what was masked in them.

    `todo` is what they leave out because it is still to do: for the leader, not for colleagues.
    `personal` is each piece that is or may be personal, for a look before anything is sent.
    """

    files: tuple[File, ...]
    masked: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()
    personal: tuple[Find, ...] = ()

    @property
    def undecided(self) -> int:
        """How many pieces are only likely, and nobody has said what becomes of them."""
        return sum(not one.sure and not one.decided for one in self.personal)
