"""What a theme or a pain point weighs: how it rates, whether it rises, where it is said most, and
how much of it was preventable. `weigher.py` reckons, `words.py` says it.
"""
