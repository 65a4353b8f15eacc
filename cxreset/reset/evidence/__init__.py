"""What stands behind a pain point: which comments are quoted, and what its comments weigh."""
