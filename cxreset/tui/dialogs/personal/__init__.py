"""What is or may be personal, to look at before something is shared."""
