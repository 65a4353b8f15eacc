"""Giving a command another key."""
