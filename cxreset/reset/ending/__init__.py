"""The end of a week and of a reset: the Friday look, the closing, the next thirty days."""
