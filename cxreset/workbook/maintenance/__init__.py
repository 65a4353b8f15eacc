"""What is done to a whole workbook: looked over, repaired, restored, taken out and in as values."""
