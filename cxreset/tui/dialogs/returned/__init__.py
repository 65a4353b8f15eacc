"""A register that came back: what changed, taken or left."""
