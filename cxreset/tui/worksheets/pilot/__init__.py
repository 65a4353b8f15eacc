"""The worksheets of week 4: pilot, measure, voices, lessons, share."""
