"""The plan out: one document model, many formats."""
