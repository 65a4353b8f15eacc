"""The meeting run live, over the whole screen."""
