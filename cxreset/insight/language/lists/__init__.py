"""The word lists, one language a file."""
