"""Actions and dates for other programs: register, trackers, calendar, archive."""
