"""What the app does for every screen: errors, signals, leaving, filter, privacy."""
