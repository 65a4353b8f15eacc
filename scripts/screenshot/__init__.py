"""Pictures of the real app: `python -m scripts.screenshot --help`."""
