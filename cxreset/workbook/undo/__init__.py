"""The undo log and the history made of it."""
