"""Words that the workbook does not hold, kept until the leader has seen them."""
