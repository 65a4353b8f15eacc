"""The cross-team meeting run live: its agenda, its clock, what is decided and what is left over."""
