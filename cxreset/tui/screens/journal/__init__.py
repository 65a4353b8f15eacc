"""Wins, fires averted, reflections, hard moments."""
