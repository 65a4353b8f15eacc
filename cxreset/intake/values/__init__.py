"""Single cells made plain: dates, ratings, channels, words."""
