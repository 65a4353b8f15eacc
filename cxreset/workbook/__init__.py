"""Everything the leader writes: tables, file safety, the fast daily module."""
