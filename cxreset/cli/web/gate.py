"""Who may see the page: whoever has the address that was printed, on this computer, once.

Any page of any site can send requests to this computer, and any program on it can connect. So each
request must name us as its host (a name that was pointed here does not), come from our own page if
it says where it comes from, and carry a key that only the printed address gives: that address holds
a token which works once and gives the browser the key as a cookie.
"""

from __future__ import annotations

from secrets import compare_digest, token_urlsafe

from cxreset.base.language.words import _

BYTES = 32
"""Random bytes in the token and in the key."""


class Gate:
    """The gate of one server at `host`, such as 127.0.0.1:41523."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.origin = f"http://{host}"
        self.key = token_urlsafe(BYTES)
        # Cookies know no ports: each server has a name of its own.
        self.cookie = f"cxreset-{host.rpartition(':')[2]}"
        self._token = token_urlsafe(BYTES)

    @property
    def address(self) -> str:
        """What the leader opens; it works once."""
        return f"{self.origin}/?token={self._token}"

    def refusal(self, host: str, origin: str | None, *, acts: bool) -> str:
        """Why a request is refused, or nothing. One that `acts` must say where it comes from."""
        if not compare_digest(host.encode(), self.host.encode()):
            return _("This page answers at {origin} only.").format(origin=self.origin)
        if origin is None and not acts:
            return ""
        if origin != self.origin:
            return _("This page takes requests from itself only.")
        return ""

    def opens(self, token: str) -> bool:
        """Is this the token, used for the first time?"""
        if not self._token or not compare_digest(token.encode(), self._token.encode()):
            return False
        self._token = ""
        return True

    def knows(self, key: str) -> bool:
        """Is this the key that the token gave?"""
        return compare_digest(key.encode(), self.key.encode())
