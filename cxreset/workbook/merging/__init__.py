"""Two versions of one workbook, grown apart from one base, made one again."""
