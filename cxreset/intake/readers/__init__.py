"""One reader for each kind of file; each hands over a table."""
