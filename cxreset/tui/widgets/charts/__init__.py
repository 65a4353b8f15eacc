"""Small pictures drawn with characters."""
