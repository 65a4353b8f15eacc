"""Other people's exports in: read, map columns, clean."""
