"""Widgets of our own: fields, choices, the place bar, the reading list."""
