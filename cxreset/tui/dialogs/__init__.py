"""Modal screens: each collects an answer and hands it back."""
