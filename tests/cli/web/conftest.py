"""The tests of the page need the extra `web`, which the development extra brings."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("textual_serve") else ["test_*.py"]
