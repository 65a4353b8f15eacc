"""What we add to Textual or do otherwise: its private names, its speed, the order of keys."""
