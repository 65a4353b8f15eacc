"""The action plan: the whole, its summary, its short forms."""
