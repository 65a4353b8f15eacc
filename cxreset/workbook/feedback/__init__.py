"""The customers' comments: read a page at a time, inserted in bulk, marked, grouped, searched."""
