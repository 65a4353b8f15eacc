"""A pilot without fooling oneself: `planner` before it, `looks` during it, `verdict` after it.

`comparison` sets another place beside it, `follow_up` asks on days 60 and 90 whether it has held;
what ends in `_words` says the same in sentences.
"""
