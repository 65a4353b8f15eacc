"""A feedback file shown as it would be read, before anything is stored."""
