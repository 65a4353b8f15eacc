"""One question each: a line, several lines, a choice, a yes or no."""
