"""Thirty days after thirty days: how they begin, what goes along, how they compare."""
