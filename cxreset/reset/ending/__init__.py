"""The end of a reset: the closing, and the next thirty days."""
