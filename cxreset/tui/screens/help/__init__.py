"""Help: the keys first, then all this in a few words."""
