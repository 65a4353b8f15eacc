"""Today: one thing to do next."""
