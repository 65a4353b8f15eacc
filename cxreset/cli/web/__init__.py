"""`cxreset serve`: the same program on a page of the leader's own browser."""
