"""What colleagues changed in a register that comes back: compared and taken."""
