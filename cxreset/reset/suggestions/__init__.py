"""What recurs: `finding.py` looks for it, `decisions.py` holds what the leader made of it."""
