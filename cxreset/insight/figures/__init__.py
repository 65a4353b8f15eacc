"""Figures and how sure one can be of them: pure functions on counts, from one share to a verdict.

`samples` holds what was counted, `intervals` and `normal` the arithmetic under it. On these stand
`sample_size` and `planner` (before the pilot), `looks` (during it), `comparison` and `verdict`
(after it), `follow_up` (days 60 and 90), `run_chart` (week by week) and `groups` (drivers, months
and channels). One rule holds everywhere: a change is said if and only if the range that is shown
leaves out zero. Formulas name their source; shares and NPS are 0..1 and −1..1 inside, points on
the screen. Differences are after minus before.
"""
