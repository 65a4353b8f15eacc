"""The workbook as a file: connected to, checked, opened, locked, brought up to date, backed up."""
