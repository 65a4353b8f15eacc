"""What the workbook says, gathered once as plain values."""
