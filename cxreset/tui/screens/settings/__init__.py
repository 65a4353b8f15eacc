"""Settings: who, when, and how it looks."""
