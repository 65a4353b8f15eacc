"""The talks need pexpect, which the development extra brings."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pexpect") else ["test_talk.py"]
