"""What colleagues get, seen as they will see it."""
