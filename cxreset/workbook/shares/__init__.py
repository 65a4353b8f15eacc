"""What is remembered of sharing: decisions on what is personal, and calendars handed out."""
