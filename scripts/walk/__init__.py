"""A whole reset walked with keys, as a leader would."""
