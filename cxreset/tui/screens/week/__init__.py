"""One week: its steps, guidance and worksheets."""
