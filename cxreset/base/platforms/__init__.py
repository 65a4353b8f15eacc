"""Where Linux, macOS and Windows differ: one module for each difference, and nowhere else.

`make check` finds a question for the system, or a call that only one of them has, in any other room
(`scripts/style.py`). Two stand apart, for what they may import: the user's folders in
`base/locations.py`, bounds of memory in `intake/readers/sheets.py`. Each module asks
when it is called, so that tests run the other systems' branches by substitution
(`tests/base/platforms/`). Nothing is imported here: a start pays for what it uses.
"""
