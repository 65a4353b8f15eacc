"""The documents colleagues receive, as parts of one document model."""
