"""The workbook as a file: opened, locked, upgraded, backed up, restored, repaired, archived."""
