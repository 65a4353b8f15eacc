"""Pure functions on plain values: priority, measures, progress."""
