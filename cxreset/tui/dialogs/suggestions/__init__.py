"""What recurs, suggested; the judgement is the leader's."""
