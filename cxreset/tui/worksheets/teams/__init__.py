"""The worksheets of week 3: meeting, align, owners, follow-ups."""
