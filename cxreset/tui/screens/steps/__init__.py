"""What Today and the weeks share about a step: its ten-minute version."""
