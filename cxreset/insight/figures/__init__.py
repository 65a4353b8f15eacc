"""Figures and how sure one can be of them: pure functions on counts, from one share to a verdict.

`counts` reads what was typed, `samples` holds what was counted, `intervals` and `normal` are the
arithmetic under it. `sample_size` says how much it takes, `run_chart` looks at a figure week by
week, `groups` at drivers, months and channels, `percent` at figures without their answers;
`pilot/` goes from the plan to the verdict. One rule holds everywhere: a change is said if and only
if the range that is shown leaves out zero. Formulas name their source; shares and NPS are 0..1 and
−1..1 inside, points on the screen. Differences are after minus before.
"""
