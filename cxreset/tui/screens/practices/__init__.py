"""The daily practices and the five-habit check-up."""
