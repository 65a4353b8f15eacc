"""The worksheets of week 2: compare, gaps, sort, roadmap."""
