"""What can be settled: who, when, on which days; and what else moves when it is changed."""
