"""Every action with owner, date and status."""
